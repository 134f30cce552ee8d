"""Questions that were answered by rows of attempts: their figures, and what is advised."""

from collections.abc import Callable
from copy import deepcopy
from math import sqrt
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from knowledgebase.training.analysis.items import Analysis, Item
from knowledgebase.training.analysis.report import Reported
from knowledgebase.training.analysis.statistics import Sums
from knowledgebase.training.models import Attempt, QuizPage
from portal.accounts.roles import Role
from tests.portal.people import LANGUAGES, address, make
from tests.training import quizzes
from tests.training.factories import ModulePageFactory, ProgrammePageFactory, QuizPageFactory
from tests.training.sitting import choose, lettered, sit

pytestmark = pytest.mark.django_db


def make_quiz(*questions: Any, **fields: Any) -> QuizPage:
    module = ModulePageFactory(parent=ProgrammePageFactory())
    page = QuizPageFactory(parent=module, pools=[quizzes.pool(*questions)], **fields)
    return QuizPage.objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def written(ground) -> QuizPage:
    return ground(lambda: make_quiz(*(lettered(text, "ABCD") for text in "123")))


@pytest.fixture
def quiz(written) -> QuizPage:
    return deepcopy(written)


def edit(quiz: QuizPage, change: Callable[[Any], None]) -> QuizPage:
    """Publish the quiz with its questions changed; blocks keep their ids."""
    page = QuizPage.objects.get(pk=quiz.pk)
    change(page.pools[0].value["questions"])
    page.save_revision().publish()
    return QuizPage.objects.get(pk=quiz.pk)


def advice(item: Item) -> list[str]:
    with override("en"):
        return Reported(item, "en").advice


def people(item: Item) -> dict[str, int]:
    return {line.text: line.people for line in Reported(item, "sq").lines}


def test_correlation_is_that_of_the_textbook():
    sums = Sums()
    for x, y in ((1, 1), (1, 0.5), (0, 0.5), (0, 0)):
        sums.add(x, y)
    # Means 1/2 and 1/2; covariance 1/8; variances 1/4 and 1/8.
    assert sums.correlation() == pytest.approx(1 / sqrt(2))
    same = Sums()
    for _ in range(3):
        same.add(1 / 3, 0.5)
    assert same.correlation() is None


def test_figures_are_those_computed_by_hand(quiz):
    for numbers in ((0, 0, 0), (0, 0, 1), (1, 0, 1), (1, 1, 1)):
        sit(quiz, 5, choose(*numbers))
    first, second, third = Analysis(quiz).live
    assert [item.asked for item in (first, second, third)] == [20, 20, 20]
    assert [item.difficulty for item in (first, second, third)] == [50, 75, 25]
    # The first against the mean of the others: (1, 1), (1, 1/2), (0, 1/2), (0, 0), five times each.
    assert first.discrimination == pytest.approx(1 / sqrt(2))
    # The second: (1, 1), (1, 1/2), (1, 0), (0, 0): covariance 3/32, variances 3/16 and 11/64.
    assert second.discrimination == pytest.approx((3 / 32) / sqrt(3 / 16 * 11 / 64))
    assert people(first) == {"A": 10, "B": 10, "C": 0, "D": 0, "Pa përgjigje": 0}


def test_a_question_that_is_marked_wrongly_is_found(quiz):
    sit(quiz, 12, choose(1, 0, 0))  # those who know choose B
    sit(quiz, 13, choose(0, 1, 1))
    first, second, _third = Analysis(quiz).live
    assert first.discrimination == pytest.approx(-1)
    assert advice(first)[0] == (
        "People who did well on the rest chose “B”: check that the right answer is marked."
    )
    assert Reported(first, "en").is_doubtful

    def mend(questions: Any) -> None:
        for option in questions[0].value["options"]:
            option["is_right"] = option["text"] == "B"

    mended = edit(quiz, mend)
    sit(mended, 12, choose(1, 0, 0))
    sit(mended, 13, choose(0, 1, 1))
    analysis = Analysis(mended)
    assert analysis.live[0].discrimination == pytest.approx(1)
    assert not Reported(analysis.live[0], "en").is_doubtful
    assert [item.asked for item in analysis.earlier] == [25]
    assert analysis.live[1].asked == 50
    assert second.asked == 25


def test_a_wrong_option_that_few_good_people_chose_is_no_doubt(quiz):
    sit(quiz, 4, choose(1, 0, 0))
    sit(quiz, 16, choose(0, 0, 0))
    sit(quiz, 5, choose(2, 1, 1))
    assert not Reported(Analysis(quiz).live[0], "en").is_doubtful


