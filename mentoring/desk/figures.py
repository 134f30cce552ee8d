"""The figures of the programme as people read them and take them away, line by line."""

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from mentoring.desk.confirming import DeskReport
from mentoring.figures import ANSWERED, BREAKDOWNS, MEASURES, NO_ANSWER, keep_closed
from mentoring.models import PairFeedback
from mentoring.models.feedback import Answer
from portal.accounts.models import OrganisationKind
from portal.report import RowPaginator
from portal.terms.models import Municipality
from portal.terms.rows import term_rows


class Line(NamedTuple):
    """A figure that is shown or hidden."""

    period: str
    measure: str
    breakdown: str
    group: str
    people: int | str
    remark: str


def lines() -> Iterator[Line]:
    """Yield the figures of all half-years that are over, the newest first."""
    municipalities = term_rows({Municipality: None})["municipality"]
    names = {
        "organisation_kind": {value: str(label) for value, label in OrganisationKind.choices},
        "municipality": {str(row.translation_key): row.name for row in municipalities},
    }
    scale = {str(NO_ANSWER): _("no answer")} | {str(n): str(label) for n, label in Answer.choices}
    questions = {name: PairFeedback.question(name) for name in PairFeedback.QUESTIONS}
    parts = [
        Part("measures", MEASURES, BREAKDOWNS, names),
        Part("feedback", ANSWERED, questions, dict.fromkeys(questions, scale)),
    ]
    for period, figures in keep_closed():
        remark = _("Demonstration data") if figures["is_demonstration"] else ""
        for part in parts:
            yield from (Line(period.title, *each, remark) for each in part.rows(figures))


class Part(NamedTuple):
    """A part of the kept figures, by its `key`: what is counted in it, and the names of groups."""

    key: str
    titles: Mapping[Any, Any]
    breakdowns: Mapping[str, Any]
    groups: Mapping[str, dict[str, str]]

    def rows(self, figures: dict[str, Any]) -> Iterator[tuple[str, str, str, int | str]]:
        """Yield the total of each measure and what its breakdowns show, as a Line has them."""
        for measure, title in self.titles.items():
            found = figures[self.key][measure]
            total = _("fewer than 5") if found["total"] is None else found["total"]
            yield str(title), _("Total"), "", total
            for name, label in self.breakdowns.items():
                for group, people in cells(found["breakdowns"][name], self.groups[name]):
                    yield str(title), str(label), group, people


def cells(counts: dict[str, int] | None, names: dict[str, str]) -> Iterator[tuple[str, int | str]]:
    """Yield the groups of a breakdown by their names, the largest first."""
    if counts is None:
        yield "", _("not shown")
        return
    some = filter(itemgetter(1), counts.items())
    for category, count in sorted(some, key=itemgetter(1), reverse=True):
        yield names.get(category) or (_("other") if category else _("not given")), count


class ProgrammeFigures(DeskReport):
    """What donors may be told: nobody can be recognised by it."""

    page_title = gettext_lazy("Programme in figures")
    header_icon = "doc-full"
    name = "mentoring_figures"
    empty = gettext_lazy(
        "There are no figures yet. They appear when the first half-year with members is over."
    )
    export_filename = "mentoring-figures"
    paginator_class = RowPaginator
    paginate_by = 250  # five years
    columns = [
        Column("period", label=gettext_lazy("Period")),
        Column("measure", label=gettext_lazy("What is counted")),
        Column("breakdown", label=gettext_lazy("Broken down by")),
        Column("group", label=gettext_lazy("Group")),
        Column("people", label=gettext_lazy("People")),
        Column("remark", label=gettext_lazy("Remark")),
    ]

    def get_queryset(self) -> list[Any]:
        return [*lines()]
