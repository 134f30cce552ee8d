"""What the trainers of a cohort read of how it was for its people."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from knowledgebase.training.cohorts.reading import own_cohort
from knowledgebase.training.cohorts.views import desk
from knowledgebase.training.completing.evaluating import (
    answered_until,
    question,
    results,
    words_of,
)
from knowledgebase.training.models import Evaluation
from knowledgebase.training.models.cohort import LEAD
from portal.accounts.colleagues import colleagues
from portal.small_numbers import SMALLEST


class Rating(NamedTuple):
    """What people said to one question: how many chose each rating, from 5 down to 1."""

    label: Any
    counts: list[tuple[int, int]]

    @property
    def answers(self) -> int:
        """How many people gave a rating."""
        return sum(count for _rating, count in self.counts)

    @property
    def mean(self) -> float:
        """Their mean, to one place."""
        return round(sum(rating * count for rating, count in self.counts) / self.answers, 1)


@require_safe
@colleagues(LEAD)
def cohort_evaluation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the ratings and words of a cohort; until they are counted, how many answered."""
    own = own_cohort(request, key)
    figures = results(own)
    is_shown = figures is not None and figures["answers"] >= SMALLEST
    return desk(
        request,
        own,
        "evaluation",
        answers=figures["answers"] if figures else Evaluation.objects.filter(cohort=own).count(),
        is_over=figures is not None,
        until=answered_until(own),
        ratings=[*ratings(figures)] if figures and is_shown else [],
        words=words_of(own) if is_shown else [],
        smallest=SMALLEST,
    )


def ratings(figures: dict[str, Any]) -> Iterator[Rating]:
    """Yield what was said to each question that enough people answered."""
    for name, counts in figures["ratings"].items():
        yield Rating(question(name), [(rating, counts[str(rating)]) for rating in range(5, 0, -1)])
