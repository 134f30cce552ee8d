"""The figures of the programme as people read them and take them away, line by line."""

from collections.abc import Iterator
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
    parts: list[Any] = [
        ("measures", MEASURES, BREAKDOWNS, names),
        ("feedback", ANSWERED, questions, dict.fromkeys(questions, scale)),
    ]
    for period, figures in keep_closed():
        remark = _("Demonstration data") if figures["is_demonstration"] else ""
        for part, titles, breakdowns, groups in parts:
            for key, title in titles.items():
                start, found = (period.title, str(title)), figures[part][key]
                total = _("fewer than 5") if found["total"] is None else found["total"]
                yield Line(*start, _("Total"), "", total, remark)
                for name, label in breakdowns.items():
                    for group, people in cells(found["breakdowns"][name], groups[name]):
                        yield Line(*start, str(label), group, people, remark)


def cells(counts: dict[str, int] | None, names: dict[str, str]) -> Iterator[tuple[str, int | str]]:
    """Yield the groups of a breakdown by their names, the largest first."""
    if counts is None:
        yield "", _("not shown")
        return
    for category, count in sorted(filter(itemgetter(1), counts.items()), key=lambda item: -item[1]):
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
