"""Several tabs and phones at the same second: one attempt, one result, and nothing half kept."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from knowledgebase.training.attempts import actions
from knowledgebase.training.attempts.frozen import Question
from knowledgebase.training.attempts.scoring import score
from knowledgebase.training.models import Attempt, QuizPage
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError
from tests.portal.people import make
from tests.test_same_second import ONE_WRITER, at_once
from tests.training import quizzes
from tests.training.factories import ModulePageFactory, ProgrammePageFactory, QuizPageFactory

pytestmark = pytest.mark.django_db(transaction=True)
TABS, STEPS, SEEDS = 3, 6, range(8)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def quiz() -> QuizPage:
    module = ModulePageFactory(parent=ProgrammePageFactory())
    pools = [quizzes.pool(*quizzes.ALL)]
    return QuizPage.objects.get(pk=QuizPageFactory(parent=module, pools=pools, attempts=0).pk)


def test_two_who_begin_at_once_get_the_same_attempt(person, quiz):
    started = at_once(*[lambda: actions.start(quiz=quiz, user=person).key] * 4)
    assert len({*started}) == Attempt.objects.count() == 1


def test_fifty_who_hand_in_at_once_get_one_result_each(quiz):
    people = [make(f"p{number}@example.org") for number in range(50)]
    keys = [actions.start(quiz=quiz, user=person).key for person in people]
    for keys_at_once in (keys[:25], keys[25:]):
        at_once(*(lambda key=key: actions.submit(key=key) for key in keys_at_once))
    assert Attempt.objects.exclude(submitted_at=None).count() == 50


def some_answer(question: Question, chance: random.Random) -> Any:
    if question.kind == "short_text":
        return chance.choice(["bashkia", "policia", ""])
    if question.kind in ("matching", "ordering"):
        places = question.partners if question.kind == "matching" else ["1", "2", "3"]
        return {item: chance.choice(["", *places]) for item in question.shown}
    if question.kind == "multiple":
        return chance.sample(question.shown, chance.randrange(len(question.shown)))
    return chance.choice(["", *question.shown])


def tab(attempt: Attempt, chance: random.Random, last: list[Attempt]) -> Callable[[], None]:
    """Return what one tab does: it saves some answers now and then, and may hand in."""
    questions = attempt.frozen.questions

    def work() -> None:
        for _step in range(STEPS):
            if chance.random() < 0.15:
                last.append(actions.submit(key=attempt.key))
                continue
            some = chance.sample(questions, chance.randint(1, 3))
            answers = {each.id: some_answer(each, chance) for each in some}
            try:
                actions.save(key=attempt.key, answers=answers, version=chance.randrange(4))
            except RefusedError:
                assert Attempt.objects.get(key=attempt.key).submitted_at

    return work


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_tabs_do_in_whatever_order_the_result_is_one_and_that_of_the_answers(
    person, quiz, seed
):
    attempt = actions.start(quiz=quiz, user=person)
    handed_in: list[Attempt] = []
    chances = [random.Random(TABS * seed + number) for number in range(TABS)]
    at_once(*(tab(attempt, chance, handed_in) for chance in chances))
    result = actions.submit(key=attempt.key)
    seen = {(each.submitted_at, each.score, str(each.answers)) for each in [*handed_in, result]}
    assert len(seen) == 1
    assert result.score == actions.in_per_cent(score(result.frozen, result.answers))
    assert result.answers.keys() <= {question.id for question in result.frozen.questions}
    assert Attempt.objects.count() == 1
    following = actions.start(quiz=quiz, user=person)
    assert (following.number, following.answers) == (2, {})