def test_what_is_advised(quiz):
    sit(quiz, 10, choose(0, 0, 0))
    sit(quiz, 5, choose(0, 1, -1))
    sit(quiz, 10, choose(0, 2, -1))
    easy, fine, unanswered = Analysis(quiz).live
    assert easy.discrimination is None
    assert [sentence.partition(":")[0] for sentence in advice(easy)] == [
        "Nearly everyone gets this right",
        "Nobody chose “B”",
        "Nobody chose “C”",
        "Nobody chose “D”",
    ]
    assert [sentence.partition(":")[0] for sentence in advice(fine)] == ["Nobody chose “D”"]
    assert advice(unanswered)[0].startswith("Most people leave this unanswered")
    assert people(unanswered)["Pa përgjigje"] == 15


def test_a_question_that_hardly_anyone_gets_right(quiz):
    sit(quiz, 5, choose(0, 0, 0))
    sit(quiz, 20, choose(1, 1, 1))
    assert advice(Analysis(quiz).live[0])[0].startswith("Hardly anyone gets this right")


def test_a_question_that_says_nothing_about_the_rest(quiz):
    for numbers in ((0, 0, 0), (1, 0, 0), (0, 1, 1), (1, 1, 1)):
        sit(quiz, 5, choose(*numbers))
    item = Analysis(quiz).live[0]
    assert item.discrimination == pytest.approx(0)
    assert advice(item)[0].startswith("Getting this right has little to do with")


def test_a_right_option_that_nobody_finds():
    options = quizzes.TWO_RIGHT
    quiz = make_quiz(("multiple", {"text": "Disa?", "marks": 2, "options": options}), quizzes.SHORT)
    sit(quiz, 20, lambda question: question.right[:1] if question.kind == "multiple" else "x")
    item = Analysis(quiz).live[0]
    assert any(sentence.startswith("Nobody chose “Gjithashtu”, which") for sentence in advice(item))


def test_wrong_texts_are_told_if_five_people_gave_them():
    quiz = make_quiz(quizzes.SHORT, quizzes.SINGLE)
    for people_, text in ((6, "Policia"), (4, "Ana Hoxha"), (10, "bashkisë")):
        sit(quiz, people_, lambda question, text=text: text if question.kind == "short_text" else 0)
    item = Analysis(quiz).live[0]
    assert people(item) == {"Një përgjigje e pranuar": 10, "“policia”": 6, "Pa përgjigje": 0}
    assert any(sentence.startswith("6 people wrote “policia”") for sentence in advice(item))


def wrong(question):
    match question.kind:
        case "single" | "true_false":
            return next(id_ for id_ in question.shown if id_ != question.right)
        case "multiple":
            return [id_ for id_ in question.shown if id_ not in question.right]
        case "short_text":
            return "policia"
    values = list(question.right.values())
    return dict(zip(question.right, [*values[1:], values[0]], strict=True))


def test_each_kind_is_counted():
    quiz = make_quiz(*quizzes.ALL)
    sit(quiz, 15, quizzes.right_answer)
    sit(quiz, 10, wrong)
    live = Analysis(quiz).live
    assert [item.question.kind for item in live] == [
        *("single", "multiple", "true_false", "matching", "ordering", "short_text"),
        *("single", "short_text"),
    ]
    assert {item.difficulty for item in live} == {60}
    assert all(item.discrimination == pytest.approx(1) for item in live)
    assert people(live[2]) == {"E vërtetë": 15, "E gabuar": 10, "Pa përgjigje": 0}
    assert people(live[3]) == {"129: policia": 15, "112: urgjenca": 15, "Pa përgjigje": 0}
    assert next(iter(people(live[4]))) == "1. Dëgjoni"
    assert all(not Reported(item, "en").is_doubtful for item in live)


def test_only_the_first_attempt_counts_and_only_when_it_is_handed_in(quiz):
    attempts = sit(quiz, 5, choose(0, 0, 0))
    fields = {"quiz": quiz.translation_key, "asked": attempts[0].asked, "answers": {}}
    for attempt in attempts:
        Attempt.objects.create(
            user=attempt.user, number=2, submitted_at=attempt.submitted_at, **fields
        )
    for number in range(5):
        Attempt.objects.create(user=make(f"hapur-{number}@example.org"), number=1, **fields)
    analysis = Analysis(quiz)
    assert (analysis.people, analysis.live[0].asked, analysis.live[0].difficulty) == (5, 5, 100)


def test_people_are_taken_in_by_fives(quiz):
    sit(quiz, 4, choose(0, 0, 0))
    assert Analysis(quiz).live[0].difficulty is None
    sit(quiz, 5, choose(1, 0, 0))
    item = Analysis(quiz).live[0]
    assert (item.asked, item.difficulty, item.discrimination, advice(item)) == (5, 80, None, [])
    sit(quiz, 1, choose(1, 0, 0))
    assert Analysis(quiz).live[0].difficulty == 40


