"""What an attempt asks, and what answers are worth."""

import random
from fractions import Fraction

import pytest

from knowledgebase.training.attempts.freezing import freeze
from knowledgebase.training.attempts.frozen import Frozen
from knowledgebase.training.attempts.scoring import NotAskedError, score, share, tidy
from knowledgebase.training.models import ModulePage, QuizPage
from tests.training import quizzes
from tests.training.factories import ModulePageFactory, ProgrammePageFactory, QuizPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def module() -> ModulePage:
    return ModulePageFactory(parent=ProgrammePageFactory())


def frozen_of(module: ModulePage, *pools, seed: int = 1, **fields) -> Frozen:
    quiz = QuizPageFactory(parent=module, pools=list(pools), **fields)
    return Frozen(freeze(QuizPage.objects.get(pk=quiz.pk), random.Random(seed)))


def only(module: ModulePage, question):
    (frozen,) = frozen_of(module, quizzes.pool(question)).questions
    return frozen


def test_right_answers_earn_everything_and_none_nothing(module):
    frozen = frozen_of(module, quizzes.pool(*quizzes.ALL))
    assert len(frozen.questions) == 8
    assert score(frozen, quizzes.right_answers(frozen)) == 100
    assert score(frozen, {}) == 0


def test_what_is_half_right_earns_its_share(module):
    multiple = only(module, quizzes.MULTIPLE)
    first, second = multiple.right
    wrong = next(id_ for id_ in multiple.shown if id_ not in multiple.right)
    assert share(multiple, [first]) == Fraction(1, 2)
    assert share(multiple, [first, second, wrong]) == Fraction(1, 2)
    assert share(multiple, [first, wrong]) == share(multiple, multiple.shown) == 0
    ordering = only(module, quizzes.ORDERING)
    first, second, third = ordering.right
    assert share(ordering, {first: "1", second: "3", third: "2"}) == Fraction(1, 3)


@pytest.mark.parametrize("text", ["bashkia", "Bashkisë", "bashkine", "  BASHKI ", "në bashki"])
def test_forms_of_a_word_are_one(module, text):
    assert share(only(module, quizzes.SHORT), text) == 1


@pytest.mark.parametrize("text", ["policia", "", "bashkia policia", "në"])
def test_other_words_are_not(module, text):
    assert share(only(module, quizzes.SHORT), text) == 0


def test_a_group_asks_as_many_as_it_says_and_a_scenario_as_a_whole(module):
    group = quizzes.pool(*quizzes.ALL, draw=2)
    drawn = [frozen_of(module, group, seed=seed, slug=f"k-{seed}") for seed in range(12)]
    counts = {len(frozen.questions) for frozen in drawn}
    assert counts == {2, 3}
    assert len({tuple(question.id for question in each.questions) for each in drawn}) > 3


def test_a_group_smaller_than_what_it_says_asks_all_it_has(module):
    assert len(frozen_of(module, quizzes.pool(quizzes.SINGLE, draw=5)).questions) == 1


def test_the_order_is_kept_where_nothing_is_shuffled(module):
    frozen = frozen_of(module, quizzes.pool(*quizzes.ALL), is_shuffled=False)
    kinds = [question.kind for question in frozen.questions]
    assert kinds == [kind for kind, _value in quizzes.ALL[:-1]] + ["single", "short_text"]


def test_what_is_sent_for_a_pair_does_not_tell_which_belongs_to_which(module):
    matching = only(module, quizzes.MATCHING)
    assert not set(matching.partners) & set(matching.shown)


WRONG = [
    (quizzes.SINGLE, "x"),
    (quizzes.SINGLE, ["x"]),
    (quizzes.MULTIPLE, ["x"]),
    (quizzes.MULTIPLE, "x"),
    (quizzes.TRUE_FALSE, "maybe"),
    (quizzes.MATCHING, {"x": "y"}),
    (quizzes.MATCHING, ["x"]),
    (quizzes.ORDERING, {"x": "1"}),
    (quizzes.SHORT, ["x"]),
]


@pytest.mark.parametrize(("question", "answer"), WRONG)
def test_what_cannot_be_answered_is_refused(module, question, answer):
    with pytest.raises(NotAskedError):
        tidy(only(module, question), answer)


def test_places_that_are_not_there_are_refused(module):
    ordering = only(module, quizzes.ORDERING)
    with pytest.raises(NotAskedError):
        tidy(ordering, {ordering.shown[0]: "4"})
