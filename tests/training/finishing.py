"""A programme that can be completed, and people who do what it asks, by the actions themselves."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.cohorts.actions import make as make_cohort
from knowledgebase.training.completing.actions import look
from knowledgebase.training.learning import actions as learning
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    Cohort,
    Completion,
    Concession,
    Enrolment,
    HandedIn,
    LessonPage,
    LiveSession,
    ProgrammePage,
    QuizPage,
)
from knowledgebase.training.models.quiz import Purpose
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import make
from tests.training import quizzes
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)

TASK = ("assignment", {"title": "Harta", "text": "<p>Shkruani.</p>"})


def programme(**rule: Any) -> ProgrammePage:
    """Return a programme of two lessons, one with a task, and a final test; see `lessons`."""
    made = ProgrammePageFactory(title="Programi", is_open=True, **rule)
    module = ModulePageFactory(parent=made, title="Moduli")
    LessonPageFactory(parent=module, title="Një", slug="nje", body=[TASK])
    LessonPageFactory(parent=module, title="Dy", slug="dy")
    pools = [quizzes.pool(quizzes.SINGLE, quizzes.TRUE_FALSE)]
    QuizPageFactory(
        parent=made, title="Testi", slug="testi", purpose=Purpose.AFTER, pools=pools, attempts=0
    )
    return ProgrammePage.objects.get(pk=made.pk)


def lessons(of: ProgrammePage) -> list[LessonPage]:
    return [*LessonPage.objects.descendant_of(of).order_by("path")]


def final_test(of: ProgrammePage) -> QuizPage:
    return QuizPage.objects.descendant_of(of).get()


def person(email: str = "ana@example.com", name: str = "Ana Shembull", **profile: Any) -> User:
    made = make(email)
    User.objects.filter(pk=made.pk).update(name=name, **profile)
    return User.objects.get(pk=made.pk)


def trainer(email: str = "trajnerja@example.com") -> User:
    return make(email, Role.TRAINER)


def cohort(of: ProgrammePage, by: User, **days: Any) -> Cohort:
    found = make_cohort(
        by=by, programme=of.translation_key, name="Pranvera", starts_on=None, ends_on=None
    )
    Cohort.objects.filter(pk=found.pk).update(**days)
    return Cohort.objects.get(pk=found.pk)


def put(user: User, into: Cohort) -> None:
    """Have a person follow a programme in a cohort."""
    Enrolment.objects.update_or_create(
        user=user, programme=into.programme, defaults={"cohort": into}
    )


def do_lessons(user: User, of: ProgrammePage) -> None:
    for lesson in lessons(of):
        learning.mark_done(user=user, lesson=lesson.translation_key, programme=of.translation_key)


def take_test(user: User, of: ProgrammePage, *, is_right: bool = True) -> Attempt:
    attempt = attempts.start(quiz=final_test(of), user=user)
    answers = quizzes.right_answers(attempt.frozen) if is_right else {}
    attempts.save(key=attempt.key, answers=answers, version=attempt.version)
    return attempts.submit(key=attempt.key)


def attend(user: User, of: Cohort, **session: Any) -> None:
    now = timezone.now()
    held = LiveSession.objects.create(
        cohort=of, title="Takimi", starts_at=now, ends_at=now + timedelta(hours=1), **session
    )
    Attendance.objects.create(session=held, user=user)
    look(user=user, programme=of.programme)


def accept_task(user: User, of: ProgrammePage) -> None:
    lesson = lessons(of)[0]
    HandedIn.objects.create(
        user=user,
        lesson=lesson.translation_key,
        block=lesson.body[0].id,
        text="Gati.",
        state=HandedIn.State.ACCEPTED,
    )
    look(user=user, programme=of.translation_key)


def grant(user: User, of: ProgrammePage, kind: str, subject: UUID | None = None, block="") -> None:
    Concession.objects.create(
        user=user,
        programme=of.translation_key,
        kind=kind,
        subject=subject,
        block=block,
        reason="Ishte sëmurë.",
    )
    look(user=user, programme=of.translation_key)


def has_completed(user: User) -> bool:
    return Completion.objects.filter(user=user).exists()
