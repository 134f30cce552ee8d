"""Who opens which address of training: every address, as everybody, in one table."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from knowledgebase.training import urls
from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.models import (
    Cohort,
    Concession,
    HandedIn,
    LessonPage,
    LiveSession,
    QuizPage,
)
from portal.accounts.inviting import invite
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import address, make
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.groups import client_of, group_of, member, session_of, trainer_of
from tests.training.quizzes import SINGLE, pool

pytestmark = pytest.mark.django_db

EVERYBODY = {
    *("visitor", "account", "participant", "participant elsewhere", "trainer", "another trainer"),
    *("editor", "translator", "moderator", "coordinator", "administrator"),
}
WHOEVER_EDITS = {"trainer", "another trainer", "editor", "moderator", "administrator"}
JOIN_CODE = "k" * 43


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from names(each.url_patterns)
        else:
            yield str(each.name)


def each(*names: str, has: Any) -> dict[str, Any]:
    return dict.fromkeys(names, has)


@pytest.fixture
def people() -> dict[str, User]:
    roles = [Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR, Role.COORDINATOR]
    found = {role.value: make(f"{role.value}@example.org", role) for role in roles}
    found |= {"account": make("llogari@example.org"), "administrator": make("admin@example.org")}
    User.objects.filter(pk=found["administrator"].pk).update(is_superuser=True)
    found |= {"trainer": trainer_of(), "another trainer": trainer_of("tjetra@example.org")}
    return found


def make_pages() -> dict[str, Any]:
    """Return the key of a page of each kind, and of two blocks of the lesson."""
    programme = ProgrammePageFactory(is_open=True)
    module = ModulePageFactory(parent=programme)
    body = [("reflection", {"prompt": "?"}), ("assignment", {"title": "D", "text": "<p>D</p>"})]
    lesson = LessonPage.objects.get(pk=LessonPageFactory(parent=module, body=body).pk)
    quiz = QuizPageFactory(parent=module, slug="kuizi", pools=[pool(SINGLE)])
    note, task = (block.id for block in lesson.body)
    found = {"programme": programme, "module": module, "lesson": lesson, "quiz": quiz}
    return {kind: page.translation_key for kind, page in found.items()} | {
        "note": note,
        "task": task,
    }


@pytest.fixture(scope="module")
def pages(ground) -> dict[str, Any]:
    return ground(make_pages)


@pytest.fixture
def things(people, pages) -> dict[str, Any]:
    """What an address names a thing by, for one thing of every kind."""
    trainer, programme = people["trainer"], pages["programme"]
    cohort = group_of(trainer, programme=programme)
    Cohort.objects.filter(pk=cohort.pk).update(join_code=JOIN_CODE)
    other = group_of(people["another trainer"], programme=programme)
    people["participant elsewhere"] = member(other, "beni@example.org")
    person = people["participant"] = member(cohort)
    quiz = QuizPage.objects.get(translation_key=pages["quiz"])
    invited = {"purpose": "cohort", "reference": str(cohort.key)}
    (invitation,) = invite(["ftesa@example.org"], language="sq", by=trainer, **invited)
    concession = Concession.objects.create(
        user=person, programme=programme, kind="session", reason="x"
    )
    handed_in = HandedIn.objects.create(
        user=person, lesson=pages["lesson"], block=pages["task"], text="D"
    )
    return pages | {
        "attempt": attempts.start(quiz=quiz, user=person).key,
        "cohort": cohort.key,
        "join code": JOIN_CODE,
        "session": session_of(cohort).key,
        "person": person.key,
        "invitation": invitation.pk,
        "concession": concession.pk,
        "handed in": handed_in.key,
    }


@pytest.fixture
def where(things) -> dict[str, str]:
    """An address of every name."""
    return {
        name: address(name, "sq", *(things[kind] for kind in ABOUT.get(name, ["cohort"])))
        for name in names(urls.urlpatterns)
    }


# What an address is about, where that is not a cohort alone.
ABOUT = {
    **each("training_figures", "kept_lessons", "cohorts", "new_cohort", has=[]),
    **each("enrolment", "certify", "evaluation", "lessons_worker", has=["programme"]),
    **each("quiz_sheets", "answer_sheets", has=["module"]),
    **each("lesson_done", "lesson_for_trainers", has=["lesson"]),
    **each("lesson_note", has=["lesson", "note"]),
    **each("lesson_task", has=["lesson", "task"]),
    **each("attempt_start", "item_analysis", has=["quiz"]),
    **each("attempt", has=["attempt"]),
    **each("join_cohort", has=["join code"]),
    **each("change_session", "cancel_session", has=["cohort", "session"]),
    **each("attendance", "session_calendar", has=["cohort", "session"]),
    **each("cohort_progress_of", "cohort_person", has=["cohort", "person"]),
    **each("cohort_concession", has=["cohort", "person", "concession"]),
    **each("cohort_task", has=["cohort", "handed in"]),
    **each("cohort_invitation", has=["cohort", "invitation"]),
}
READ_BY = {
    **each("lessons_worker", "kept_lessons", "join_cohort", has=EVERYBODY),
    **each(
        *("item_analysis", "lesson_for_trainers", "quiz_sheets", "answer_sheets"),
        has=WHOEVER_EDITS,
    ),
    **each("training_figures", has={"coordinator", "editor", "administrator"}),
    **each("cohorts", "new_cohort", has={"trainer", "another trainer", "administrator"}),
    **each(
        *("cohort", "cohort_settings", "cohort_evaluation", "cohort_people", "cohort_person"),
        *("cohort_invite", "cohort_sessions", "new_session", "change_session", "attendance"),
        *("cohort_messages", "cohort_progress", "cohort_gain", "cohort_export"),
        *("cohort_progress_of", "cohort_tasks", "cohort_task"),
        has={"trainer"},
    ),
    **each("group_calendar", "session_calendar", has={"participant", "trainer"}),
    **each("group", "attempt", has={"participant"}),
    **each("evaluation", has={"participant", "participant elsewhere"}),
}
# What is only sent to, and by whom; who may read a page may send to it.
SENT_BY = {
    **each(
        *("close_cohort", "cancel_session", "cohort_link", "cohort_invitation"),
        *("cohort_trainers", "cohort_concession"),
        has={"trainer"},
    ),
    **each("leave_group", has={"participant"}),
    # Each acts on what is the sender's own.
    **each(
        *("enrolment", "certify", "lesson_done", "lesson_note", "lesson_task", "attempt_start"),
        has=EVERYBODY - {"visitor"},
    ),
}
QUERY = {"cohort_export": {"as": "csv"}}


def test_the_table_has_every_address():
    assert sorted(READ_BY | SENT_BY) == sorted(names(urls.urlpatterns))


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_reads_what_is_theirs_and_nothing_else(where, people, who):
    client = client_of(people[who]) if who in people else Client()
    answers = {name: client.get(where[name], QUERY.get(name)) for name in READ_BY}
    read = {name for name, answer in answers.items() if answer.status_code in {200, 202}}
    assert read == {name for name, readers in READ_BY.items() if who in readers}
    refused = {name: answer.status_code for name, answer in answers.items() if name not in read}
    assert set(refused.values()) <= ({302} if who == "visitor" else {404}), refused


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_nobody_else_changes_anything(where, people, who):
    """What is sent by others is refused, however the form is filled in."""
    client = client_of(people[who]) if who in people else Client()
    sign_in = address("account_login")
    for name, url in where.items():
        if who in READ_BY.get(name, ()) or who in SENT_BY.get(name, ()):
            continue
        answer = client.post(url, {"name": "x", "text": "x", "reopen": "1"})
        if who == "visitor" and answer.status_code == 302:
            assert answer.url.startswith(sign_in), name
        else:
            assert answer.status_code in {404, 405}, name
    assert Cohort.objects.count() == 2
    assert Concession.objects.filter(withdrawn_at=None).count() == 1
    assert LiveSession.objects.filter(cancelled_at=None).count() == 1


SECRET = {
    name
    for name, has in (READ_BY | SENT_BY).items()
    if not has & {"account", "participant", "visitor"}
}


def test_what_colleagues_alone_meet_asks_for_the_second_factor(where, people, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client = client_of(people["administrator"])
    first = address("mfa_index")
    for name in SECRET:
        for method in ("get", "post"):
            answer = getattr(client, method)(where[name], QUERY.get(name))
            asked = answer.status_code == 302 and answer.url.startswith(first)
            assert asked or (method == "post" and answer.status_code == 405), name


def test_who_signs_in_again_comes_to_the_page_with_the_button(where, people):
    clients = {who: client_of(people[who]) for who in ("trainer", "participant")}
    for name, senders in SENT_BY.items():
        client = clients["trainer" if "trainer" in senders else "participant"]
        answer = client.get(where[name], follow=True)
        assert (answer.status_code, len(answer.redirect_chain)) == (200, 1), name
