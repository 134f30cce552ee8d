"""What people say of a programme at its end, and what their trainers read of it.

A cohort says it until two weeks after its end. From then on nothing is taken and the figures are
counted, once: a page that changed with the last answer would tell what its writer said. Below
SMALLEST answers nothing is shown but how many there are.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledgebase.training.completing.reading import completion_of, enrolment_of
from knowledgebase.training.learning.record import Entry
from knowledgebase.training.models.cohort import Cohort
from knowledgebase.training.models.completion import Completion, Evaluation
from knowledgebase.training.models.figures import KeptFigures
from knowledgebase.training.models.learning import Enrolment
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError
from portal.small_numbers import SMALLEST

RATINGS = ("is_useful", "is_clear", "had_time")
TIME_TO_ANSWER = timedelta(days=14)


def last_day(cohort: Cohort) -> date | None:
    """Return the last day of a cohort: as it was set, or when it was closed before that."""
    closed = cohort.closed_at and timezone.localdate(cohort.closed_at)
    days = [day for day in (cohort.ends_on, closed) if day]
    return min(days, default=None)


def answered_until(cohort: Cohort) -> date | None:
    """Return the last day on which people of a cohort answer; None while its end is not known."""
    day = last_day(cohort)
    return day + TIME_TO_ANSWER if day else None


def is_over(cohort: Cohort) -> bool:
    """Whether nobody answers any more: the days are over, or the figures were counted."""
    until = answered_until(cohort)
    return bool(until and until < timezone.localdate()) or kept(cohort) is not None


def cohort_of(completion: Completion | None, enrolment: Enrolment | None) -> Cohort | None:
    """Return the cohort in which a person completed a programme, or else follows it."""
    if completion and completion.cohort:
        return completion.cohort
    return enrolment.cohort if enrolment else None


def may_evaluate(cohort: Cohort | None, completion: Completion | Entry | None) -> bool:
    """Whether somebody is asked now: in a cohort, and done with the programme or at its end."""
    if not cohort:
        return False  # nobody would read it
    day = last_day(cohort)
    has_ended = bool(day and day < timezone.localdate())
    return (bool(completion) or has_ended) and not is_over(cohort)


def evaluation_of(user: User, programme: UUID) -> Evaluation | None:
    """Return what a person said of a programme."""
    return Evaluation.objects.filter(user=user, programme=programme).first()


@transaction.atomic
def evaluate(*, user: User, programme: UUID, said: Mapping[str, Any]) -> Evaluation:
    """Keep what a person says of a programme, in place of what they said before.

    Raises RefusedError before its end, and once the answers of the cohort are counted.
    """
    user = User.objects.locked().get(pk=user.pk)
    completion = completion_of(user, programme)
    cohort = cohort_of(completion, enrolment_of(user, programme))
    if cohort:
        cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if not may_evaluate(cohort, completion):
        raise RefusedError(
            _("Answers are taken from the end of the programme until two weeks later, not now.")
        )
    evaluation, _made = Evaluation.objects.update_or_create(
        user=user,
        programme=programme,
        defaults={**said, "cohort": cohort, "given_at": timezone.now()},
    )
    return evaluation


def kept(cohort: Cohort) -> dict[str, Any] | None:
    """Return the figures of a cohort that were counted; None where that is still to come."""
    found = KeptFigures.objects.filter(name=_name(cohort)).first()
    return found.figures if found else None


@transaction.atomic
def results(cohort: Cohort) -> dict[str, Any] | None:
    """Return the figures of a cohort, counted now if they are due; None while people answer.

    `answers` is how many people answered; `ratings` are counts by rating from "1" to "5", by the
    name of the field, only of those that at least SMALLEST people gave.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if not is_over(cohort):
        return None
    if found := kept(cohort):
        return found
    figures = count([*Evaluation.objects.filter(cohort=cohort)])
    KeptFigures.objects.create(name=_name(cohort), figures=figures)
    return figures


def count(answers: list[Evaluation]) -> dict[str, Any]:
    """Return the figures of these answers."""
    found = {}
    for name in RATINGS:
        given = [rating for each in answers if (rating := getattr(each, name))]
        if len(given) >= SMALLEST:
            found[name] = {str(rating): given.count(rating) for rating in range(1, 6)}
    return {"answers": len(answers), "ratings": found}


def words_of(cohort: Cohort) -> list[str]:
    """Return what people wrote, in an order that tells nothing."""
    said = Evaluation.objects.filter(cohort=cohort).exclude(words="").order_by("?")
    return [*said.values_list("words", flat=True)]


def question(name: str) -> Any:
    """Return what a field of the evaluation asks, in the active language when it is shown."""
    return cast("models.Field[Any, Any]", Evaluation._meta.get_field(name)).verbose_name


def _name(cohort: Cohort) -> str:
    return f"evaluation {cohort.key}"
