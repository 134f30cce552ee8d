"""Reports of the admin, which each room lists in a module `reports` as `REPORTS`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BaseColumn, Column, Table
from wagtail.admin.views.reports import ReportView

from portal.rooms import modules
from portal.tables.writing import csv_response, xlsx_response


class Report(ReportView):
    """A report for those who have one of `any_permission_required`, under an address by its name.

    Without a `permission_policy` the rights are those on `model`.
    """

    name: str
    any_permission_required: list[str]
    # The hook of the menu in which it stands.
    menu = "register_reports_menu_item"
    # What the admin's first page says of those that wait: an `ngettext_lazy` with their `count`.
    waiting: Any = ""
    # Said where there is no row at all.
    empty: Any = _("There is nothing to show yet.")

    @property
    def index_url_name(self) -> str:
        """What its address is called."""
        return self.name

    @property
    def index_results_url_name(self) -> str:
        """What the address of its rows is called, which filters reload."""
        return f"{self.name}_results"

    def write_csv_response(self, queryset: Iterable[Any]) -> StreamingHttpResponse:
        """Return the rows as a CSV file that no spreadsheet computes."""
        return csv_response(self.get_filename(), *self._table(queryset))

    def write_xlsx_response(self, queryset: Iterable[Any]) -> FileResponse:
        """Return the rows as a workbook."""
        return xlsx_response(self.get_filename(), *self._table(queryset))

    def _table(self, queryset: Iterable[Any]) -> tuple[list[str], Iterator[Iterable[Any]]]:
        titles = [self.get_heading(queryset, name) for name in self.list_export]
        return titles, (self.to_row_dict(item).values() for item in queryset)

    @cached_property
    def no_results_message(self) -> Any:
        """Tell those who filter why they see nothing."""
        if self.is_searching or self.is_filtering:
            return _("Nothing fits these filters. Remove one to see more.")
        return self.empty

    @classmethod
    def failures(cls) -> int:
        """Return how many of its rows somebody should look at; the admin's first page tells it."""
        return 0

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return the same for a report of which not everybody sees every row."""
        return cls.failures()

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
        return may_read(self.report, request)


class ButtonColumn(BaseColumn):
    """A button that posts to the address of the row, for those who have the `permission`.

    `about` names a row to those who hear the page, and is empty for one that has no button.
    """

    def __init__(
        self, address: str, text: Any, *, permission: str, about: Callable[[Any], str]
    ) -> None:
        super().__init__(address, label=_("What to do"))
        self.address, self.text, self.permission, self.about = address, text, permission, about

    def render_cell_html(self, instance: Any, parent_context: Any) -> SafeString:
        """Return the button in its form."""
        request = parent_context["request"]
        about = self.about(instance)
        if not about or not request.user.has_perm(self.permission):
            return SafeString("<td></td>")
        return format_html(
            '<td><form method="post" action="{}">'
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<button class="button button-small" aria-label="{}: {}">{}</button></form></td>',
            reverse(self.address, args=[instance.pk]),
            get_token(request),
            self.text,
            about,
            self.text,
        )


def day_of(moment: date | datetime | None) -> str:
    """Return the day of a moment in words, nothing where there is none."""
    local = localtime(moment) if isinstance(moment, datetime) else moment
    return date_format(local) if local else ""


def hour_of(moment: datetime | None) -> str:
    """Return the day and hour of a moment in words, nothing where there is none."""
    return date_format(localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


class DayColumn(Column):
    """A day by its date, also one to come, of which Wagtail's own column says "just now"."""

    in_words: Callable[[Any], str] = staticmethod(day_of)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Return the day in words; files get what is kept."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"value": self.in_words(context["raw_value"])}


class MomentColumn(DayColumn):
    """The day with its hour."""

    in_words = staticmethod(hour_of)


def facts(rows: Iterable[tuple[Any, Any]]) -> Table:
    """Return a table with a line for each fact that is known: what it is, and how it is."""
    columns = [Column("label", label=_("Field")), Column("said", label=_("Details"))]
    return Table(columns, [{"label": label, "said": said} for label, said in rows if said])


class RowPaginator(WagtailPaginator):
    """Counts rows that are no objects of a model."""

    verbose_name = _("row")
    verbose_name_plural = _("rows")


def may_read(report: type[Report], request: HttpRequest) -> bool:
    """Whether who asks may read a report."""
    view = report()
    view.request = request
    return bool(view.user_has_any_permission(view.any_permission_required))


def reports() -> list[Any]:
    """Return the reports of all rooms, those of the ground floor first."""
    return [report for room in reversed(modules("reports")) for report in room.REPORTS]
