"""The workbook of a module: what it says, what it leaves out, who gets it, when it is made anew."""

from copy import deepcopy

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from knowledgebase.models import Paper
from knowledgebase.training.models import LessonPage, QuizPage
from portal.media.states import Processing
from portal.paper.pen import Scan
from portal.paper.qr import qr_code
from tests.knowledgebase.papers import address, pdf
from tests.media.factories import DocumentFactory
from tests.portal.people import LANGUAGES
from tests.training import papers
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.papers import lesson_of, make_module, printed, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.PRIVATE_ROOT = settings.MEDIA_ROOT = tmp_path


@pytest.fixture(scope="module")
def whole_module(ground):
    return ground(make_module)


@pytest.fixture
def module(whole_module):
    return deepcopy(whole_module)


def close(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_it_says_all_that_is_read_and_done(module, tmp_path):
    text = printed(module, tmp_path)
    for words in (
        *("Fletore pune e programit “Programi”", "Përmbledhja.", "Të dëgjoni", "1 Mësimi i parë"),
        *("Tri gjëra", "Një tekst me peshë.", "Fjalë të çmuara.", "Ruhuni.", "E palosur."),
        *("Një tabelë", "Qeliza", "Kush e kërkon?", "A Ajo vetë", "B Askush", "Çfarë bëtë?"),
        *("Para takimit", "Dhoma", "Koha", "Harta e shërbimeve", "Vizatoni hartën."),
    ):
        assert words in text, words


def test_it_is_tagged_for_everybody(module, tmp_path):
    text = printed(module, tmp_path)
    assert "Tagged: yes" in text
    assert "<pdfuaid:part>1<" in text
    assert "Title: Moduli" in text


def test_a_case_is_followed_by_its_numbers(module, tmp_path):
    text = printed(module, tmp_path).replace('"', "")
    for words in (
        "A Dëgjoj Shkoni te hapi 3.",
        "B E dërgoj tjetërkund Shkoni te hapi 4.",
        "Hapi 3 Ajo tregon. Shkoni te hapi 2.",
        "Hapi 4 Ajo ikën. Rasti mbaron këtu.",
        "Hapi 6 Rreziku rritet. Rasti mbaron këtu.",
    ):
        assert words in text, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_no_note_and_no_quiz_is_anywhere_in_it(
    module, tmp_path, english, publish, language
):
    papers.translate(module, english, publish)
    text = printed(module, tmp_path, language=language)
    for words in (*papers.FOR_TRAINERS, *papers.ANSWERS, "Work in pairs.", "Çiftet?", "policia"):
        assert words not in text, words


def test_in_english_it_names_what_is_not_translated(module, tmp_path, english, publish):
    second = LessonPageFactory(parent=module, title="Mësimi i dytë", body=papers.BODY)
    papers.translate(module, english, publish)
    second.copy_for_translation(english, alias=True)
    text = printed(module, tmp_path, language="en")
    for words in (
        *("The module", "Workbook of the programme “Programme”", "To listen"),
        *("1 The first lesson", "A text that matters.", "Who asks for it?"),
        *("Te sporteli EN", "Go to step 3.", "This lesson is not translated yet."),
        "<dc:language><rdf:Bag><rdf:li>en<",
    ):
        assert words in text, words
    assert "Kush e kërkon?" not in text


def test_a_worksheet_is_named_with_its_address_unless_it_is_not_for_everybody(module):
    states = (Processing.READY, Processing.WAITING)
    open_file, waiting = (DocumentFactory(title=state, processing=state) for state in states)
    worksheet = {"title": "Formular", "text": "", "documents": [open_file, waiting]}
    LessonPageFactory(parent=module, body=[("worksheet", worksheet)])
    blocks = written(module).blocks
    [scan] = [each for each in blocks[-2].children[0].children if isinstance(each, Scan)]
    url = f"http://127.0.0.1:8000{open_file.url}"
    assert scan.picture == qr_code(url).decode()
    assert scan.children[0].children[-1].url == url
    assert waiting.title in str(blocks)
    assert waiting.url not in str(blocks)


def test_what_is_not_for_everybody_is_left_out(module, tmp_path):
    close(LessonPageFactory(parent=module, title="Mësimi i mbyllur"))
    LessonPageFactory(parent=module, title="Në punim").unpublish()
    text = printed(module, tmp_path)
    assert "mbyllur" not in text
    assert "Në punim" not in text


def test_a_module_without_lessons_offers_none_and_its_paper_says_so(home, tmp_path):
    module = ModulePageFactory(parent=ProgrammePageFactory(), title="Bosh")
    assert address(module) not in Client().get(module.url).content.decode()
    assert "Mësimet po shkruhen." in printed(module, tmp_path)


def test_everybody_gets_it_from_the_page_of_the_module(module, made, ask):
    url = address(module)
    assert url in Client().get(module.url).content.decode()
    assert ask(url).status_code == 202
    assert pdf(url) == b"%PDF-1.7 Moduli"
    assert 'filename="moduli.pdf"' in Client().get(url)["Content-Disposition"]


def test_a_module_that_is_closed_has_none_for_anybody(module, made, admin_client):
    close(module)
    for client in (Client(), admin_client):
        assert client.get(address(module)).status_code == 404
    assert not Paper.objects.exists()


@pytest.mark.parametrize("factory", [LessonPageFactory, QuizPageFactory])
def test_a_lesson_and_a_quiz_have_no_paper_of_their_own(module, factory):
    assert Client().get(address(factory(parent=module))).status_code == 404


def replace_file(module) -> None:
    file = DocumentFactory(title="Fleta", processing=Processing.WAITING)
    worksheet = {"title": "Formular", "text": "", "documents": [file]}
    lesson = lesson_of(module)
    lesson.body = [("worksheet", worksheet)]
    lesson.save_revision().publish()


def test_a_worksheet_that_becomes_public_makes_it_anew(module, made, ask):
    replace_file(module)
    ask(address(module))
    file = DocumentFactory._meta.model.objects.get()
    file.public_file = file.file.name
    file.save()
    ask(address(module))
    assert made == ["Moduli", "Moduli"]


CHANGES = {
    "a lesson published": lambda module: lesson_of(module).save_revision().publish(),
    "a lesson added": lambda module: LessonPageFactory(parent=module),
    "a lesson closed": lambda module: close(lesson_of(module)),
    "a lesson taken away": lambda module: lesson_of(module).unpublish(),
    "the module published": lambda module: module.save_revision().publish(),
    "its programme published": lambda module: (
        module.get_parent().specific.save_revision().publish()
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_it_shows_makes_another_when_it_changes(module, made, ask, change):
    ask(address(module))
    change(module)
    assert ask(address(module)).status_code == 202
    assert made == ["Moduli", "Moduli"]
    assert Paper.objects.count() == 1


def test_a_figure_that_the_original_brings_makes_the_translation_anew(
    module, made, ask, english, publish
):
    papers.translate(module, english, publish)
    ask(address(module, "en"))
    lesson = lesson_of(module)
    lesson.minutes = 55
    publish(lesson.save_revision().publish)
    ask(address(module, "en"))
    assert made == ["The module", "The module"]
    assert LessonPage.objects.get(locale=english).minutes == 55


def test_what_is_taken_away_is_in_no_file_that_is_kept(module, made, ask):
    ask(address(module))
    lesson_of(module).unpublish()
    assert not Paper.objects.exists()


def test_a_test_of_the_programme_is_in_no_public_paper(module, tmp_path):
    QuizPage.objects.update(purpose="after")
    assert "Çiftet?" not in printed(module, tmp_path)
