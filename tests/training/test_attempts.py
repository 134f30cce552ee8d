"""A person takes a quiz: in either language, in two tabs, with whatever is sent."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail_localize.models import TranslationSource

from knowledgebase.training.attempts import actions
from knowledgebase.training.attempts.result import Result
from knowledgebase.training.models import Attempt, QuizPage
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError
from portal.translation_records import publish_translation
from tests.portal.people import LANGUAGES, address, make
from tests.training import quizzes
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def mine(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def make_quiz(**fields) -> QuizPage:
    module = ModulePageFactory(parent=ProgrammePageFactory())
    fields = {"title": "Kuizi", "pools": [quizzes.pool(*quizzes.ALL)], **fields}
    return QuizPage.objects.get(pk=QuizPageFactory(parent=module, **fields).pk)


@pytest.fixture(scope="module")
def written(ground) -> QuizPage:
    return ground(make_quiz)


@pytest.fixture
def quiz(written) -> QuizPage:
    return deepcopy(written)


def begin(client: Client, quiz: QuizPage, language: str = "sq") -> tuple[str, Attempt]:
    response = client.post(address("attempt_start", language, quiz.translation_key))
    return response["Location"], Attempt.objects.get(submitted_at=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_begins_goes_on_hands_in_and_sees_why(mine, quiz, language):
    url, attempt = begin(mine, quiz, language)
    page = mine.get(url)
    assert "no-store" in page["Cache-Control"]
    text = page.content.decode()
    assert "Kush?" in text
    assert "Sepse jo." not in text
    right = quizzes.right_answers(attempt.frozen)
    # One with one answer: of several, a form sends those ticked in the order that it shows.
    first = next(each.id for each in attempt.frozen.questions if each.kind == "single")
    mine.post(url, quizzes.as_form({first: right[first]}) | {"version": "0"})
    attempt.refresh_from_db()
    assert attempt.answers == {first: right[first]}
    assert begin(mine, quiz, language)[0] == url
    mine.post(url, quizzes.as_form(right) | {"version": "1", "hand-in": "yes"})
    attempt.refresh_from_db()
    assert (attempt.score, attempt.has_passed) == (100, True)
    result = mine.get(url).content.decode()
    assert "100%" in result
    assert "Sepse po." in result


def test_what_has_no_answer_is_asked_for_once_more(mine, quiz):
    url, attempt = begin(mine, quiz)
    page = mine.post(url, {"version": "0", "hand-in": "yes"})
    assert page.status_code == 200
    assert 'name="sure"' in page.content.decode()
    attempt.refresh_from_db()
    assert attempt.submitted_at is None
    mine.post(url, {"version": "0", "hand-in": "yes", "sure": "yes"})
    attempt.refresh_from_db()
    assert (attempt.score, attempt.has_passed) == (0, False)


def test_nobody_else_sees_or_changes_an_attempt(mine, quiz):
    url, attempt = begin(mine, quiz)
    other = Client()
    other.force_login(make("beni@example.org"))
    right = quizzes.as_form(quizzes.right_answers(attempt.frozen))
    assert other.get(url).status_code == 404
    assert other.post(url, right).status_code == 404
    for response in (Client().get(url), Client().post(url, right)):
        assert response["Location"].startswith(address("account_login"))
    attempt.refresh_from_db()
    assert attempt.answers == {}


def test_what_was_never_asked_is_refused_and_the_rest_is_kept(mine, quiz):
    url, attempt = begin(mine, quiz)
    first = next(each for each in attempt.frozen.questions if each.kind == "short_text").id
    right = {first: "bashkia"}
    sent = quizzes.as_form(right) | {"q-nobody-asked": "x", "version": "0"}
    page = mine.post(url, sent)
    assert page.status_code == 400
    assert "messages" in page.content.decode()
    attempt.refresh_from_db()
    assert attempt.answers == right


def test_an_older_tab_takes_nothing_back(person, quiz):
    attempt = actions.start(quiz=quiz, user=person)
    short = next(each for each in attempt.frozen.questions if each.kind == "short_text")
    actions.save(key=attempt.key, answers={short.id: "bashkia"}, version=0)
    actions.save(key=attempt.key, answers={short.id: ""}, version=0)
    attempt.refresh_from_db()
    assert attempt.answers == {short.id: "bashkia"}
    actions.save(key=attempt.key, answers={short.id: ""}, version=1)
    attempt.refresh_from_db()
    assert attempt.answers == {}


def test_after_handing_in_nothing_changes(person, quiz):
    attempt = actions.start(quiz=quiz, user=person)
    handed_in = actions.submit(key=attempt.key)
    right = quizzes.right_answers(attempt.frozen)
    with pytest.raises(RefusedError):
        actions.save(key=attempt.key, answers=right, version=0)
    again = actions.submit(key=attempt.key)
    assert (again.submitted_at, again.score) == (handed_in.submitted_at, 0)


def test_what_comes_after_the_time_is_refused_and_what_was_saved_counts(mine):
    url, attempt = begin(mine, make_quiz(minutes=20))
    right = quizzes.right_answers(attempt.frozen)
    mine.post(url, quizzes.as_form(right) | {"version": "0"})
    Attempt.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    page = mine.post(url, {"version": "1", "hand-in": "yes"}, follow=True).content.decode()
    assert "100%" in page
    attempt.refresh_from_db()
    assert attempt.has_passed


@pytest.mark.dialect
def test_what_nobody_hands_in_is_handed_in_when_its_time_is_over(person):
    attempt = actions.start(quiz=make_quiz(minutes=20), user=person)
    assert actions.close_overdue() == 0
    Attempt.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert actions.close_overdue() == 1
    attempt.refresh_from_db()
    assert attempt.submitted_at == attempt.due_at
    assert actions.close_overdue() == 0


@pytest.mark.dialect
def test_attempts_end_and_wait(person):
    quiz = make_quiz(attempts=2, wait_hours=5)
    actions.submit(key=actions.start(quiz=quiz, user=person).key)
    with pytest.raises(RefusedError):
        actions.start(quiz=quiz, user=person)
    when = Result(Attempt.objects.get(), "sq").waits_until
    assert when
    assert timedelta(hours=4) < when - timezone.now() < timedelta(hours=5)
    Attempt.objects.update(submitted_at=timezone.now() - timedelta(hours=6))
    assert Result(Attempt.objects.get(), "sq").waits_until is None
    actions.submit(key=actions.start(quiz=quiz, user=person).key)
    Attempt.objects.update(submitted_at=timezone.now() - timedelta(hours=6))
    with pytest.raises(RefusedError):
        actions.start(quiz=quiz, user=person)


def test_the_page_of_a_quiz_says_what_a_person_did_and_may_do(mine, person):
    quiz = make_quiz(attempts=2, wait_hours=5)

    def page() -> str:
        return mine.get(quiz.get_url()).content.decode().partition("<main")[2]

    assert "Filloni" in page()
    attempt = actions.start(quiz=quiz, user=person)
    assert "Vazhdoni" in page()
    actions.submit(key=attempt.key)
    waiting = page()
    assert address("attempt", "sq", attempt.key) in waiting
    assert "Përpjekja 1: 0%" in waiting
    assert "Mund të provoni sërish nga" in waiting
    assert address("attempt_start", "sq", quiz.translation_key) not in waiting
    Attempt.objects.update(submitted_at=timezone.now() - timedelta(hours=6))
    assert "Provoni sërish" in page()
    actions.submit(key=actions.start(quiz=quiz, user=person).key)
    assert "Nuk ju kanë mbetur përpjekje." in page()


def test_a_result_leads_to_the_next_step(mine, person, quiz):
    lesson = LessonPageFactory(parent=quiz.get_parent(), title="Mësimi tjetër")
    attempt = actions.start(quiz=quiz, user=person)
    answers = quizzes.right_answers(attempt.frozen)
    actions.save(key=attempt.key, answers=answers, version=attempt.version)
    actions.submit(key=attempt.key)
    page = mine.get(address("attempt", "sq", attempt.key)).content.decode()
    assert f'href="{lesson.get_url()}">Vazhdoni: Mësimi tjetër' in page


@pytest.mark.dialect
def test_what_an_editor_changes_later_changes_no_attempt(mine, quiz):
    url, attempt = begin(mine, quiz)
    quiz.pools = [quizzes.pool(quizzes.SHORT)]
    quiz.save_revision().publish()
    assert "Radha?" in mine.get(url).content.decode()
    quiz.unpublish()
    right = quizzes.right_answers(attempt.frozen)
    mine.post(url, quizzes.as_form(right) | {"version": "0", "hand-in": "yes"})
    quiz.delete()
    assert "100%" in mine.get(url).content.decode()
    gone = mine.post(address("attempt_start", "sq", quiz.translation_key))
    assert gone.status_code == 404


@pytest.mark.parametrize(
    ("reveal", "is_shown"), [("each", True), ("last", False), ("never", False)]
)
def test_right_answers_are_shown_when_they_are_due(mine, reveal, is_shown):
    url, attempt = begin(mine, make_quiz(reveal=reveal))
    actions.submit(key=attempt.key)
    assert ("Sepse po." in mine.get(url).content.decode()) is is_shown


@pytest.mark.dialect
def test_a_quiz_without_questions_says_so(mine):
    response = mine.post(
        address("attempt_start", "sq", make_quiz(pools=[]).translation_key), follow=True
    )
    assert not Attempt.objects.exists()
    assert response.status_code == 200


def test_a_script_saves_while_somebody_answers(mine, quiz):
    url, attempt = begin(mine, quiz)
    short = next(each for each in attempt.frozen.questions if each.kind == "short_text").id
    headers = {"Accept": "application/json"}
    saved = mine.post(url, {f"q-{short}": "bashkia", "version": "0"}, headers=headers)
    assert saved.json() == {"version": 1}
    attempt.refresh_from_db()
    assert attempt.answers == {short: "bashkia"}
    actions.submit(key=attempt.key)
    late = mine.post(url, {f"q-{short}": "policia", "version": "1"}, headers=headers)
    assert late.status_code == 409
    assert "dorëzuar" in late.json()["problem"]


def complete(english) -> QuizPage:
    """Return a quiz whose English page says what the source says."""
    quiz = make_quiz()
    words = [
        (string.string.data, f"EN {string.string.data}")
        for string in TranslationSource.update_or_create_from_instance(quiz)[
            0
        ].stringsegment_set.all()
        if string.string.data != quiz.slug
    ]
    publish_translation(quiz, english, [*words, (quiz.slug, "quiz")])
    return QuizPage.objects.get(pk=quiz.pk)


def test_a_change_of_language_in_the_middle_keeps_the_answers(mine, english):
    url, attempt = begin(mine, complete(english))
    assert attempt.frozen.languages == ["sq", "en"]
    short = next(each for each in attempt.frozen.questions if each.kind == "short_text").id
    mine.post(url, {f"q-{short}": "bashkia", "version": "0"})
    page = mine.get(address("attempt", "en", attempt.key)).content.decode()
    assert "EN Kush?" in page
    assert 'value="bashkia"' in page


@pytest.mark.dialect
def test_a_quiz_with_untranslated_words_stays_in_its_own_language_and_says_so(mine, english):
    quiz = complete(english)
    quiz.pools = [quizzes.pool(quizzes.SHORT, quizzes.TRUE_FALSE)]
    quiz.save_revision().publish()
    _url, attempt = begin(mine, quiz)
    assert attempt.frozen.languages == ["sq"]
    page = mine.get(address("attempt", "en", attempt.key)).content.decode()
    assert "Kush?" in page
    assert "EN Kush?" not in page
    assert "not wholly translated" in page
