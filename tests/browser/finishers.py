"""People who have done all of the demonstration's programme but handing in the final test."""

from datetime import timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.demo_cohort import Course, right_answers
from knowledgebase.training.models import (
    Attendance,
    Cohort,
    Enrolment,
    Evaluation,
    LiveSession,
    ProgrammePage,
)
from knowledgebase.training.models.quiz import Purpose
from portal.accounts.models import User
from tests.browser.groups import KEYS

SLUG = {"sq": "riintegrimi-i-te-mbijetuarave", "en": "survivors-reintegration"}
CLOSED: UUID = uuid5(KEYS, "closed")


def make_finisher(person: User) -> None:
    """Let somebody do everything, and answer the final test rightly without handing it in."""
    programme = ProgrammePage.objects.get(slug=SLUG["sq"], locale__language_code="sq")
    cohort = Cohort.objects.get(name="Grup demonstrativ")
    Enrolment.objects.create(user=person, programme=cohort.programme, cohort=cohort)
    Attendance.objects.create(user=person, session=LiveSession.objects.filter(cohort=cohort)[0])
    course, trainer = Course(programme), User.objects.get(email="trainer@example.org")
    course.follow(person, {"lessons": len(course.lessons)})
    course.hand_in(person, ["accepted"] * 3, {"handed_in": "Gati.", "replies": {}}, trainer)
    attempt = attempts.start(quiz=course.quizzes[Purpose.AFTER][0], user=person)
    attempts.save(key=attempt.key, answers=right_answers(attempt), version=attempt.version)


def make_closed_group(people: list[User]) -> None:
    """Make a group of the trainer's whose people said how it was, and that is over."""
    like = Cohort.objects.get(name="Grup demonstrativ")
    day = timezone.localdate() - timedelta(days=40)
    cohort = Cohort.objects.create(
        key=CLOSED, programme=like.programme, name="Vjeshta", ends_on=day
    )
    cohort.trainers.create(user=User.objects.get(email="trainer@example.org"))
    for rating, person in enumerate(people, start=1):
        Evaluation.objects.create(
            user=person,
            programme=cohort.programme,
            cohort=cohort,
            is_useful=rating % 5 + 1,
            is_clear=5,
            had_time=rating if rating < 4 else None,
            words="Më shumë raste nga bashkitë tona." if rating % 2 else "",
        )
