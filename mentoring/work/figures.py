"""What the coordinator learns of feedback: how many people gave which answer in a half-year.

Each half-year is counted once, when none of its answers can be changed any more, and under the
small-number guard: nobody is found by looking before and after. Words are read by nobody else.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from mentoring.models import FeedbackFigures, PairFeedback
from mentoring.work.feedback import CHANGED_FOR, Moment
from portal.small_numbers import Figures, guarded

NO_ANSWER = "0"


def count_due() -> int:
    """Count the half-years that can be counted and are not; return how many there were."""
    first = PairFeedback.objects.aggregate(first=Min("given_at"))["first"]
    if not first:
        return 0
    known = {*FeedbackFigures.objects.values_list("half", flat=True)}
    due = [half for half in _halves(timezone.localdate(first)) if _name(*half) not in known]
    return sum(_count(*half) for half in due)


@transaction.atomic
def _count(year: int, part: int) -> bool:
    begins, ends = _bounds(year, part)
    answers = [*PairFeedback.objects.filter(given_at__gte=begins, given_at__lt=ends)]
    of_moment = {moment: [row for row in answers if row.moment == moment] for moment in Moment}
    figures = {str(moment): as_json(count(rows)) for moment, rows in of_moment.items()}
    _row, is_new = FeedbackFigures.objects.get_or_create(
        half=_name(year, part), defaults={"figures": figures}
    )
    return is_new


def count(answers: Iterable[PairFeedback]) -> Figures:
    """Count people by their answers to each question; of somebody in several pairs, the last."""
    last = {row.author_id: row for row in answers}
    scale = [NO_ANSWER, *map(str, range(1, 6))]
    breakdowns: dict[str, dict[Any, int]] = {}
    for name in PairFeedback.QUESTIONS:
        given = [str(getattr(row, name) or NO_ANSWER) for row in last.values()]
        breakdowns[name] = {answer: given.count(answer) for answer in scale}
    return guarded(breakdowns)


def as_json(figures: Figures) -> dict[str, Any]:
    """Return figures as they are kept."""
    return {"total": figures.total, "questions": dict(figures.breakdowns)}


def _halves(first: date) -> Iterable[tuple[int, int]]:
    """Yield the half-years from a day on whose answers can no longer be changed."""
    year, part = first.year, 1 if first.month < 7 else 2
    while _bounds(year, part)[1] + CHANGED_FOR <= timezone.now():
        yield year, part
        year, part = (year, 2) if part == 1 else (year + 1, 1)


def _bounds(year: int, part: int) -> tuple[datetime, datetime]:
    begins, ends = date(year, 1, 1), date(year, 7, 1)
    if part == 2:
        begins, ends = date(year, 7, 1), date(year + 1, 1, 1)
    zone = timezone.get_default_timezone()
    return datetime.combine(begins, time(), zone), datetime.combine(ends, time(), zone)


def _name(year: int, part: int) -> str:
    return f"{year}-{part}"
