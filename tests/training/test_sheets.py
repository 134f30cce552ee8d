"""Quiz sheets and their answers: what they say, that they agree, and who gets them."""

from copy import deepcopy
from string import ascii_uppercase

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from knowledgebase.models import Paper
from knowledgebase.papers.subjects import Sheet
from knowledgebase.training.attempts.freezing import freeze_all
from knowledgebase.training.attempts.frozen import Frozen
from knowledgebase.training.models import QuizPage
from knowledgebase.training.models.quiz import Purpose
from portal.accounts.roles import Role
from tests.portal.people import LANGUAGES, address, make
from tests.training import papers, quizzes
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.papers import lesson_of, make_module, printed, written

pytestmark = pytest.mark.django_db
NAMES = {Sheet.QUIZZES: "quiz_sheets", Sheet.ANSWERS: "answer_sheets"}
QUESTIONS = ("Një?", "Disa?", "E vërtetë?", "Çiftet?", "Radha?", "Kush?", "Ajo vjen.")


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.PRIVATE_ROOT = settings.MEDIA_ROOT = tmp_path


@pytest.fixture(scope="module")
def whole_module(ground):
    return ground(make_module)


@pytest.fixture
def module(whole_module):
    return deepcopy(whole_module)


def signed_in(*roles: Role) -> Client:
    client = Client()
    client.force_login(make(f"{'-'.join(roles) or 'askush'}@example.org", *roles))
    return client


def url_of(module, sheet: Sheet, language: str = "sq") -> str:
    return address(NAMES[sheet], language, module.translation_key)


def test_the_sheets_ask_every_question_of_every_pool_and_tell_nothing(module, tmp_path):
    text = printed(module, tmp_path, Sheet.QUIZZES)
    for words in (
        *QUESTIONS,
        *("Emri:", "Data:", "Gjithsej 12 pikë", "8,4 (70%)", "(3 pikë)", "A Po", "E gabuar"),
        *("Situata për pyetjet 7–8", "urgjenca", "Vlerësoni rrezikun"),
        "Zgjidhni të gjitha përgjigjet e sakta.",
    ):
        assert words in text or words.replace("A Po", "Po") in text, words
    for words in (*papers.FOR_TRAINERS, *papers.ANSWERS, "bashkia", "Grupi"):
        assert words not in text, words


def test_the_answers_say_what_is_right_and_why(module, tmp_path):
    text = printed(module, tmp_path, Sheet.ANSWERS)
    for words in (*QUESTIONS, *papers.ANSWERS, *papers.FOR_TRAINERS[:3], "bashkia", "(e saktë)"):
        assert words in text, words
    assert "Tagged: yes" in text
    assert "Shënim i brendshëm" not in text


def flat(node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, list | tuple):
        return "".join(map(flat, node))
    parts = (getattr(node, name, ()) for name in ("children", "items", "left", "right", "rows"))
    return "".join(map(flat, parts))


def test_letters_and_places_are_those_of_the_sheet(module):
    quiz = QuizPage.objects.get()
    frozen = Frozen(freeze_all(quiz))
    answers = flat(written(module, Sheet.ANSWERS).blocks)
    matching, ordering = frozen.questions[3], frozen.questions[4]
    words = matching.words("sq")
    for place, token in enumerate(matching.partners):
        [left] = [id_ for id_, right in matching.right.items() if right == token]
        letter = ascii_uppercase[place]
        expected = f"{letter}: {words['options'][left]} – {words['partners'][token]}"
        assert expected in answers
    assert [ordering.right[id_] for id_ in ordering.shown] != ["1", "2", "3"]
    for id_ in ordering.shown:
        assert f"{ordering.right[id_]}: {ordering.words('sq')['options'][id_]}" in answers
    single = frozen.questions[0]
    for place, id_ in enumerate(single.shown):
        assert f"{ascii_uppercase[place]}. {single.words('sq')['options'][id_]}" in answers


def test_a_sheet_that_is_made_again_is_the_same(module):
    assert written(module, Sheet.QUIZZES) == written(module, Sheet.QUIZZES)
    quiz = QuizPage.objects.get()
    shown = [question.shown for question in Frozen(freeze_all(quiz)).questions]
    quiz.pools[0].value["title"] = "Tjetër"
    quiz.save_revision().publish()
    again = Frozen(freeze_all(QuizPage.objects.get())).questions
    assert shown == [question.shown for question in again]


def test_what_is_not_shuffled_keeps_the_authors_order(module):
    QuizPage.objects.update(is_shuffled=False)
    sheet = flat(written(module, Sheet.QUIZZES).blocks)
    places = [sheet.index(words) for words in ("Po", "Jo", "Ndoshta", "Gjithashtu")]
    assert places == sorted(places)


def test_a_test_of_the_programme_is_on_no_sheet(module):
    for purpose in (Purpose.BEFORE, Purpose.AFTER):
        QuizPage.objects.update(purpose=purpose)
        for sheet in Sheet:
            assert "Çiftet?" not in flat(written(module, sheet).blocks)


def test_a_module_with_nothing_in_it_says_so(home):
    module = ModulePageFactory(parent=ProgrammePageFactory())
    assert "nuk ka ende kuiz" in flat(written(module, Sheet.QUIZZES).blocks)
    assert written(module, Sheet.ANSWERS).blocks


def test_several_quizzes_are_a_sheet_each(module):
    QuizPageFactory(parent=module, title="I dyti", pools=[quizzes.pool(quizzes.SINGLE)])
    assert flat(written(module, Sheet.QUIZZES).blocks).count("Një?") == 3


