"""Two trainers at the same second: one exception, one answer, and one attempt for each granted."""

import pytest
from django.db import connection

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.cohorts import concessions
from knowledgebase.training.cohorts.answering import answer, version_of
from knowledgebase.training.models import Attempt, Concession, HandedIn, QuizPage
from portal.accounts.models import Message, User
from portal.publishing.refusals import RefusedError
from tests.portal.people import make
from tests.test_same_second import ONE_WRITER, at_once
from tests.training import quizzes
from tests.training.factories import ModulePageFactory, ProgrammePageFactory, QuizPageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def trainer() -> User:
    return make("trajnerja@example.org")


@pytest.fixture
def quiz() -> QuizPage:
    module = ModulePageFactory(parent=ProgrammePageFactory())
    pools = [quizzes.pool(quizzes.SINGLE)]
    return QuizPage.objects.get(pk=QuizPageFactory(parent=module, pools=pools, attempts=1).pk)


def or_refused(function) -> str:
    try:
        function()
    except RefusedError:
        return "refused"
    return "done"


def test_an_attempt_that_is_granted_twice_at_once_is_one_more(person, trainer, quiz):
    attempts.submit(key=attempts.start(quiz=quiz, user=person).key)

    def grant() -> None:
        made = Concession(
            user=person,
            programme=person.key,
            kind="attempt",
            subject=quiz.translation_key,
            reason="x",
        )
        concessions.grant(concession=made, by=trainer, seen=0)

    assert sorted(at_once(*[lambda: or_refused(grant)] * 4)) == ["done", *["refused"] * 3]

    def begin() -> None:
        attempts.submit(key=attempts.start(quiz=quiz, user=person).key)

    at_once(*[lambda: or_refused(begin)] * 4)
    assert Attempt.objects.count() == 2


def test_the_second_trainer_is_told(person, trainer, quiz):
    task = HandedIn.objects.create(user=person, lesson=quiz.translation_key, block="b", text="x")
    seen = version_of(task)

    def reply(is_accepted: bool) -> None:
        answer(task=task, seen=seen, by=trainer, is_accepted=is_accepted, reply="Mirë.")

    said = at_once(*(lambda each=each: or_refused(lambda: reply(each)) for each in (True, False)))
    assert sorted(said) == ["done", "refused"]
    assert Message.objects.filter(to=person).count() == 1
