"""What the coordinator learns of feedback: how many people gave which answer in a half-year.

Each half-year is counted once, when none of its answers can be changed any more, and under the
small-number guard: nobody is found by looking before and after. Words are read by nobody else.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from mentoring.models import FeedbackFigures, PairFeedback
from mentoring.work.feedback import CHANGED_FOR, Moment
from portal.half_years import HalfYear, closed_since, within
from portal.small_numbers import Figures, guarded

NO_ANSWER = "0"


def count_due() -> int:
    """Count the half-years that can be counted and are not; return how many there were."""
    first = PairFeedback.objects.aggregate(first=Min("given_at"))["first"]
    known = {*FeedbackFigures.objects.values_list("half", flat=True)}
    due = [each for each in closed_since(first) if is_settled(each) and _name(each) not in known]
    return sum(map(_count, due))


def is_settled(period: HalfYear) -> bool:
    """Whether none of its answers can be changed any more."""
    return period.span[1] + CHANGED_FOR <= timezone.now()


@transaction.atomic
def _count(period: HalfYear) -> bool:
    answers = [*PairFeedback.objects.filter(within("given_at", period))]
    of_moment = {moment: [row for row in answers if row.moment == moment] for moment in Moment}
    figures = {str(moment): as_json(count(rows)) for moment, rows in of_moment.items()}
    _row, is_new = FeedbackFigures.objects.get_or_create(
        half=_name(period), defaults={"figures": figures}
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


def _name(period: HalfYear) -> str:
    return f"{period.year}-{period.half}"
