"""What a group knew of each objective before and after, of those who took both tests."""

import pytest
from django.utils import timezone

from knowledgebase.training.attempts.actions import start, submit
from knowledgebase.training.cohorts.gains import gains
from knowledgebase.training.models import Attempt, Cohort, QuizPage
from knowledgebase.training.outline import whole_programme
from portal.accounts.models import User
from tests.portal.people import LANGUAGES, address
from tests.training import quizzes
from tests.training.factories import ProgrammePageFactory, QuizPageFactory
from tests.training.groups import client_of, group_of, member, trainer_of

pytestmark = pytest.mark.django_db

OBJECTIVES = [("objective", "Të dëgjoni"), ("objective", "Të planifikoni")]


@pytest.fixture
def trainer() -> User:
    return trainer_of()


def group(trainer: User, **tests: QuizPage) -> Cohort:
    programme = ProgrammePageFactory(objectives=OBJECTIVES)
    for purpose in ("before", "after"):
        first, second = (
            quizzes.pool(quizzes.SINGLE, quizzes.TRUE_FALSE),
            quizzes.pool(quizzes.SHORT),
        )
        second[1]["objective"] = 2
        QuizPageFactory(
            parent=programme, slug=purpose, purpose=purpose, pools=[first, second], attempts=0
        )
    return group_of(trainer, programme=programme.translation_key)


def takes(user: User, cohort: Cohort, purpose: str, *right: str) -> None:
    """Have somebody take a test, with right answers to questions of these kinds."""
    programme = whole_programme(cohort.programme)
    item = next(each for each in programme.items if each.purpose == purpose)
    attempt = start(quiz=QuizPage.objects.get(pk=item.id), user=user)
    answers = {
        each.id: quizzes.right_answer(each)
        for each in attempt.frozen.questions
        if each.kind in right
    }
    Attempt.objects.filter(pk=attempt.pk).update(answers=answers)
    submit(key=attempt.key)


def found(cohort: Cohort) -> list[tuple[int, int, int, int]]:
    programme = whole_programme(cohort.programme)
    return [
        (gain.people, gain.before, gain.after, gain.points) for gain in gains(cohort, programme)
    ]


def test_the_gain_is_the_difference_of_the_means_of_those_who_took_both(trainer):
    cohort = group(trainer)
    ana, beni, dora = (member(cohort, f"{name}@example.org") for name in ("ana", "beni", "dora"))
    takes(ana, cohort, "before", "single")
    takes(ana, cohort, "after", "single", "true_false", "short_text")
    takes(beni, cohort, "before", "short_text")
    takes(beni, cohort, "after", "single")
    takes(dora, cohort, "after", "single")
    assert found(cohort) == [(2, 25, 75, 50), (2, 50, 50, 0)]


@pytest.mark.dialect
def test_the_first_attempts_count(trainer):
    cohort = group(trainer)
    ana = member(cohort)
    for purpose in ("before", "after"):
        takes(ana, cohort, purpose)
        takes(ana, cohort, purpose, "single", "true_false", "short_text")
    assert found(cohort) == [(1, 0, 0, 0), (1, 0, 0, 0)]


@pytest.mark.dialect
def test_whoever_left_is_not_counted(trainer):
    cohort = group(trainer)
    ana = member(cohort)
    for purpose in ("before", "after"):
        takes(ana, cohort, purpose, "single")
    assert len(found(cohort)) == 2
    cohort.enrolments.update(left_at=timezone.now())
    assert not found(cohort)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_about_fewer_than_five_are_marked(trainer, language):
    cohort, desk = group(trainer), client_of(trainer)
    mark = {"sq": "vetëm për ju", "en": "only for you"}[language]
    for number in range(5):
        person = member(cohort, f"p{number}@example.org")
        for purpose in ("before", "after"):
            takes(person, cohort, purpose, "single")
        text = desk.get(address("cohort_gain", language, cohort.key)).content.decode()
        assert (mark in text) == (number < 4)
        assert "Të dëgjoni" in text
