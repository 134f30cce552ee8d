"""The report of emergency take-downs."""

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.permissions import page_permission_policy

from portal.publishing.models import TakeDown
from portal.publishing.take_down_views import may_see
from portal.report import Report


class TakeDownsView(Report):
    """All take-downs, those that are not undone first."""

    page_title = _("Emergency take-downs")
    header_icon = "warning"
    name = "take_downs"
    empty = _(
        "Nothing was taken down. “Emergency take-down” is in the menu of each page, term and file."
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


REPORTS = [TakeDownsView]
