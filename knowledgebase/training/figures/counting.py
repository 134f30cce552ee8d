"""Counts people in programmes by half-years that are over; once, and guarded at once.

Each measure is a publication of its own. Its groups are a half-year and a programme together: in
each, a person is counted once, in one category of each breakdown. What is kept is only what may be
shown (see `portal.small_numbers`), so that no later count differs by one person.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from knowledgebase.training.models import (
    Attempt,
    Completion,
    Enrolment,
    KeptFigures,
    ProgrammePage,
)
from knowledgebase.training.models.quiz import Purpose
from knowledgebase.training.outline import DEPTH, STEP
from portal.half_years import HalfYear, closed_since, keep, within
from portal.small_numbers import guarded_groups

MEASURES = {
    "enrolled": _("Enrolled"),
    "completed": _("Completed the programme"),
    "passed": _("Passed the final test"),
}
# Of a person, by what stands in the profile; the empty text where nothing does.
BREAKDOWNS = {
    "sex": _("Sex"),
    "organisation_kind": _("Kind of organisation"),
    "municipality": _("Municipality"),
}
PROFILE = ("user__sex", "user__organisation_kind", "user__municipality__translation_key")
DEMONSTRATION = "@example.org"  # a domain that no real person's address has
Row = tuple[Any, ...]  # a programme, then PROFILE


def keep_closed() -> list[tuple[HalfYear, dict[str, Any]]]:
    """Return the figures of every half-year that is over, the newest first; counted if need be."""
    first = Enrolment.objects.aggregate(first=Min("joined_at"))["first"]
    return [(period, kept(period)) for period in closed_since(first)][::-1]


def kept(period: HalfYear) -> dict[str, Any]:
    """Return the figures of a half-year that is over, as they were counted first."""
    name = f"training {period.year}-{period.half}"
    return keep(KeptFigures, name, lambda: count(period))


def count(period: HalfYear) -> dict[str, Any]:
    """Return what may be shown of a half-year: by measure each programme, and all together."""
    source = ProgrammePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    programmes = [*source.order_by("path").values_list("translation_key", flat=True)]
    return {
        "is_demonstration": has_demonstration(period),
        "measures": {measure: shown(programmes, people(measure, period)) for measure in MEASURES},
    }


def shown(programmes: Iterable[UUID], rows: Iterable[Row]) -> dict[str, Any]:
    """Return what may be shown of people: a row is a programme, then what divides its people.

    Each of the programmes is in it, or its absence would tell that nobody came.
    """
    groups: dict[str, dict[str, dict[Hashable, int]]] = {str(key): empty() for key in programmes}
    for programme, *divided in rows:
        group = groups.setdefault(str(programme), empty())
        for name, category in zip(BREAKDOWNS, divided, strict=True):
            group[name][str(category or "")] += 1
    if not groups:
        return {"programmes": {}, "together": None}
    each, together = guarded_groups(groups)
    return {
        "programmes": {programme: figures.as_json() for programme, figures in each.items()},
        "together": together.as_json(),
    }


def empty() -> dict[str, dict[Hashable, int]]:
    """Return the breakdowns of nobody."""
    return {name: defaultdict(int) for name in BREAKDOWNS}


def people(measure: str, period: HalfYear) -> Iterator[Row]:
    """Yield a row for each person in a programme to whom it happened in a half-year."""
    if measure == "passed":
        yield from people_who_passed(period)
        return
    happened: QuerySet[Any] = (
        Enrolment.objects.filter(within("joined_at", period))
        if measure == "enrolled"
        else Completion.objects.filter(within("completed_at", period))
    )
    yield from happened.order_by().values_list("programme", *PROFILE).iterator()


def people_who_passed(period: HalfYear) -> Iterator[Row]:
    """Yield a row for each person who passed a final test of a programme for the first time."""
    programmes = programmes_of_final_tests()
    passed = Attempt.objects.filter(has_passed=True, quiz__in=programmes).order_by("submitted_at")
    begins, ends = period.span
    known = set()
    for person, quiz, at, *profile in passed.values_list(
        "user", "quiz", "submitted_at", *PROFILE
    ).iterator():
        of = programmes[quiz]
        if (person, of) not in known and begins <= at < ends:
            yield of, *profile
        known.add((person, of))


def programmes_of_final_tests() -> dict[UUID, UUID]:
    """Return the key of the programme by that of each of its final tests, live or not."""
    pages = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    programmes = dict(pages.exclude(programmepage=None).values_list("path", "translation_key"))
    tests = pages.filter(quizpage__purpose=Purpose.AFTER).values_list("path", "translation_key")
    return {key: programmes[path[: DEPTH * STEP]] for path, key in tests}


def has_demonstration(period: HalfYear) -> bool:
    """Whether people of the demonstration are among those who are counted."""
    theirs = Q(user__email__endswith=DEMONSTRATION)
    return any(
        model.objects.filter(theirs & within(field, period)).exists()
        for model, field in (
            (Enrolment, "joined_at"),
            (Completion, "completed_at"),
            (Attempt, "submitted_at"),
        )
    )