def test_in_english_a_quiz_is_printed_once_it_is_wholly_translated(
    module, tmp_path, english, publish
):
    papers.translate(module, english, publish)
    for sheet in Sheet:
        text = printed(module, tmp_path, sheet, "en")
        assert "This quiz is not wholly translated yet." in text
        assert "Çiftet?" not in text
    quiz = QuizPage.objects.get(locale__language_code="sq")
    papers.translate_page(quiz, english, publish)
    text = printed(module, tmp_path, Sheet.QUIZZES, "en")
    for words in (
        "Quiz sheets: The module",
        "Çiftet? EN",
        "12 marks in all",
        "She comes.",
        "Name:",
    ):
        assert words in text, words
    text = printed(module, tmp_path, Sheet.ANSWERS, "en")
    for words in ("Because not.", "municipality", "(right)", "Work in pairs.", "How to mark"):
        assert words in text, words
    quiz = QuizPage.objects.get(pk=quiz.pk)
    quiz.pools[0].value["questions"].append(quizzes.MATCHING)
    publish(quiz.save_revision().publish)
    assert "This quiz is not wholly translated yet." in printed(
        module, tmp_path, Sheet.QUIZZES, "en"
    )


def test_closed_lessons_and_quizzes_are_on_the_papers_of_trainers(module):
    lesson = LessonPageFactory(parent=module, title="I mbyllur", notes_for_trainers=papers.NOTES)
    for page in (lesson, QuizPage.objects.get()):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answers = flat(written(module, Sheet.ANSWERS).blocks)
    assert "I mbyllur" in answers
    assert "Çiftet?" in answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_trainers_and_editors_get_them_and_nobody_else(module, made, publish, english, language):
    papers.translate(module, english, publish)
    here = {"sq": module, "en": module.get_translation(english)}[language].url
    urls = [url_of(module, sheet, language) for sheet in Sheet]
    strangers = [signed_in(*roles) for roles in ((), (Role.COORDINATOR,), (Role.TRANSLATOR,))]
    trainers = [signed_in(Role.TRAINER), signed_in(Role.EDITOR)]
    for url in urls:
        assert Client().get(url)["Location"].startswith(address("account_login", language))
        for client in strangers:
            assert client.get(url).status_code == 404
            assert url not in client.get(here).content.decode()
    assert not Paper.objects.exists()
    for url in urls:
        for client in trainers:
            assert url in client.get(here).content.decode()
            publish(client.get, url)
            response = client.get(url)
            assert response["Content-Type"] == "application/pdf"
            assert {"private", "no-store"} <= {*response["Cache-Control"].split(", ")}
            assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert Client().get(url).status_code == 302
    for paper in Paper.objects.all():
        assert Client().get(f"/media/{paper.file.name}").status_code == 404


def test_a_second_factor_is_asked_for_where_the_desk_asks_for_one(module, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    response = signed_in(Role.TRAINER).get(url_of(module, Sheet.ANSWERS))
    assert response["Location"].startswith("/sq/llogaria/")
    assert not Paper.objects.exists()


def test_whoever_may_edit_the_module_and_not_its_quiz_gets_none(module):
    person, group = make("autor@example.org"), Group.objects.create(name="Autorë")
    for label, codename in (("wagtailadmin", "access_admin"), ("wagtailcore", "add_page")):
        permission = Permission.objects.get(content_type__app_label=label, codename=codename)
        if codename == "add_page":
            programme = module.get_parent()
            GroupPagePermission.objects.create(group=group, page=programme, permission=permission)
        else:
            group.permissions.add(permission)
    person.groups.add(group)
    Page.objects.filter(pk=module.pk).update(owner=person)
    client = Client()
    client.force_login(person)
    assert Page.objects.get(pk=module.pk).permissions_for_user(person).can_edit()
    assert client.get(url_of(module, Sheet.ANSWERS)).status_code == 404


def test_a_closed_module_has_sheets_for_trainers_alone(module, made, publish):
    PageViewRestriction.objects.create(page=module, restriction_type=PageViewRestriction.LOGIN)
    url = url_of(module, Sheet.QUIZZES)
    assert publish(signed_in(Role.TRAINER).get, url).status_code == 202
    assert signed_in().get(url).status_code == 404


def test_what_is_no_module_or_not_translated_has_none(module):
    client = signed_in(Role.TRAINER)
    key = lesson_of(module).translation_key
    assert client.get(address("answer_sheets", "sq", key)).status_code == 404
    assert client.get(url_of(module, Sheet.ANSWERS, "en")).status_code == 404
    module.unpublish()
    assert client.get(url_of(module, Sheet.ANSWERS)).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_they_can_only_be_read(module, method):
    client = signed_in(Role.TRAINER)
    assert getattr(client, method)(url_of(module, Sheet.ANSWERS)).status_code == 405


def test_the_public_address_never_leads_to_a_sheet(module, made, publish):
    publish(signed_in(Role.TRAINER).get, url_of(module, Sheet.ANSWERS))
    page = Client().get(address("page_paper", "sq", module.translation_key))
    assert page.status_code == 202
    assert Paper.objects.count() == 2


CHANGES = {
    "the quiz published": lambda module: QuizPage.objects.get().save_revision().publish(),
    "a lesson published": lambda module: lesson_of(module).save_revision().publish(),
    "a quiz added": lambda module: QuizPageFactory(parent=module),
    "a quiz taken away": lambda module: QuizPage.objects.get().unpublish(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_they_show_makes_others_when_it_changes(module, made, publish, change):
    client, url = signed_in(Role.TRAINER), url_of(module, Sheet.ANSWERS)
    publish(client.get, url)
    assert client.get(url).status_code == 200
    change(module)
    assert publish(client.get, url).status_code == 202
    assert Paper.objects.count() == 1
    assert len(made) == 2
