"""What editors read of the knowledge base: what its readers say."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from knowledgebase.models import Feedback
from portal.report import Report


def answers_url(page: Page) -> str:
    """Return where the answers of a page's readers are listed."""
    return f"{reverse('feedback:index')}?translation_key={page.translation_key}"


class UsefulnessView(Report):
    """How many readers found each page useful, language by language."""

    page_title = _("Was it useful?")
    header_icon = "help"
    name = "usefulness"
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
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
        pages = self._pages().annotate(useful=_answers(True), useless=_answers(False))
        answered = pages.filter(useful__gt=0) | pages.filter(useless__gt=0)
        return answered.select_related("locale").order_by("-useless", "useful", "title")

    def _pages(self) -> QuerySet[Page]:
        policy = self.permission_policy
        return policy.instances_user_has_permission_for(self.request.user, "change")


def _answers(is_useful: bool) -> Coalesce:
    """Return the number of answers to a page in its language."""
    answers = Feedback.objects.filter(
        translation_key=OuterRef("translation_key"),
        language=OuterRef("locale__language_code"),
        is_useful=is_useful,
    )
    counted = answers.order_by().values("translation_key").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


REPORTS = [UsefulnessView]
