"""Programmes, modules, lessons and quizzes as visitors read them."""

import pytest
from django.test import Client

from knowledgebase.training.models import TaughtModel
from portal.i18n import page_url
from portal.terms.models import Skill
from tests.knowledgebase.factories import ModelPageFactory
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return ProgrammePageFactory(title="Programi", summary="Përmbledhje.", hours="12.5")


@pytest.fixture
def module(programme):
    return ModulePageFactory(parent=programme, title="Moduli")


def main_of(client: Client, page, language: str = "sq") -> str:
    page.refresh_from_db()
    url = page_url(page.url_path, language)
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode().partition("<main")[2]


def test_a_programme_lists_its_modules_and_lessons_in_order(client, programme, module):
    for title in ("Mësimi i parë", "Mësimi i dytë"):
        LessonPageFactory(parent=module, title=title, minutes=40)
    QuizPageFactory(parent=module, title="Kuizi", slug="kuizi")
    main = main_of(client, programme)
    places = [main.index(words) for words in ("Moduli", "Mësimi i parë", "Mësimi i dytë", "Kuizi")]
    assert places == sorted(places)
    assert "1 orë dhe 20 minuta" in main


CHECK = {
    "question": "Kush e kërkon?",
    "options": [
        {"text": "Ajo vetë", "is_right": True, "feedback": "Po, ajo vetë."},
        {"text": "Askush", "is_right": False, "feedback": "Shihni ligjin."},
    ],
}


def test_a_check_says_why_and_only_of_what_was_chosen(client, module):
    lesson = LessonPageFactory(parent=module, body=[("check", CHECK)])
    asked = main_of(client, lesson)
    assert "Kush e kërkon?" in asked
    assert "Shihni ligjin." not in asked
    (block,) = lesson.body
    option = block.value["options"].bound_blocks[1]
    page = client.get(lesson.url, {"check": block.id, "answer": option.id}).content.decode()
    assert "Shihni ligjin." in page
    assert "Po, ajo vetë." not in page
    unanswered = client.get(lesson.url, {"check": block.id}).content.decode()
    assert "Zgjidhni më parë një përgjigje." in unanswered


def test_no_two_checks_of_a_lesson_are_called_the_same(client, module):
    other = {**CHECK, "question": "Kush e mban?"}
    lesson = LessonPageFactory(parent=module, body=[("check", CHECK), ("check", other)])
    main = main_of(client, lesson)
    for block in lesson.body:
        title, asked = f"b-{block.id}-title", f"b-{block.id}-asked"
        assert f'aria-labelledby="{title} {asked}"' in main
        assert f'id="{asked}">{block.value["question"]}<' in main


CASE = {
    "title": "Rasti",
    "scenes": [
        {
            "text": "<p>Ajo vjen në bashki.</p>",
            "choices": [
                {"text": "Dëgjoj", "outcome": "Ajo tregon.", "scene": 2},
                {"text": "E dërgoj tjetërkund", "outcome": "Ajo ikën.", "scene": None},
            ],
        },
        {
            "text": "<p>Ajo ka nevojë për strehim.</p>",
            "choices": [
                {"text": "Telefonoj strehëzën", "outcome": "Ka vend.", "scene": None},
                {"text": "Pres", "outcome": "Rreziku rritet.", "scene": None},
            ],
        },
    ],
}


def test_a_case_goes_on_as_one_decides(client, module):
    lesson = LessonPageFactory(parent=module, body=[("case", CASE)])
    main = main_of(client, lesson)
    assert "Ajo vjen në bashki." in main
    assert "strehim" not in main
    (block,) = lesson.body
    first, second = (scene["choices"].bound_blocks for scene in block.value["scenes"])
    on_the_way = {"case": block.id, "choice": [first[0].id]}
    assert "Ajo ka nevojë për strehim." in client.get(lesson.url, on_the_way).content.decode()
    done = {"case": block.id, "choice": [first[0].id, second[1].id]}
    assert "Rreziku rritet." in client.get(lesson.url, done).content.decode()
    ended = {"case": block.id, "choice": [first[1].id, second[0].id]}
    page = client.get(lesson.url, ended).content.decode()
    assert "Ajo ikën." in page
    assert "Ka vend." not in page
    for nonsense in ({"case": block.id, "choice": ["x"]}, {"case": "x"}, {"check": block.id}):
        assert client.get(lesson.url, nonsense).status_code == 200


def test_notes_for_trainers_are_on_no_page(client, module):
    lesson = LessonPageFactory(parent=module, notes_for_trainers="<p>Shënim i fshehtë</p>")
    assert "fshehtë" not in client.get(lesson.url).content.decode()
    assert (
        "fshehtë"
        not in client.get("/sq/kerkimi/", {"q": "fshehtë"}).content.decode().partition("<ol")[2]
    )


QUESTION = {
    "title": "Ligji",
    "objective": None,
    "draw": None,
    "questions": [
        ("short_text", {"text": "Kush?", "marks": 1, "accepted": ["policia"], "explanation": "P."})
    ],
}


def test_questions_and_answers_of_a_quiz_are_on_no_page(client, module):
    quiz = QuizPageFactory(parent=module, title="Kuizi", pools=[("pool", QUESTION)])
    main = main_of(client, quiz)
    assert "70%" in main
    assert "Kush?" not in main
    assert "policia" not in main


def test_a_model_and_the_module_that_teaches_it_name_each_other(client, module):
    model = ModelPageFactory(title="Strehim i mbështetur")
    module.taught_models.add(TaughtModel(target=model, locale=module.locale))
    module.skills.add(Skill.objects.create(name="Dëgjimi", slug="degjimi", locale=module.locale))
    module.save_revision().publish()
    main = main_of(client, module)
    assert "Strehim i mbështetur" in main
    assert "Dëgjimi" in main
    assert module.title in client.get(model.url).content.decode().partition("<main")[2]
