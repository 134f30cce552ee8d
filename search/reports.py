"""What editors read of visitors' searches: popular ones, those that found nothing, and days."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Count, F, Max, Model, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from portal.languages import language_name
from portal.report import Report, RowPaginator
from search.asked import oldest_day
from search.lines import languages
from search.models import AskedDay, AskedQuery, BestBet, SynonymSet

Row = Mapping[str, Any]


class SearchesFilterSet(WagtailFilterSet):
    """Language and period."""

    language = django_filters.ChoiceFilter(
        field_name="query__language",
        label=_("Language"),
        choices=languages,
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = AskedDay
        fields: list[str] = []


def kept_days() -> QuerySet[AskedDay]:
    """Return the days that are kept, whether or not older ones are deleted already."""
    return AskedDay.objects.filter(day__gte=oldest_day(timezone.localdate()))


def text_of(row: Row) -> str:
    """Return a query, or how many queries a row stands for whose text is not kept."""
    text = ngettext(
        "%(number)s search asked on fewer than three days: text not kept",
        "%(number)s different searches asked on fewer than three days: text not kept",
        row["queries"],
    )
    return row["query__text"] or text % {"number": row["queries"]}


def language_of(row: Row) -> str:
    """Return the name of the language that was searched in."""
    return language_name(row["query__language"])


class DayColumn(Column):
    """A day in words; how many hours ago it began says nothing."""

    def get_value(self, instance: Row) -> str:
        return date_format(super().get_value(instance))


class MakeColumn(TitleColumn):
    """A button that opens the form of something new, with a query filled in."""

    empty_value_display = ""

    def __init__(self, model: type[Model], field: str, label: Any) -> None:
        """Take the model, and the field of its form that the query goes into."""
        super().__init__(
            model._meta.model_name,
            label=capfirst(model._meta.verbose_name),
            link_classname="button button-small button-secondary",
        )
        self.model = model
        self.field = field
        self.button = label

    def get_value(self, instance: Row) -> Any:
        return self.button if instance["query__text"] else ""

    def get_link_url(self, instance: Row, parent_context: Any) -> str | None:
        if not instance["query__text"]:
            return None
        values = {"language": instance["query__language"], self.field: instance["query__text"]}
        address = reverse(self.model.snippet_viewset.get_url_name("add"))  # type: ignore[attr-defined]
        return f"{address}?{urlencode(values)}"

    def get_link_attrs(self, instance: Row, parent_context: Any) -> dict[str, str]:
        return {"aria-label": f"{self.button}: {instance['query__text']}"}


class SearchesView(Report):
    """A report on what visitors looked for."""

    header_icon = "search"
    any_permission_required = ["view"]
    permission_policy = ModelPermissionPolicy(AskedQuery)
    filterset_class = SearchesFilterSet
    no_results_message = _(
        "Nobody searched in this time. Searches are counted from the first one on."
    )
    paginator_class = RowPaginator

    @cached_property
    def export_headings(self) -> dict[str, Any]:
        """The headings of the table."""
        return {column.name: column.label for column in self.columns}


class QueriesView(SearchesView):
    """A report with a row for each query, and one for all whose text is not kept."""

    default_ordering = ("-searches", "query__text")
    list_export = ["query__text", "query__language", "searches", "days", "last"]

    @cached_property
    def columns(self) -> list[Column]:
        """What is known of each query, and what the person may make of it."""
        buttons = (
            MakeColumn(SynonymSet, "expressions", _("Make a synonym")),
            MakeColumn(BestBet, "queries", _("Make a best bet")),
        )
        return [
            Column("query__text", label=_("Looked for"), accessor=text_of),
            Column("query__language", label=_("Language"), accessor=language_of),
            NumberColumn("searches", label=_("Times"), sort_key="searches"),
            NumberColumn("days", label=_("Days"), sort_key="days"),
            DayColumn("last", label=_("Last day"), sort_key="last"),
            *(button for button in buttons if self._may_add(button.model)),
        ]

    def _may_add(self, model: type[Model]) -> bool:
        return ModelPermissionPolicy(model).user_has_permission(self.request.user, "add")

    def get_base_queryset(self) -> QuerySet[Any, Any]:
        """Return the queries; all whose text is not kept have the same empty one."""
        return (
            self.asked()
            .values("query__language", "query__text")
            .annotate(
                queries=Count("query", distinct=True),
                searches=Sum("count"),
                days=Count("day", distinct=True),
                last=Max("day"),
            )
        )

    def asked(self) -> QuerySet[AskedDay]:
        """Return the days of the queries that the report is about."""
        return kept_days()

    def to_row_dict(self, item: Row) -> OrderedDict[str, Any]:
        """Return a row as it is downloaded."""
        words = {"query__text": text_of(item), "query__language": language_of(item)}
        return OrderedDict(super().to_row_dict(item), **words)


class PopularView(QueriesView):
    """What visitors look for most."""

    page_title = _("Popular searches")
    name = "popular_searches"
    export_filename = "popular-searches"


class FruitlessView(QueriesView):
    """What visitors look for in vain, as long as the last search for it found nothing."""

    page_title = _("Searches without a result")
    header_icon = "warning"
    name = "fruitless_searches"
    export_filename = "searches-without-a-result"
    no_results_message = _(
        "Nothing to do: in this time no search came back empty, or a later search for the same "
        "thing found something."
    )

    def asked(self) -> QuerySet[AskedDay]:
        """Return the days without results of the queries that still have none."""
        fruitless = AskedDay.objects.filter(day=F("query__last_day"), results=0)
        return super().asked().filter(results=0, query__in=fruitless.values("query"))


class DaysView(SearchesView):
    """How much was searched each day."""

    page_title = _("Searches by day")
    header_icon = "calendar"
    name = "searches_by_day"
    export_filename = "searches-by-day"
    default_ordering = "-day"
    list_export = ["day", "searches", "queries", "fruitless"]
    columns = [
        DayColumn("day", label=_("Day"), sort_key="day"),
        NumberColumn("searches", label=_("Searches"), sort_key="searches"),
        NumberColumn("queries", label=_("Different searches"), sort_key="queries"),
        NumberColumn("fruitless", label=_("Without a result"), sort_key="fruitless"),
    ]

    def get_base_queryset(self) -> QuerySet[Any, Any]:
        """Return the days with their sums."""
        return (
            kept_days()
            .values("day")
            .annotate(
                searches=Sum("count"),
                queries=Count("query"),
                fruitless=Coalesce(Sum("count", filter=Q(results=0)), 0),
            )
        )


REPORTS = [FruitlessView, PopularView, DaysView]
