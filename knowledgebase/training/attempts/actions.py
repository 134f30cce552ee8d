"""Beginning an attempt, keeping answers, handing in: each once, whatever is sent twice."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from knowledgebase.training.attempts.freezing import freeze
from knowledgebase.training.attempts.scoring import NotAskedError, score, tidy
from knowledgebase.training.completing.actions import look
from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.quiz import Purpose, QuizPage
from knowledgebase.training.reach import programme_key_of, source_page
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError


@transaction.atomic
def start(*, quiz: QuizPage, user: User) -> Attempt:
    """Return the person's open attempt at the quiz of the source, or a new one.

    Raises RefusedError where there are no attempts left, it is too early, or nothing can be asked.
    """
    User.objects.locked().get(pk=user.pk)
    attempts = [*Attempt.objects.at(quiz.translation_key, user)]
    last = attempts[-1] if attempts else None
    if last and not last.submitted_at:
        if not last.is_over:
            return last
        _close(last)
    _require_one_left(quiz, user, attempts)
    return _begin(quiz, user, len(attempts) + 1)


def _require_one_left(quiz: QuizPage, user: User, attempts: list[Attempt]) -> None:
    allowed = quiz.attempts_of(user)
    if allowed is not None and len(attempts) >= allowed:
        raise RefusedError(_("You have used all attempts. Ask your trainer for another one."))
    if attempts and (when := quiz.opens_again(attempts[-1])) > timezone.now():
        raise RefusedError(
            _("You can try again from %(time)s.")
            % {"time": date_format(timezone.localtime(when), "DATETIME_FORMAT")}
        )


def _begin(quiz: QuizPage, user: User, number: int) -> Attempt:
    asked = freeze(quiz)
    if not asked["questions"]:
        raise RefusedError(_("This quiz has no questions yet. Come back later."))
    now = timezone.now()
    return Attempt.objects.create(
        user=user,
        quiz=quiz.translation_key,
        number=number,
        asked=asked,
        started_at=now,
        due_at=now + timedelta(minutes=quiz.minutes) if quiz.minutes else None,
    )


@transaction.atomic
def save(*, key: UUID, answers: Mapping[str, Any], version: int) -> tuple[Attempt, list[str]]:
    """Keep answers by the ids of their questions; return the attempt and what was refused.

    `version` is the one of the attempt when the form was made. An empty answer deletes what was
    kept only if that is still its version: nobody deletes what they have not seen.
    Raises RefusedError when it is handed in or over.
    """
    attempt = Attempt.objects.select_for_update().get(key=key)
    if attempt.submitted_at:
        raise RefusedError(_("This attempt was handed in already. Nothing was changed."))
    if attempt.is_over:
        raise RefusedError(
            _("The time was over. What you had saved until then was handed in and counts.")
        )
    return attempt, _keep(attempt, answers, version)


def _keep(attempt: Attempt, answers: Mapping[str, Any], version: int) -> list[str]:
    questions = {question.id: question for question in attempt.frozen.questions}
    kept, refused = dict(attempt.answers), []
    for id_, value in answers.items():
        try:
            if id_ not in questions:
                raise NotAskedError
            answer = tidy(questions[id_], value)
        except NotAskedError:
            refused.append(id_)
            continue
        if answer is not None:
            kept[id_] = answer
        elif version == attempt.version:
            kept.pop(id_, None)
    if kept != attempt.answers:
        attempt.answers = kept
        attempt.version += 1
        attempt.save(update_fields=["answers", "version"])
    return refused


@transaction.atomic
def submit(*, key: UUID) -> Attempt:
    """Hand in an attempt and return it with its score; a second time changes nothing."""
    # First the person, as where an attempt is begun or an account is erased.
    User.objects.locked().get(pk__in=Attempt.objects.filter(key=key).values("user"))
    attempt = Attempt.objects.select_for_update().get(key=key)
    if not attempt.submitted_at:
        _close(attempt)
    return attempt


def close_overdue() -> int:
    """Hand in what was saved of every attempt whose time is over; return how many there were."""
    count = 0
    for key in [*Attempt.objects.overdue().values_list("key", flat=True)]:
        submit(key=key)
        count += 1
    return count


def _close(attempt: Attempt) -> None:
    result = score(attempt.frozen, attempt.answers)
    over = attempt.due_at if attempt.is_over else None
    attempt.submitted_at = over or timezone.now()
    attempt.score = in_per_cent(result)
    attempt.has_passed = attempt.passes(result)
    attempt.save(update_fields=["submitted_at", "score", "has_passed"])
    quiz = source_page(QuizPage, attempt.quiz) if attempt.has_passed else None
    if quiz and quiz.purpose == Purpose.AFTER:
        look(user=attempt.user, programme=programme_key_of(quiz))


def in_per_cent(result: Fraction) -> Decimal:
    """Return a score with two places, never rounded up to a mark that was not reached."""
    exact = Decimal(result.numerator) / Decimal(result.denominator)
    return exact.quantize(Decimal("0.01"), rounding=ROUND_DOWN)
