"""The demonstration's cohort: twelve invented people, who learn by the actions of people."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.cohorts.actions import make as make_cohort
from knowledgebase.training.completing.actions import look
from knowledgebase.training.learning.actions import mark_done
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    Cohort,
    Enrolment,
    HandedIn,
    LessonPage,
    LessonProgress,
    LiveSession,
    ProgrammePage,
    QuizPage,
)
from knowledgebase.training.models.quiz import Purpose
from portal.accounts.models import User
from portal.terms.models import Municipality, source_terms

PROFILE = ("name", "organisation_kind", "sex")


def email(name: str) -> str:
    """Return the address of an account of the demonstration."""
    return f"{name}@example.org"


@transaction.atomic
def make(content: dict[str, Any], programme: ProgrammePage) -> None:
    """Make the cohort with its people, unless it is there."""
    key = programme.translation_key
    if Cohort.objects.filter(programme=key, name=content["name"]).exists():
        return
    trainer = User.objects.get(email=email(content["trainer"]))
    first, last = days(timezone.localdate())
    cohort = make_cohort(
        by=trainer, programme=key, name=content["name"], starts_on=first, ends_on=last
    )
    sessions = [make_session(cohort, each) for each in content["sessions"]]
    people = make_people(content["people"])
    Enrolment.objects.bulk_create(
        Enrolment(user=user, programme=key, cohort=cohort, joined_at=at(first, 9))
        for user in people.values()
    )
    course = Course(programme)
    for name, user in people.items():
        did = content["people"][name]
        course.follow(user, did)
        Attendance.objects.bulk_create(
            Attendance(session=session, user=user, noted_by=trainer)
            for session in sessions[: did.get("sessions", 0)]
        )
        course.hand_in(user, did.get("tasks", ()), content, trainer)
        look(user=user, programme=key)
        course.date_back(user, timedelta(days=did.get("ago", 0)))


def days(today: date) -> tuple[date, date]:
    """Return the first and last day of the cohort: from the last half-year until soon.

    It began in a half-year that is over, so that the figures for donors count it.
    """
    first = date(today.year, 6, 1) if today.month > 6 else date(today.year - 1, 12, 1)
    return first, today + timedelta(days=45)


def at(day: date, hour: int) -> datetime:
    """Return a full hour of a day."""
    return timezone.make_aware(datetime.combine(day, time(hour)))


def make_session(cohort: Cohort, content: dict[str, Any]) -> LiveSession:
    """Return a live session so many days after the cohort's first day, or from today."""
    today = timezone.localdate()
    first = today if "from_now" in content else days(today)[0]
    day = first + timedelta(days=content.get("from_now") or content["day"])
    return LiveSession.objects.create(
        cohort=cohort,
        title=content["title"],
        place=content.get("place", ""),
        link=content.get("link", ""),
        starts_at=at(day, 10),
        ends_at=at(day, 12),
    )


def make_people(content: dict[str, Any]) -> dict[str, User]:
    """Return the participants by their names before the @; accounts that are missing are made."""
    known = {user.email: user for user in User.objects.filter(email__in=map(email, content))}
    places = {term.slug: term for term in Municipality.objects.filter(source_terms())}
    password = make_password(settings.DEMO_PASSWORD)  # once, for it takes a while
    for name, profile in content.items():
        if email(name) in known:
            continue
        user = User.objects.create(
            email=email(name),
            password=password,
            preferred_language=settings.LANGUAGE_CODE,
            municipality=places[profile["municipality"]],
            **{field: profile[field] for field in PROFILE},
        )
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
        known[user.email] = user
    return {name: known[email(name)] for name in content}


class Course:
    """The lessons, quizzes and tasks of the programme, in their order."""

    def __init__(self, programme: ProgrammePage) -> None:
        self.key: UUID = programme.translation_key
        self.lessons = [*LessonPage.objects.descendant_of(programme).order_by("path")]
        quizzes = [*QuizPage.objects.descendant_of(programme).order_by("path")]
        self.quizzes = {
            purpose: [quiz for quiz in quizzes if quiz.purpose == purpose] for purpose in Purpose
        }

    def follow(self, user: User, did: dict[str, Any]) -> None:
        """Have somebody take tests and quizzes and do lessons."""
        if did.get("before"):
            take(self.quizzes[Purpose.BEFORE][0], user, is_right=False)
        for lesson in self.lessons[: did.get("lessons", 0)]:
            mark_done(user=user, lesson=lesson.translation_key, programme=self.key)
        for quiz, is_right in zip(
            self.quizzes[Purpose.PRACTICE], did.get("quizzes", ()), strict=False
        ):
            take(quiz, user, is_right=is_right)
        for is_right in did.get("after", ()):
            take(self.quizzes[Purpose.AFTER][0], user, is_right=is_right)

    def hand_in(self, user: User, states: list[str], content: dict[str, Any], by: User) -> None:
        """Hand in the first tasks, which the trainer answered unless they wait."""
        tasks = [
            (lesson.translation_key, block.id)
            for lesson in self.lessons
            for block in lesson.body
            if block.block_type == "assignment"
        ]
        for (lesson, block), state in zip(tasks, states, strict=False):
            reply = content["replies"].get(state, "") if state != "waiting" else ""
            HandedIn.objects.create(
                user=user,
                lesson=lesson,
                block=block,
                text=content["handed_in"],
                state=state,
                reply=reply,
                replied_at=timezone.now() if reply else None,
                replied_by=by if reply else None,
            )

    def date_back(self, user: User, ago: timedelta) -> None:
        """Put what somebody did into the past."""
        when = timezone.now() - ago
        LessonProgress.objects.filter(user=user).update(opened_at=when, done_at=when)
        HandedIn.objects.filter(user=user).update(handed_in_at=when)
        Attempt.objects.filter(user=user).update(started_at=when, submitted_at=when)


def take(quiz: QuizPage, user: User, *, is_right: bool) -> None:
    """Have somebody take a quiz, with all answers right or with half of them missing."""
    attempt = attempts.start(quiz=quiz, user=user)
    right = right_answers(attempt)
    some = right if is_right else dict([*right.items()][: len(right) // 2])
    attempts.save(key=attempt.key, answers=some, version=attempt.version)
    attempts.submit(key=attempt.key)


def right_answers(attempt: Attempt) -> dict[str, Any]:
    """Return the answers that are right, by question: of a text the first that is accepted."""
    return {
        each.id: each.right[settings.LANGUAGE_CODE][0] if each.kind == "short_text" else each.right
        for each in attempt.frozen.questions
    }
