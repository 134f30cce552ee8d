"""An author sees a quiz with its answers and what is wrong; trainers read the notes of lessons."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from knowledgebase.training.attempts.problems import problems
from knowledgebase.training.models import ModulePage, ProgrammePage, QuizPage
from portal.accounts.roles import Role
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
def module() -> ModulePage:
    return ModulePageFactory(parent=ProgrammePageFactory(), objectives=[("objective", "Dëgjoni")])


def problems_of(module: ModulePage, *questions, **group) -> list[str]:
    kind, values = quizzes.pool(*questions)
    pools = [(kind, values | group)] if questions else []
    return problems(QuizPage.objects.get(pk=QuizPageFactory(parent=module, pools=pools).pk))


def test_a_quiz_that_can_be_passed_has_no_problem(module):
    assert problems_of(module, *quizzes.ALL) == []


WRONG = [{**option, "is_right": False} for option in quizzes.OPTIONS]
RIGHT = [{**option, "is_right": True} for option in quizzes.OPTIONS]
TWICE = [{"left": "129", "right": "policia"}, {"left": "112", "right": "policia"}]
ILL = {
    "nothing is right": ("single", {"text": "A?", "marks": 1, "options": WRONG}),
    "nothing of several is right": ("multiple", {"text": "A?", "marks": 1, "options": WRONG}),
    "all are right": ("single", {"text": "A?", "marks": 1, "options": RIGHT}),
    "two are the same": (
        "matching",
        {"text": "A?", "marks": 1, "pairs": TWICE, "explanation": "E."},
    ),
    "no word": ("short_text", {"text": "A?", "marks": 1, "accepted": ["?"], "explanation": "E."}),
}


@pytest.mark.parametrize("name", ILL)
def test_what_is_wrong_with_a_question_is_told(module, name):
    assert len(problems_of(module, ILL[name])) == 1
    scenario = ("scenario", {"situation": "<p>S.</p>", "questions": [ILL[name]]})
    module.refresh_from_db()
    QuizPage.objects.all().delete()
    assert len(problems_of(ModulePage.objects.get(pk=module.pk), scenario)) == 1


def test_what_is_wrong_with_a_group_is_told(module):
    assert len(problems_of(module)) == 1


@pytest.mark.parametrize("group", [{"draw": 2}, {"objective": 2}])
def test_a_group_that_asks_for_what_is_not_there_is_told(module, group):
    assert len(problems_of(module, quizzes.SINGLE, **group)) == 1


def test_an_author_previews_answers_and_warnings(module, admin_client):
    quiz = QuizPageFactory(parent=module, pools=[quizzes.pool(*quizzes.ALL, draw=9)])
    page = admin_client.get(f"/admin/pages/{quiz.pk}/view_draft/").content.decode()
    assert "Sepse jo." in page
    assert "error-summary" in page
    assert "Sepse jo." not in Client().get(quiz.url).content.decode()


@pytest.mark.parametrize(
    ("months", "has_test", "is_refused"),
    [(24, False, True), (24, True, False), (None, False, False)],
)
def test_months_of_a_certificate_that_nobody_could_renew_are_refused_by_the_field(
    admin, months, has_test, is_refused
):
    programme = ProgrammePageFactory()
    sent = {
        "title": "Programi",
        "slug": "programi",
        "objectives": streamfield([]),
        "body": streamfield([]),
        "valid_months": months or "",
        "needs_sessions": 0,
        "needs_post_test": "on" if has_test else "",
    }
    form = ProgrammePage.get_edit_handler().get_form_class()(
        nested_form_data(sent),
        instance=programme,
        parent_page=programme.get_parent(),
        for_user=admin,
    )
    form.is_valid()
    assert ("valid_months" in form.errors) == is_refused


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_are_read_by_trainers_and_editors_alone(module, language):
    lesson = LessonPageFactory(parent=module, notes_for_trainers="<p>Punoni në dyshe.</p>")
    url = address("lesson_for_trainers", language, lesson.translation_key)
    for role in (Role.TRAINER, Role.EDITOR):
        client = Client()
        client.force_login(make(f"{role}@example.org", role))
        assert "Punoni në dyshe." in client.get(url).content.decode()
        shown = address("lesson_for_trainers", "sq", lesson.translation_key)
        assert shown in client.get(lesson.url).content.decode()
    for roles in ((), (Role.COORDINATOR,)):
        client = Client()
        client.force_login(make(f"tjeter-{len(roles)}@example.org", *roles))
        assert client.get(url).status_code == 404
        assert shown not in client.get(lesson.url).content.decode()
    assert Client().get(url).status_code == 302