def test_a_question_is_another_once_its_words_or_options_change(quiz):
    sit(quiz, 5, choose(0, 0, 0))

    def change(questions: Any) -> None:
        questions[0].value["options"][1]["feedback"] = "Shihni mësimin."
        del questions[1].value["options"][2]
        questions[2].value["text"] = "4"

    changed = edit(quiz, change)
    analysis = Analysis(changed)
    assert [item.asked for item in analysis.live] == [5, 0, 0]
    assert {item.question.words("sq")["text"] for item in analysis.earlier} == {"2", "3"}


def test_a_question_that_was_removed_is_listed_apart(quiz):
    sit(quiz, 5, choose(0, 0, 0))
    analysis = Analysis(edit(quiz, lambda questions: questions.pop(1)))
    assert [item.question.words("sq")["text"] for item in analysis.live] == ["1", "3"]
    assert [item.question.words("sq")["text"] for item in analysis.earlier] == ["2"]
    url = address("item_analysis", "en", quiz.translation_key)
    page = client_of(Role.TRAINER).get(url).content.decode()
    assert "Earlier wordings and removed questions" in page


def test_a_translation_that_comes_later_is_the_same_question_until_it_changes(quiz):
    sit(quiz, 5, choose(0, 0, 0))
    for text in ("One", "First"):
        attempts = sit(quiz, 5, choose(1, 0, 0))
        for attempt in attempts:
            attempt.asked["languages"].append("en")
            for question in attempt.asked["questions"]:
                question["words"]["en"] = {**question["words"]["sq"], "text": text}
        Attempt.objects.bulk_update(attempts, ["asked"])
    analysis = Analysis(quiz)
    assert [item.asked for item in analysis.live] == [10, 10, 10]
    assert [Reported(item, "en").text for item in analysis.earlier] == ["First"] * 3


def test_a_question_alone_has_no_rest_to_compare_with():
    quiz = make_quiz(lettered("1", "ABCD"))
    sit(quiz, 10, choose(0))
    sit(quiz, 10, choose(1))
    item = Analysis(quiz).live[0]
    assert (item.difficulty, item.discrimination) == (50, None)


def client_of(*roles: Role) -> Client:
    client = Client()
    client.force_login(make("-".join(["ana", *roles]) + "@example.org", *roles))
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_trainers_and_editors_read_it_and_nobody_else_learns_of_it(quiz, language):
    sit(quiz, 6, choose(0, 0, 1))
    url = address("item_analysis", language, quiz.translation_key)
    button = address("item_analysis", "sq", quiz.translation_key)
    for role in (Role.TRAINER, Role.EDITOR):
        client = client_of(role)
        page = client.get(url).content.decode()
        assert (
            f"/admin/pages/{quiz.pk}/edit/#block-{quiz.pools[0].value['questions'][0].id}" in page
        )
        assert "person-" not in page
        assert button in client.get(quiz.url).content.decode()
        admin_url = address("item_analysis", "en", quiz.translation_key)
        edit = client.get(f"/admin/pages/{quiz.pk}/edit/").content.decode()
        assert button in edit or admin_url in edit
    for roles in ((), (Role.COORDINATOR,)):
        client = client_of(*roles)
        assert client.get(url).status_code == 404
        assert button not in client.get(quiz.url).content.decode()
    assert Client().get(url).status_code == 302
    other = address("item_analysis", language, quiz.get_parent().translation_key)
    assert client_of(Role.MODERATOR).get(other).status_code == 404


def test_few_people_are_no_figure(quiz):
    client = client_of(Role.TRAINER)
    url = address("item_analysis", "en", quiz.translation_key)
    sit(quiz, 3, choose(0, 0, 1))
    assert "Fewer than 5 people have handed in" in client.get(url).content.decode()
    sit(quiz, 7, choose(0, 1, 1))
    page = client.get(url).content.decode()
    assert "7 (70%)" in page
    assert "fewer than 5" in page
    assert "(30%)" not in page


def test_queries_do_not_grow(quiz, django_assert_max_num_queries):
    client = client_of(Role.TRAINER)
    url = address("item_analysis", "sq", quiz.translation_key)
    client.get(url)
    sit(quiz, 150, choose(0, 0, 1))
    with django_assert_max_num_queries(40) as asked:
        client.get(url)
    sit(quiz, 150, choose(0, 1, 1))
    with django_assert_max_num_queries(len(asked)):
        client.get(url)
