"""A trainer plans live sessions, changes and cancels them, and notes who was there."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from knowledgebase.training.cohorts import sessions as actions
from knowledgebase.training.models import (
    Attendance,
    Cohort,
    Completion,
    Enrolment,
    LiveSession,
)
from portal.accounts.messages import mark_read
from portal.accounts.models import Message, User
from portal.accounts.roles import Role
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address, make
from tests.training.factories import ProgrammePageFactory
from tests.training.groups import client_of, group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

DAY = timezone.localdate() + timedelta(days=30)
FIELDS = {
    "title": "Takimi i parë",
    "day": DAY.isoformat(),
    "begins": "14:30",
    "ends": "16:00",
    "place": "Vlorë",
    "link": "",
}
PAGES = ["cohort_sessions", "new_session", "change_session", "cancel_session", "attendance"]


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def desk(trainer) -> Client:
    return client_of(trainer)


@pytest.fixture
def cohort(trainer) -> Cohort:
    return group_of(trainer)


@pytest.fixture
def ana(cohort) -> User:
    return member(cohort)


def path(name: str, cohort: Cohort, session: LiveSession | None = None, language: str = "sq"):
    named = [cohort.key, session.key] if session and name not in PAGES[:2] else [cohort.key]
    return address(name, language, *named)


def subjects(person: User) -> list[str]:
    return [*Message.objects.filter(to=person).order_by("pk").values_list("subject", flat=True)]


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_planned_once_and_the_group_is_told_without_a_word_in_the_mail(
    desk, cohort, language
):
    ana = member(cohort, language=language)
    for _twice in range(2):
        sent = desk.post(path("new_session", cohort, language=language), FIELDS)
        assert sent.url == path("cohort_sessions", cohort, language=language)
    session = LiveSession.objects.get()
    assert "Takimi i parë" in desk.get(sent.url).content.decode()
    message = Message.objects.get(to=ana)
    assert "14:30–16:00" in message.text
    assert message.link == f"{address('group', language, cohort.key)}#{session.key}"
    assert "Takimi i parë" not in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (datetime(2027, 3, 27), datetime(2027, 3, 27, 13, 30, tzinfo=UTC)),
        (datetime(2027, 3, 28), datetime(2027, 3, 28, 12, 30, tzinfo=UTC)),  # summer time begins
        (datetime(2027, 10, 31), datetime(2027, 10, 31, 13, 30, tzinfo=UTC)),  # and ends
    ],
)
def test_hours_are_those_of_the_clock_in_tirana(desk, cohort, day, moment):
    desk.post(path("new_session", cohort), {**FIELDS, "day": day.date().isoformat()})
    session = LiveSession.objects.get()
    assert session.starts_at == moment
    form = desk.get(path("change_session", cohort, session)).content.decode()
    assert 'value="14:30"' in form
    assert f'value="{day.date()}"' in form


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("day", {"day": "dje"}),
        ("day", {"day": "27.3.0027"}),
        ("day", {"day": "9999-12-31"}),
        ("begins", {"begins": "25:00"}),
        ("ends", {"ends": "14:30"}),
        ("ends", {"ends": ""}),
        ("begins", {"day": "2027-03-28", "begins": "02:30"}),  # the clock has no such time
        ("begins", {"day": "2027-10-31", "begins": "02:30"}),  # and this one twice
        ("place", {"place": "", "link": ""}),
        ("link", {"link": "javascript:alert(1)"}),
        ("title", {"title": "x" * 161}),
        ("title", {"title": " "}),
    ],
)
def test_what_is_wrong_is_said_by_the_field_and_what_was_typed_stays(
    desk, cohort, ana, field, changes
):
    page = desk.post(path("new_session", cohort), {**FIELDS, **changes})
    assert [*page.context_data["form"].errors] == [field]
    text = page.content.decode()
    assert f'id="id_{field}_error"' in text
    for value in {**FIELDS, **changes}.values():
        assert not value or f'value="{value}"' in text
    assert not LiveSession.objects.exists()
    assert not subjects(ana)


def test_days_and_hours_are_read_as_people_write_them(desk, cohort):
    fields = {**FIELDS, "day": DAY.strftime("%d.%m.%Y"), "begins": "14.30", "ends": "16:00:00"}
    desk.post(path("new_session", cohort), fields)
    assert timezone.localtime(LiveSession.objects.get().starts_at).hour == 14


@pytest.mark.dialect
def test_no_session_is_planned_in_a_closed_group(desk, cohort):
    Cohort.objects.update(closed_at=timezone.now())
    page = desk.post(path("new_session", cohort), FIELDS)
    assert 'value="Takimi i parë"' in page.content.decode()
    assert not LiveSession.objects.exists()


def test_the_group_is_told_of_a_new_time_or_place_and_not_of_a_new_title(desk, cohort, ana):
    desk.post(path("new_session", cohort), FIELDS)
    session = LiveSession.objects.get()
    mark_read(Message.objects.get())
    url = path("change_session", cohort, session)
    desk.post(url, {**FIELDS, "title": "Tjetër", "sequence": "0"})
    assert len(subjects(ana)) == 1
    desk.post(url, {**FIELDS, "title": "Tjetër", "place": "Tiranë", "sequence": "1"})
    assert subjects(ana)[1] == "Ndryshoi takimi: Tjetër"
    desk.post(url, {**FIELDS, "title": "Tjetër", "place": "Tiranë", "sequence": "1"})
    session.refresh_from_db()
    assert (session.sequence, len(subjects(ana))) == (2, 2)


@pytest.mark.dialect
def test_who_has_not_read_of_it_yet_finds_the_last_word_in_one_message(desk, cohort, ana):
    desk.post(path("new_session", cohort), FIELDS)
    session = LiveSession.objects.get()
    url = path("change_session", cohort, session)
    desk.post(url, {**FIELDS, "place": "Tiranë", "sequence": "0"})
    message = Message.objects.get()
    assert "Tiranë" in message.text
    assert message.subject == "U planifikua takimi: Takimi i parë"
    actions.cancel(session=session)
    assert subjects(ana) == ["U anulua takimi: Takimi i parë"]
    Message.objects.update(created_at=timezone.now() - timedelta(hours=1))
    actions.restore(session=session)
    assert len(subjects(ana)) == 2


@pytest.mark.dialect
def test_what_another_trainer_saved_meanwhile_stays(desk, cohort):
    session = session_of(cohort)
    said = {name: getattr(session, name) for name in ("title", "starts_at", "ends_at", "link")}
    actions.change(session=session, sequence=0, place="Durrës", **said)
    late = {**FIELDS, "place": "Fier", "sequence": "0"}
    page = desk.post(path("change_session", cohort, session), late, follow=True)
    assert "Ndërkohë dikush e ndryshoi" in page.content.decode()
    session.refresh_from_db()
    assert (session.place, session.sequence) == ("Durrës", 1)


def test_a_session_is_cancelled_once_and_takes_place_after_all(desk, cohort, ana):
    session = session_of(cohort)
    url = path("cancel_session", cohort, session)
    for _twice in range(2):
        desk.post(url)
    session.refresh_from_db()
    assert session.cancelled_at
    assert session.sequence == 1
    desk.post(url, {"restore": "1"})
    session.refresh_from_db()
    assert (session.cancelled_at, session.sequence) == (None, 2)


@pytest.mark.dialect
def test_nobody_is_told_of_what_is_over_and_nobody_who_left(desk, cohort, ana):
    Enrolment.objects.filter(user=ana).update(left_at=timezone.now())
    desk.post(path("new_session", cohort), FIELDS)
    assert not subjects(ana)
    Enrolment.objects.filter(user=ana).update(left_at=None)
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    desk.post(path("new_session", cohort), {**FIELDS, "day": yesterday})
    assert LiveSession.objects.count() == 2
    assert not subjects(ana)


@pytest.fixture
def held(cohort) -> LiveSession:
    """A session of some hours ago."""
    return session_of(cohort, timezone.now() - timedelta(hours=5))


def enrolment(person: User) -> int:
    return Enrolment.objects.get(user=person).pk


def there(session: LiveSession) -> set[str]:
    return {*Attendance.objects.filter(session=session).values_list("user__email", flat=True)}


@pytest.mark.dialect
def test_attendance_is_saved_as_a_whole_and_counted(desk, cohort, trainer, ana, held):
    member(cohort, "beni@example.org")
    url = path("attendance", cohort, held)
    for _twice in range(2):
        desk.post(url, {"there": [enrolment(ana)]})
    assert there(held) == {"ana@example.org"}
    assert Attendance.objects.get().noted_by == trainer
    assert "1 person mori pjesë" in desk.get(path("cohort_sessions", cohort)).content.decode()
    page = desk.get(url).content.decode()
    assert f'name="there" value="{enrolment(ana)}" checked' in page
    assert f'name="noted" value="{enrolment(ana)}"' in page
    desk.post(url, {"noted": [enrolment(ana)]})
    assert not there(held)


def test_what_two_trainers_note_from_the_same_page_is_kept_of_both(trainer, cohort, ana, held):
    people = [ana, *(member(cohort, f"{name}@example.org") for name in ("beni", "cela"))]
    a, b, c = map(enrolment, people)
    actions.note_attendance(session=held, by=trainer, were_there=[c], were_noted=[])
    actions.note_attendance(session=held, by=trainer, were_there=[a, c], were_noted=[c])
    actions.note_attendance(session=held, by=trainer, were_there=[b], were_noted=[c])
    assert there(held) == {"ana@example.org", "beni@example.org"}


def test_who_needed_only_to_be_there_has_completed_the_programme(trainer):
    asked = {"needs_lessons": False, "needs_post_test": False, "needs_sessions": 1}
    programme = ProgrammePageFactory(**asked)
    cohort = group_of(trainer, programme=programme.translation_key)
    ana, _beni = member(cohort), member(cohort, "beni@example.org")
    session = session_of(cohort, timezone.now() - timedelta(hours=5))
    actions.note_attendance(session=session, by=trainer, were_there=[enrolment(ana)], were_noted=[])
    assert [each.user for each in Completion.objects.all()] == [ana]


@pytest.mark.dialect
def test_a_session_that_takes_place_after_all_completes_the_programme_at_once(trainer):
    asked = {"needs_lessons": False, "needs_post_test": False, "needs_sessions": 1}
    programme = ProgrammePageFactory(**asked)
    cohort = group_of(trainer, programme=programme.translation_key)
    ana, _beni = member(cohort), member(cohort, "beni@example.org")
    session = session_of(cohort, timezone.now() - timedelta(hours=5), cancelled_at=timezone.now())
    Attendance.objects.create(session=session, user=ana)
    actions.restore(session=session)
    assert [each.user for each in Completion.objects.all()] == [ana]


def test_only_people_of_the_group_are_noted(desk, trainer, cohort, ana, held):
    stranger = enrolment(member(group_of(trainer), "tjetri@example.org"))
    gone = enrolment(member(cohort, "iku@example.org", left_at=timezone.now()))
    url = path("attendance", cohort, held)
    sent = desk.post(url, {"there": [stranger, gone, enrolment(ana), "x", "9" * 30]})
    assert sent.status_code == 302
    assert there(held) == {"ana@example.org"}
    assert "iku@example.org" not in desk.get(url).content.decode()


@pytest.mark.dialect
def test_attendance_waits_for_the_day_and_knows_no_cancelled_session(trainer, cohort, ana, held):
    coming, cancelled = session_of(cohort), held
    actions.cancel(session=cancelled)
    for session in (coming, cancelled):
        with pytest.raises(RefusedError):
            actions.note_attendance(
                session=session, by=trainer, were_there=[enrolment(ana)], were_noted=[]
            )
    assert not Attendance.objects.exists()


def test_what_was_ticked_is_there_after_signing_in_again(trainer, cohort, ana, held):
    url, client = path("attendance", cohort, held), Client()
    client.post(url, {"there": [enrolment(ana)], "by": str(trainer.key)})
    client.force_login(trainer)
    assert f'value="{enrolment(ana)}" checked' in client.get(url).content.decode()
    url, client = path("new_session", cohort), Client()
    client.post(url, {**FIELDS, "by": str(trainer.key)})
    client.force_login(trainer)
    assert 'value="14:30"' in client.get(url).content.decode()


@pytest.mark.parametrize("who", ["another trainer", "administrator", "participant"])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_comes_in(cohort, ana, held, who, name):
    if who == "another trainer":
        person = trainer_of("tjetra@example.org")
    else:
        person = ana if who == "participant" else make("admin@example.org", Role.EDITOR)
    User.objects.filter(pk=person.pk).update(is_superuser=who == "administrator")
    client, url = client_of(person), path(name, cohort, held)
    assert client.post(url, FIELDS).status_code in (404, 405)
    if name != "cancel_session":
        assert client.get(url).status_code == 404
    assert Client().get(path(name, cohort, held)).status_code in (302, 405)


@pytest.mark.parametrize("name", PAGES[2:])
def test_a_session_is_reached_through_its_own_group_alone(desk, trainer, cohort, held, name):
    other = group_of(trainer, name="Vjeshta")
    assert desk.post(path(name, other, held), FIELDS).status_code == 404
    held.refresh_from_db()
    assert not held.cancelled_at
