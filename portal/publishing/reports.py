"""The reports of emergency take-downs, and of pages that somebody must check again."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import DateField, F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy

from portal.pages import PublicPage
from portal.publishing.broken_links import BrokenLinksView
from portal.publishing.models import TakeDown
from portal.publishing.scheduled import ScheduledView
from portal.publishing.take_down_views import may_see
from portal.report import DayColumn, Report
from portal.translating.models import edit_address

# Editors see a page this long before its day.
AHEAD = timedelta(days=30)


def edit_url(page: Page) -> str:
    """Return where a page is edited."""
    return edit_address(Page, page.pk)


class TakeDownsView(Report):
    """All take-downs, those that are not undone first."""

    page_title = _("Emergency take-downs")
    header_icon = "warning"
    name = "take_downs"
    empty = _(
        "Nothing was taken down. “Emergency take-down” is in the menu of each page and term; files "
        "that nothing else shows go with it."
    )
    permission_policy = page_permission_policy
    any_permission_required = ["publish"]
    columns = [
        TitleColumn("title", label=_("Title"), get_url=TakeDown.get_absolute_url),
        DateColumn("taken_at", label=_("Taken down on")),
        Column("taken_by", label=_("Taken down by")),
        DateColumn("undone_at", label=_("Undone on")),
    ]
    list_export = ["title", "taken_at", "undone_at"]

    def get_queryset(self) -> QuerySet[TakeDown]:
        """Return those that the person may undo, or might have."""
        known = TakeDown.objects.prefetch_related("things__content_type")
        seen = [record.pk for record in known if may_see(self.request.user, record)]
        found = TakeDown.objects.filter(pk__in=seen).select_related("taken_by")
        return found.order_by(F("undone_at").desc(nulls_first=True), "-taken_at")


class ChecksView(Report):
    """Pages of every kind that somebody must look at again, the longest overdue first."""

    page_title = _("Pages to check again")
    header_icon = "history"
    name = "checks"
    waiting = ngettext_lazy(
        "%(count)s page is to be checked again", "%(count)s pages are to be checked again", "count"
    )
    empty = _("No page has to be checked in the next thirty days.")
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
    columns = [
        TitleColumn("title", label=_("Page"), get_url=edit_url),
        Column("kind", label=_("Kind"), accessor="page_type_display_name"),
        DayColumn("review_by", label=_("To be checked by")),
    ]
    list_export = ["title", "page_type_display_name", "review_by"]
    export_headings = {
        "title": _("Page"),
        "page_type_display_name": _("Kind"),
        "review_by": _("To be checked by"),
    }

    def get_queryset(self) -> QuerySet[Page]:
        """Return what the person may change and somebody should check within a month."""
        return to_check(self.request.user, timezone.localdate() + AHEAD)

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many are overdue."""
        return to_check(user, timezone.localdate()).count()


def to_check(user: Any, until: date) -> QuerySet[Page]:
    """Return the live originals whose day, which translations share, comes until then."""
    dated = (model._meta.model_name for model in get_page_models() if issubclass(model, PublicPage))
    day = Coalesce(*(f"{name}__review_by" for name in sorted(dated)), output_field=DateField())
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    originals = pages.filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
    due = originals.annotate(review_by=day).filter(review_by__lte=until)
    return due.order_by("review_by", "pk")


REPORTS = [TakeDownsView, ChecksView, ScheduledView, BrokenLinksView]
