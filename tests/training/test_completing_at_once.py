"""What completes a programme in the same second completes it once, and never not at all."""

import pytest
from django.db import connection

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.completing.actions import certify, look
from knowledgebase.training.completing.evaluating import results
from knowledgebase.training.figures.counting import HalfYear, kept
from knowledgebase.training.learning import actions as learning
from knowledgebase.training.models import Cohort, Completion, KeptFigures
from portal.certificates.models import Certificate
from tests.test_same_second import ONE_WRITER, at_once
from tests.training import finishing, quizzes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


@pytest.mark.parametrize("_round", range(4))
def test_two_last_things_in_the_same_second_complete_it_once(_round):
    programme = finishing.programme()
    person, key = finishing.person(), programme.translation_key
    learning.join(user=person, programme=key)
    first, last = (lesson.translation_key for lesson in finishing.lessons(programme))
    learning.mark_done(user=person, lesson=first, programme=key)
    attempt = attempts.start(quiz=finishing.final_test(programme), user=person)
    answers = quizzes.right_answers(attempt.frozen)
    attempts.save(key=attempt.key, answers=answers, version=attempt.version)
    at_once(
        lambda: attempts.submit(key=attempt.key),
        lambda: learning.mark_done(user=person, lesson=last, programme=key),
        lambda: attempts.submit(key=attempt.key),
        lambda: look(user=person, programme=key),
    )
    assert Completion.objects.count() == 1
    assert Certificate.objects.count() == 1
    at_once(*[lambda: certify(user=person, programme=key)] * 3)
    assert Certificate.objects.count() == 1


def test_an_answer_in_the_second_of_counting_is_counted_or_refused():
    programme = finishing.programme()
    trainer = finishing.trainer()
    cohort = finishing.cohort(programme, trainer)
    Cohort.objects.filter(pk=cohort.pk).update(ends_on="2026-01-01")
    at_once(*[lambda: results(cohort)] * 3)
    assert KeptFigures.objects.count() == 1


def test_a_half_year_that_two_count_is_kept_once():
    finishing.programme()
    found = at_once(*[lambda: kept(HalfYear(2025, 1))] * 4)
    assert all(each == found[0] for each in found)
    assert KeptFigures.objects.count() == 1
