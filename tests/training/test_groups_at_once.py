"""Two trainers, two tabs and two nights at the same second: nothing twice, nothing lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from knowledgebase.training.cohorts import sessions
from knowledgebase.training.cohorts.messages import write_to_cohort
from knowledgebase.training.cohorts.reminders import remind_of_sessions, remind_of_steps
from knowledgebase.training.models import Attendance, Cohort, CohortMessage, Enrolment, LiveSession
from portal.accounts.models import Message, User
from portal.mail.models import Mail
from portal.publishing.refusals import RefusedError
from tests.test_same_second import ONE_WRITER, at_once
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory
from tests.training.groups import group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def cohort(trainer) -> Cohort:
    """A cohort of five, in which nobody did anything since it began."""
    module = ModulePageFactory(parent=ProgrammePageFactory())
    for number in range(2):
        LessonPageFactory(parent=module, slug=f"m-{number}")
    today, days = timezone.localdate(), timedelta(days=20)
    cohort = group_of(
        trainer,
        programme=module.get_parent().translation_key,
        starts_on=today - days,
        ends_on=today,
    )
    for number in range(5):
        member(cohort, f"p{number}@example.org", joined_at=timezone.now() - days)
    return cohort


def test_a_session_that_is_sent_twice_is_planned_once(cohort):
    start = timezone.now() + timedelta(days=1)
    said = {"title": "T", "starts_at": start, "ends_at": start + timedelta(hours=1)}
    at_once(*[lambda: sessions.plan(cohort=cohort, place="V", link="", **said)] * 4)
    assert LiveSession.objects.count() == 1
    assert Message.objects.count() == 5


def test_of_two_who_change_a_session_one_is_told_of_the_other(cohort):
    session = session_of(cohort)
    said = {name: getattr(session, name) for name in ("title", "starts_at", "ends_at", "link")}

    def change(place: str) -> str:
        try:
            sessions.change(session=session, sequence=0, place=place, **said)
        except RefusedError:
            return ""
        return place

    saved = at_once(lambda: change("Fier"), lambda: change("Berat"))
    session.refresh_from_db()
    assert sorted(saved) == ["", session.place]
    assert session.sequence == 1


def test_what_trainers_note_at_once_is_kept_of_all(cohort, trainer):
    session = session_of(cohort, timezone.now() - timedelta(hours=5))
    people = [*Enrolment.objects.filter(cohort=cohort)]

    def note(person: Enrolment):
        both = [person.pk, people[0].pk]
        return lambda: sessions.note_attendance(
            session=session, by=trainer, were_there=both, were_noted=[]
        )

    at_once(*map(note, people))
    assert Attendance.objects.filter(session=session).count() == len(people)


def test_a_message_that_is_sent_twice_goes_out_once(cohort, trainer):
    said = {"cohort": cohort, "by": trainer, "to": "behind", "subject": "S", "text": "T"}
    at_once(*[lambda: write_to_cohort(**said)] * 4)
    assert CohortMessage.objects.get().count == Message.objects.count() == 5


def test_two_nightly_works_at_once_remind_once(cohort):
    tomorrow = timezone.localtime() + timedelta(days=1)
    for hour in (9, 15):
        session_of(cohort, tomorrow.replace(hour=hour))
    assert sum(at_once(*[remind_of_steps] * 3)) == 5
    assert sum(at_once(*[remind_of_sessions] * 3)) == 5
    assert Mail.objects.count() == 10
