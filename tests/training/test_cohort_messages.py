"""A trainer writes to a group: looked at first, sent once, read on the portal."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from knowledgebase.training.cohorts import message_views, sessions
from knowledgebase.training.cohorts.messages import recipients, write_to_cohort
from knowledgebase.training.models import (
    Cohort,
    CohortMessage,
    Completion,
    Enrolment,
    LessonPage,
    LessonProgress,
)
from portal.accounts.models import Message, User
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory
from tests.training.groups import client_of, group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

FIELDS = {"recipients": "all", "subject": "Takimi", "text": "Sillni planin."}
LONG_AGO = timedelta(days=60)


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def desk(trainer) -> Client:
    return client_of(trainer)


def make_lessons() -> list[LessonPage]:
    module = ModulePageFactory(parent=ProgrammePageFactory())
    return [LessonPageFactory(parent=module, slug=f"m-{number}") for number in range(2)]


@pytest.fixture(scope="module")
def written(ground) -> list[LessonPage]:
    return ground(make_lessons)


@pytest.fixture
def lessons(written) -> list[LessonPage]:
    return deepcopy(written)


@pytest.fixture
def cohort(trainer, lessons) -> Cohort:
    programme = lessons[0].get_parent().get_parent()
    return group_of(trainer, programme=programme.translation_key)


@pytest.fixture
def ana(cohort) -> User:
    return member(cohort)


def url_of(cohort: Cohort, language: str = "sq") -> str:
    return address("cohort_messages", language, cohort.key)


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_looked_at_then_sent_once_and_read_here(desk, cohort, ana, language):
    User.objects.filter(pk=ana.pk).update(name="Ana Hoxha")
    url = url_of(cohort, language)
    preview = desk.post(url, FIELDS).content.decode()
    assert "Sillni planin." in preview
    assert 'name="send"' in preview
    assert "Ana Hoxha" in preview
    assert "ana@example.org" not in preview
    assert not CohortMessage.objects.exists()
    for _twice in range(2):
        assert desk.post(url, {**FIELDS, "send": "yes"}).url == url
    assert "Sillni planin." in desk.get(url).content.decode()
    message = Message.objects.get(to=ana)
    assert message.subject == "Takimi"
    assert message.text == "Sillni planin.\n\nTrajnerët e grupit “Pranvera”"
    assert message.link == address("group", "sq", cohort.key)
    assert CohortMessage.objects.get().count == 1
    assert len(mail.outbox) == 1
    assert "planin" not in mail.outbox[0].body


def test_a_message_can_be_changed_after_it_was_looked_at(desk, cohort, ana):
    page = desk.post(url_of(cohort), {**FIELDS, "change": "yes"}).content.decode()
    assert "Sillni planin.</textarea>" in page
    assert not CohortMessage.objects.exists()


@pytest.mark.dialect
def test_the_same_words_may_be_sent_again_later(trainer, cohort, ana):
    said = {"cohort": cohort, "by": trainer, "to": "all", "subject": "S", "text": "T"}
    write_to_cohort(**said)
    CohortMessage.objects.update(sent_at=timezone.now() - timedelta(hours=1))
    write_to_cohort(**said)
    assert Message.objects.count() == 2


@pytest.mark.dialect
def test_what_leads_to_a_person_is_asked_about_once(desk, cohort, ana):
    text = {**FIELDS, "text": "Telefonoi znj. Dora Leka, 069 123 4567."}
    asked = desk.post(url_of(cohort), {**text, "send": "yes"}).content.decode()
    assert 'name="warned"' in asked
    assert not CohortMessage.objects.exists()
    preview = desk.post(url_of(cohort), {**text, "warned": "1"}).content.decode()
    assert 'name="warned" value="1"' in preview
    desk.post(url_of(cohort), {**text, "warned": "1", "send": "yes"})
    assert Message.objects.filter(to=ana).exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", ""),
        ("subject", "a\nb"),
        ("text", " "),
        ("text", "ë" * 5001),
        ("recipients", "dikush"),
    ],
)
def test_what_is_wrong_is_said_by_the_field(desk, cohort, ana, field, value):
    page = desk.post(url_of(cohort), {**FIELDS, field: value, "send": "yes"})
    assert [*page.context_data["form"].errors] == [field]
    assert f'id="id_{field}_error"' in page.content.decode()
    assert not Message.objects.exists()


@pytest.mark.dialect
def test_nobody_who_left_gets_it(desk, cohort, ana):
    Enrolment.objects.filter(user=ana).update(left_at=timezone.now())
    assert 'name="send"' not in desk.post(url_of(cohort), FIELDS).content.decode()
    page = desk.post(url_of(cohort), {**FIELDS, "send": "yes"}).content.decode()
    assert "Nuk u dërgua asgjë." in page
    assert not Message.objects.exists()


def test_nobody_sends_without_end(desk, cohort, ana, monkeypatch):
    monkeypatch.setattr(message_views, "MOST_A_DAY", 2)
    for number in range(2):
        desk.post(url_of(cohort), {**FIELDS, "subject": str(number), "send": "yes"})
    refused = desk.post(url_of(cohort), {**FIELDS, "send": "yes"})
    assert refused.status_code == 429
    assert "Sillni planin." in refused.content.decode()
    assert Message.objects.count() == 2


def behind(cohort: Cohort) -> list[str]:
    cohort.refresh_from_db()
    return [person.user.email for person in recipients(cohort, "behind")]


def opened(person: User, lesson: LessonPage, days: int, is_done: bool = False) -> None:
    moment = timezone.localtime() - timedelta(days=days)
    LessonProgress.objects.create(
        user=person,
        lesson=lesson.translation_key,
        programme=lesson.translation_key,
        opened_at=moment,
        done_at=moment if is_done else None,
    )


def test_without_days_those_are_behind_who_are_quiet(cohort, lessons):
    old = {"joined_at": timezone.localtime() - LONG_AGO}
    quiet, active, finished, _new = (
        member(cohort, f"{name}@example.org", **about)
        for name, about in (("quiet", old), ("active", old), ("finished", old), ("new", {}))
    )
    opened(quiet, lessons[0], days=14, is_done=True)
    opened(active, lessons[0], days=13)
    for lesson in lessons:
        opened(finished, lesson, days=50, is_done=True)
    assert behind(cohort) == ["quiet@example.org"]
    Completion.objects.create(user=quiet, programme=cohort.programme)
    assert behind(cohort) == []


def test_with_days_those_are_behind_who_did_less_than_the_days_gone_by(cohort, lessons):
    today = timezone.localdate()
    days = {"starts_on": today - timedelta(days=5), "ends_on": today + timedelta(days=4)}
    Cohort.objects.update(**days)
    one, none = (member(cohort, f"{name}@example.org") for name in ("one", "none"))
    opened(one, lessons[0], days=3, is_done=True)
    opened(none, lessons[0], days=1)
    assert behind(cohort) == ["none@example.org"]


def test_who_is_behind_takes_as_many_queries_for_many_as_for_one(cohort, lessons, ana):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            recipients(cohort, "behind")
        return len(captured)

    before = queries()
    for number in range(5):
        opened(member(cohort, f"p{number}@example.org"), lessons[0], days=1)
    assert queries() == before <= 10


@pytest.mark.dialect
def test_two_hundred_people_are_written_to_with_as_many_queries_as_two(
    trainer, cohort, lessons, queue
):
    def queries(act: Callable, **about: Any) -> int:
        with CaptureQueriesContext(connection) as captured:
            act(**about)
        inserts = sum(query["sql"].startswith("INSERT") for query in captured)
        assert inserts <= 8  # SQLite takes 999 values at once
        return len(captured) - inserts

    said = {"cohort": cohort, "by": trainer, "to": "all", "text": "Sillni planin."}
    session = session_of(cohort)
    costs = []
    for count in (2, 198):
        Message.objects.all().delete()
        people = [
            User(
                email=f"p{count}-{number}@example.org", preferred_language=("sq", "en")[number % 2]
            )
            for number in range(count)
        ]
        Enrolment.objects.bulk_create(
            Enrolment(user=person, programme=cohort.programme, cohort=cohort)
            for person in User.objects.bulk_create(people)
        )
        costs.append(
            (
                queries(write_to_cohort, subject=str(count), **said),
                queries(sessions.cancel, session=session),
                queries(sessions.restore, session=session),
            )
        )
    assert Message.objects.count() == 400
    assert costs[1] == costs[0]
    assert max(costs[0]) <= 20


@pytest.mark.dialect
def test_without_a_programme_nobody_is_behind(trainer, ana, cohort, lessons):
    lessons[0].get_parent().get_parent().specific.delete()
    assert behind(cohort) == []
    with pytest.raises(RefusedError):
        write_to_cohort(cohort=cohort, by=trainer, to="behind", subject="S", text="T")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("ana")
def test_the_page_says_who_is_behind(desk, cohort, language):
    page = desk.get(url_of(cohort, language)).content.decode()
    assert {"sq": "Ka mbetur prapa kush", "en": "Somebody is behind who"}[language] in page


def test_what_was_typed_is_there_after_signing_in_again(trainer, cohort):
    client = Client()
    client.post(url_of(cohort), {**FIELDS, "by": str(trainer.key)})
    client.force_login(trainer)
    assert "Sillni planin.</textarea>" in client.get(url_of(cohort)).content.decode()


def test_nobody_else_writes_to_a_group(cohort, ana):
    for person in (ana, trainer_of("tjetra@example.org")):
        client = client_of(person)
        assert client.get(url_of(cohort)).status_code == 404
        assert client.post(url_of(cohort), {**FIELDS, "send": "yes"}).status_code == 404
    assert Client().post(url_of(cohort), {**FIELDS, "send": "yes"}).status_code == 302
    assert not Message.objects.exists()
