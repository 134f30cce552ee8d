"""Who is in a group sees its page and takes its sessions along; nobody else learns of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from knowledgebase.training.cohorts import sessions
from knowledgebase.training.cohorts.messages import write_to_cohort
from knowledgebase.training.models import Attendance, Cohort, Enrolment
from portal.accounts.models import User
from tests.portal.people import LANGUAGES, address, make
from tests.training.factories import ProgrammePageFactory
from tests.training.groups import client_of, group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

LINK = "https://takim.example.org/x7"


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def cohort(trainer) -> Cohort:
    User.objects.filter(pk=trainer.pk).update(name="Drita Kola")
    programme = ProgrammePageFactory(title="Programi")
    days = {"starts_on": timezone.localdate(), "ends_on": timezone.localdate()}
    return group_of(trainer, programme=programme.translation_key, **days)


@pytest.fixture
def ana(cohort) -> User:
    return member(cohort)


@pytest.fixture
def mine(ana) -> Client:
    return client_of(ana)


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_shows_what_is_planned_what_was_and_who_leads_it(mine, cohort, ana, language):
    coming = session_of(cohort, link=LINK, title="Takimi i ardhshëm")
    past = [
        session_of(cohort, timezone.now() - timedelta(days=days), title=f"Takimi {days}")
        for days in (3, 2)
    ]
    Attendance.objects.create(session=past[0], user=ana)
    Attendance.objects.create(session=past[1], user=member(cohort, "beni@example.org"))
    page = text_of(mine, address("group", language, cohort.key))
    for words in ("Pranvera", "Programi", "Drita Kola", LINK, "Takimi i ardhshëm", "Takimi 3"):
        assert words in page
    assert address("session_calendar", language, cohort.key, coming.key) in page
    assert {"sq": "Ishit në 1 nga 2", "en": "You were at 1 of 2"}[language] in page
    assert "trajnerja@example.org" not in page
    assert "beni@example.org" not in page


@pytest.mark.dialect
def test_it_lists_what_the_person_was_written_and_nothing_of_before(mine, trainer, cohort, ana):
    beni = member(cohort, "beni@example.org", language="en")
    said = {"cohort": cohort, "by": trainer, "to": "all", "text": "T"}
    write_to_cohort(subject="Mirë se vini", **said)
    Enrolment.objects.filter(user=beni).update(left_at=timezone.now())
    write_to_cohort(subject="Pa Benin", **said)
    Enrolment.objects.filter(user=beni).update(left_at=None)
    url = address("group", "sq", cohort.key)
    assert "Pa Benin" in text_of(mine, url)
    page = text_of(client_of(beni), url)
    assert "Mirë se vini" in page
    assert "Pa Benin" not in page


def test_a_cancelled_session_says_so_and_leads_to_no_meeting(mine, cohort):
    session = session_of(cohort, link=LINK)
    sessions.cancel(session=session)
    page = text_of(mine, address("group", "sq", cohort.key))
    assert "Anuluar" in page
    assert LINK not in page


@pytest.mark.dialect
def test_my_page_leads_to_the_group_and_says_when_it_meets(mine, cohort):
    url = address("group", "sq", cohort.key)
    assert url in text_of(mine, address("my_page"))
    first = session_of(cohort)
    session_of(cohort, timezone.now() + timedelta(days=2))
    moment = timezone.localtime(first.starts_at).strftime("%H:%M")
    assert f", {moment}</p>" in text_of(mine, address("my_page"))
    Enrolment.objects.update(left_at=timezone.now())
    assert url not in text_of(mine, address("my_page"))


def test_the_page_takes_as_many_queries_for_many_as_for_one(mine, trainer, cohort):
    def queries() -> int:
        mine.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert mine.get(url).status_code == 200
        return len(captured)

    url = address("group", "sq", cohort.key)
    session_of(cohort), session_of(cohort, timezone.now() - timedelta(days=2))
    before = queries()
    for number in range(1, 6):
        session_of(cohort, timezone.now() + timedelta(days=number))
        session_of(cohort, timezone.now() - timedelta(days=number))
        write_to_cohort(cohort=cohort, by=trainer, to="all", subject=f"S{number}", text="T")
    assert queries() == before


def events_in(client: Client, url: str) -> list:
    response = client.get(url)
    assert {"private", "no-store"} <= {*response["Cache-Control"].split(", ")}
    return Calendar.from_ical(response.content).walk("VEVENT")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_learns_the_time_and_no_more_unless_it_is_asked_for(mine, cohort, language):
    session, other = session_of(cohort, link=LINK), session_of(cohort)
    url = address("session_calendar", language, cohort.key, session.key)
    (event,) = events_in(mine, url)
    assert event["summary"] == {"sq": "Takim", "en": "Meeting"}[language]
    assert event.decoded("dtstart") == session.starts_at.replace(microsecond=0)
    assert event["uid"] == str(session.key)
    assert not {"location", "url", "description"} & {name.lower() for name in event}
    everything = events_in(mine, address("group_calendar", language, cohort.key) + "?place=yes")
    assert {event["uid"] for event in everything} == {str(session.key), str(other.key)}
    (asked,) = (each for each in everything if each["uid"] == str(session.key))
    assert (asked["location"], asked["url"]) == ("Vlorë", LINK)


@pytest.mark.dialect
def test_a_calendar_learns_that_a_session_is_cancelled_and_that_it_is_not(mine, cohort):
    session = session_of(cohort)
    url = address("group_calendar", "sq", cohort.key)
    sessions.cancel(session=session)
    assert [(each["status"], each["sequence"]) for each in events_in(mine, url)] == [
        ("CANCELLED", 1)
    ]
    sessions.restore(session=session)
    assert [(each["status"], each["sequence"]) for each in events_in(mine, url)] == [
        ("CONFIRMED", 2)
    ]


def addresses(cohort: Cohort) -> list[str]:
    session = session_of(cohort)
    return [
        address("group", "sq", cohort.key),
        address("group_calendar", "sq", cohort.key),
        address("session_calendar", "sq", cohort.key, session.key),
    ]


@pytest.mark.dialect
def test_only_who_is_in_it_or_leads_it_comes_in(mine, trainer, cohort):
    page, *calendars = addresses(cohort)
    for url in (page, *calendars):
        assert mine.get(url).status_code == 200
    assert client_of(trainer).get(page).status_code == 404
    for url in calendars:
        assert client_of(trainer).get(url).status_code == 200
    left = member(cohort, "iku@example.org", left_at=timezone.now())
    other_trainer = trainer_of("tjetra@example.org")
    in_another = member(group_of(other_trainer), "larg@example.org")
    admin = make("admin@example.org")
    User.objects.filter(pk=admin.pk).update(is_superuser=True)
    for person in (left, other_trainer, in_another, admin):
        for url in (page, *calendars):
            assert client_of(person).get(url).status_code == 404
    for url in (page, *calendars):
        assert Client().get(url)["Location"].startswith(address("account_login"))


def test_a_session_is_reached_through_its_own_group_alone(mine, trainer, cohort, ana):
    other = group_of(trainer, name="Tjetri", programme=uuid4())
    session = session_of(other)
    url = address("session_calendar", "sq", cohort.key, session.key)
    assert mine.get(url).status_code == 404
