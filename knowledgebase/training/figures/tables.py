"""The figures for donors as people read them: on the page, and line by line in a file."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.figures.counting import BREAKDOWNS, MEASURES, keep_closed
from portal.accounts.models import OrganisationKind, Sex
from portal.terms.models import Municipality
from portal.terms.rows import term_rows

COLUMNS = [
    gettext_lazy("Period"),
    gettext_lazy("What is counted"),
    gettext_lazy("Programme"),
    gettext_lazy("Broken down by"),
    gettext_lazy("Group"),
    gettext_lazy("People"),
    gettext_lazy("Remark"),
]


class Cell(NamedTuple):
    """How many people are in a category, by its name."""

    name: str
    people: int


class Line(NamedTuple):
    """A programme, or all together: the total, and each breakdown; None for what is hidden."""

    programme: str
    total: int | None
    breakdowns: dict[str, list[Cell] | None]


class Measure(NamedTuple):
    """What is counted of a half-year."""

    title: Any
    lines: list[Line]


class Period(NamedTuple):
    """A half-year that is over."""

    title: str
    is_demonstration: bool
    measures: list[Measure]


def periods() -> list[Period]:
    """Return all half-years that are over, the newest first, in the active language."""
    closed = keep_closed()
    names = Names(figures for _period, figures in closed)
    return [
        Period(
            period.title,
            figures["is_demonstration"],
            [
                Measure(title, [*names.lines(figures["measures"][measure])])
                for measure, title in MEASURES.items()
            ],
        )
        for period, figures in closed
    ]


class Names:
    """What programmes and categories are called in the active language; takes two queries."""

    def __init__(self, all_figures: Iterable[dict[str, Any]]) -> None:
        every = [figures for each in all_figures for figures in each["measures"].values()]
        keys = {UUID(key) for figures in every for key in figures["programmes"]}
        self._programmes = programmes(keys) if keys else {}
        rows = term_rows({Municipality: None})["municipality"]
        self._categories: dict[str, dict[str, str]] = {
            "sex": {value: str(label) for value, label in Sex.choices},
            "organisation_kind": {value: str(label) for value, label in OrganisationKind.choices},
            "municipality": {str(row.translation_key): row.name for row in rows},
        }

    def lines(self, figures: dict[str, Any]) -> Iterator[Line]:
        """Yield a line for each programme, and one for all if there are several."""
        for key, found in figures["programmes"].items():
            row = self._programmes.get(UUID(key))
            title = row.title if row else _("A programme that is no longer on the portal")
            yield self._line(title, found)
        if len(figures["programmes"]) > 1:
            yield self._line(_("All programmes together"), figures["together"])

    def _line(self, title: str, found: dict[str, Any]) -> Line:
        cells = {
            name: None if counts is None else [*self._cells(name, counts)]
            for name, counts in found["breakdowns"].items()
        }
        return Line(title, found["total"], cells)

    def _cells(self, name: str, counts: dict[str, int]) -> Iterator[Cell]:
        for category, count in sorted(counts.items(), key=lambda item: -item[1]):
            known = self._categories[name].get(category)
            yield Cell(known or (_("other") if category else _("not given")), count)


def rows() -> Iterator[list[Any]]:
    """Yield the lines of a file, one for each figure that is shown or hidden."""
    for period in periods():
        remark = _("Demonstration data") if period.is_demonstration else ""
        for measure in period.measures:
            for line in measure.lines:
                start = [period.title, measure.title, line.programme]
                total = _("fewer than 5") if line.total is None else line.total
                yield [*start, _("Total"), "", total, remark]
                for name, label in BREAKDOWNS.items():
                    cells = line.breakdowns[name]
                    if cells is None:
                        yield [*start, label, "", _("not shown"), remark]
                    for cell in cells or ():
                        yield [*start, label, cell.name, cell.people, remark]
