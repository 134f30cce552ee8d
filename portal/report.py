"""Reports of the admin, which each room lists in a module `reports` as `REPORTS`."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.reports import ReportView

from portal.rooms import modules


class Report(ReportView):
    """A report for those who have one of `any_permission_required`, under an address by its name.

    Without a `permission_policy` the rights are those on `model`.
    """

    name: str
    any_permission_required: list[str]

    @property
    def index_url_name(self) -> str:
        """What its address is called."""
        return self.name

    @property
    def index_results_url_name(self) -> str:
        """What the address of its rows is called, which filters reload."""
        return f"{self.name}_results"

    @classmethod
    def addresses(cls) -> list[URLPattern]:
        """Return the address of the report and that of its rows."""
        address = f"reports/{cls.name.replace('_', '-')}/"
        return [
            path(address, cls.as_view(), name=cls.name),
            path(f"{address}results/", cls.as_view(results_only=True), name=f"{cls.name}_results"),
        ]


class ReportItem(MenuItem):
    """A report in the menu, for those who may read it."""

    def __init__(self, report: type[Report]) -> None:
        self.report = report
        super().__init__(
            report.page_title,
            reverse(report.name),
            name=report.name.replace("_", "-"),
            icon_name=report.header_icon,
            order=1300,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask as the report itself does."""
        view = self.report()
        view.request = request
        return bool(view.user_has_any_permission(view.any_permission_required))


class RowPaginator(WagtailPaginator):
    """Counts rows that are no objects of a model."""

    verbose_name = _("row")
    verbose_name_plural = _("rows")


def reports() -> list[Any]:
    """Return the reports of all rooms, those of the ground floor first."""
    return [report for room in reversed(modules("reports")) for report in room.REPORTS]
