"""What editors read of the knowledge base: what readers say, and what is to be checked again."""

import datetime

from django.conf import settings
from django.db.models import Count, DateField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from knowledgebase.models import Feedback
from portal.report import DayColumn, Report

# Editors see a page this long before readers are told that it may be out of date.
AHEAD = datetime.timedelta(days=30)
DATED = ("studypage", "chapterpage", "modelpage", "resourcepage")


class KnowledgeReport(Report):
    """A report on pages, for those who may change them."""

    any_permission_required = ["change"]

    permission_policy = page_permission_policy

    def pages(self) -> QuerySet[Page]:
        """Return the pages that the person may change."""
        policy = self.permission_policy
        return policy.instances_user_has_permission_for(self.request.user, "change")


def edit_url(page: Page) -> str:
    """Return where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def answers_url(page: Page) -> str:
    """Return where the answers of a page's readers are listed."""
    return f"{reverse('feedback:index')}?translation_key={page.translation_key}"


class UsefulnessView(KnowledgeReport):
    """How many readers found each page useful, language by language."""

    page_title = _("Was it useful?")
    header_icon = "help"
    name = "usefulness"
    columns = [
        TitleColumn("title", label=_("Page"), get_url=answers_url),
        Column("locale", label=_("Language")),
        Column("useful", label=_("Useful")),
        Column("useless", label=_("Not useful")),
    ]
    list_export = ["title", "locale", "useful", "useless"]
    export_headings = {"useful": _("Useful"), "useless": _("Not useful")}

    def get_queryset(self) -> QuerySet[Page]:
        """Return the pages with answers, the most criticised first."""
        pages = self.pages().annotate(useful=_answers(True), useless=_answers(False))
        answered = pages.filter(useful__gt=0) | pages.filter(useless__gt=0)
        return answered.select_related("locale").order_by("-useless", "useful", "title")


def _answers(is_useful: bool) -> Coalesce:
    """Return the number of answers to a page in its language."""
    answers = Feedback.objects.filter(
        translation_key=OuterRef("translation_key"),
        language=OuterRef("locale__language_code"),
        is_useful=is_useful,
    )
    counted = answers.order_by().values("translation_key").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


class ChecksView(KnowledgeReport):
    """Pages that somebody must look at again, the longest overdue first."""

    page_title = _("Pages to check again")
    header_icon = "history"
    name = "checks"
    columns = [
        TitleColumn("title", label=_("Page"), get_url=edit_url),
        DayColumn("review_by", label=_("To be checked by")),
    ]
    list_export = ["title", "review_by"]
    export_headings = {"review_by": _("To be checked by")}

    def get_queryset(self) -> QuerySet[Page]:
        """Return the live originals whose day, which translations share, has come or is near."""
        day = Coalesce(*(f"{model}__review_by" for model in DATED), output_field=DateField())
        originals = self.pages().filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
        pages = originals.annotate(review_by=day)
        return pages.filter(review_by__lte=timezone.localdate() + AHEAD).order_by("review_by")


REPORTS = [UsefulnessView, ChecksView]
