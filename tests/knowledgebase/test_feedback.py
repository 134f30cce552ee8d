"""Readers say whether a page was useful, and leave no trace of themselves."""

import datetime
from copy import deepcopy
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import PageViewRestriction

from knowledgebase.models import Feedback, StudyPage
from knowledgebase.models.feedback import MOST_A_DAY, RESERVE, SHARE
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    ModelPageFactory,
    ResourcePageFactory,
    StudyPageFactory,
    in_english,
)
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

ANSWER = {"is_useful": "yes", "sentence": ""}
TRACE = "Please leave out telephone numbers, e-mail and web addresses."


@pytest.fixture(scope="module")
def written(ground) -> StudyPage:
    return ground(lambda: StudyPageFactory(title="Studimi", slug="studimi"))


@pytest.fixture
def study(db, written) -> StudyPage:
    return deepcopy(written)


def address(page, language: str = "sq") -> str:
    with override(language):
        return reverse("feedback", args=[page.translation_key])


def send(url: str, **answer: str):
    """Answer as a browser without cookies does."""
    return Client(enforce_csrf_checks=True).post(url, answer)


def refusal(url: str, **answer: str) -> BeautifulSoup:
    response = send(url, **answer)
    assert response.status_code == 400
    assert not Feedback.objects.exists()
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(("choice", "is_useful"), [("yes", True), ("no", False)])
def test_an_answer_is_kept_with_the_day_and_the_language(study, language, choice, is_useful):
    response = send(address(study, language), is_useful=choice)
    assert response.status_code == 303
    assert response["Location"] == address(study, language)
    kept = Feedback.objects.get()
    assert (kept.translation_key, kept.language) == (study.translation_key, language)
    assert (kept.is_useful, kept.sentence) == (is_useful, "")
    assert kept.day == timezone.localdate()


def test_a_sentence_is_kept_in_one_line(study):
    send(address(study), is_useful="no", sentence="  Mungon\r\n kostoja\tpër Vlorën. ")
    assert Feedback.objects.get().sentence == "Mungon kostoja për Vlorën."


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_thanks_lead_back_to_the_page(study, english, publish, language):
    publish(publish_translation, study, english, [("Studimi", "Study"), ("studimi", "study")])
    html = read(send(address(study, language), **ANSWER)["Location"])
    with override(language):
        assert html.h1.text == gettext("Thank you for your answer")
    back = html.select_one("a.more")
    assert read(back["href"]).h1.text == {"sq": "Studimi", "en": "Study"}[language]
    assert not html.select("main form")


def test_nothing_is_known_of_the_person(study):
    fields = {field.name for field in Feedback._meta.get_fields()}
    assert fields == {"id", "translation_key", "language", "day", "is_useful", "sentence"}
    for response in (
        Client().get(study.get_url()),
        send(address(study), **ANSWER),
        Client().get(address(study)),
    ):
        assert not response.cookies


@pytest.mark.parametrize(
    "sentence",
    [
        "Shkruani te ana.hoxha@example.org",
        "Jam @anahoxha",
        "067 123 4567",
        "Më merrni: +355 (0)67 12-34-567.",
        "04/2234567",
        "2234567",
        "J12345678N",
        "Shih https://example.org",
        "HTTP://EXAMPLE",
        "www.shembull.al",
        "facebook.com/ana",
        "ana në shembull.AL",
    ],
)
def test_a_trace_of_somebody_is_refused(study, sentence):
    html = refusal(address(study), is_useful="yes", sentence=sentence)
    with override("sq"):
        assert gettext(TRACE) in words(html.select_one("#id_sentence_error"))
    assert html.textarea.text.strip() == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Ligji nr. 22/2018, dt. 3.5.2018, nuk përmendet.",
        "VKM nr. 121/2016 ka ndryshuar më 12.08.2020!",
        "Plani 2019-2024 mungon; 100 000 lekë për person.",
        "Numri 116 117 dhe 129 duhen thënë.",
        "Kapitulli 3.2.1, f. 12-34.",
    ],
)
def test_numbers_of_laws_and_years_are_no_trace(study, sentence):
    assert send(address(study), is_useful="no", sentence=sentence).status_code == 303
    assert Feedback.objects.get().sentence == sentence


@pytest.mark.parametrize("language", ["sq", "en"])
def test_what_is_wrong_is_said_by_its_field_and_nothing_is_lost(study, language):
    html = refusal(address(study, language), is_useful="no", sentence="ana@example.org")
    assert html.html["lang"] == language
    field = html.textarea
    assert field["aria-invalid"] == "true"
    assert "id_sentence_error" in field["aria-describedby"].split()
    with override(language):
        message = gettext(TRACE)
    assert message in words(html.find(id="id_sentence_error"))
    link = html.select_one(".error-summary a")
    assert (link["href"], words(link)) == ("#id_sentence", message)
    assert html.select_one("input[checked]")["value"] == "no"


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("choice", ["", "maybe", "True", "yes\x00"])
def test_a_choice_that_is_missing_is_asked_for(study, language, choice):
    html = refusal(address(study, language), is_useful=choice, sentence="Mungon kostoja.")
    error = html.find(id="id_is_useful_error")
    with override(language):
        assert gettext("Choose yes or no.") in words(error)
    assert error["id"] in html.fieldset["aria-describedby"].split()
    assert html.textarea.text.strip() == "Mungon kostoja."


def test_an_answer_with_nothing_in_it_is_refused(study):
    assert refusal(address(study)).find(id="id_is_useful_error")


def test_the_errors_lead_to_their_fields(study):
    html = refusal(address(study), sentence="ana@example.org")
    links = [link["href"] for link in html.select(".error-summary a")]
    assert len(links) == 2
    assert all(html.find(id=link.removeprefix("#")) for link in links)


@pytest.mark.parametrize("sentence", ["ë" * 301, "a" * 50_000])
def test_more_than_a_sentence_is_refused(study, sentence):
    html = refusal(address(study), is_useful="yes", sentence=sentence)
    assert "300" in words(html.find(id="id_sentence_error"))
    assert html.textarea["maxlength"] == "300"


@pytest.mark.parametrize("sentence", ["a\x00b", "<script>alert(1)</script>", "{{ 7*7 }}", "\u202e"])
def test_hostile_words_harm_nobody(study, sentence):
    response = send(address(study), is_useful="no", sentence=sentence)
    assert response.status_code in (303, 400)
    assert b"<script>alert" not in response.content
    kept = Feedback.objects.values_list("sentence", flat=True)
    assert set(kept) <= {sentence, ""}


def answers_on(day, page, number: int = MOST_A_DAY) -> None:
    """Let so many readers answer on a day; as many as a page takes."""
    Feedback.objects.bulk_create(
        Feedback(translation_key=page.translation_key, language="sq", day=day, is_useful=True)
        for _ in range(number)
    )


def test_a_page_takes_only_so_many_answers_a_day_in_each_language(study):
    answers_on(timezone.localdate(), study)
    assert send(address(study), **ANSWER).status_code == 429
    assert Feedback.objects.count() == MOST_A_DAY
    send(address(study, "en"), **ANSWER)
    send(address(StudyPageFactory()), **ANSWER)
    assert Feedback.objects.count() == MOST_A_DAY + 2


def send_from(ip: str, url: str):
    return Client(REMOTE_ADDR=ip).post(url, {"is_useful": "no", "sentence": "Mungon kostoja."})


@pytest.mark.parametrize("language", ["sq", "en"])
def test_one_sender_silences_nobody_and_is_told_so(study, language):
    url = address(study, language)
    answers = [send_from("192.0.2.1", url) for _ in range(MOST_A_DAY)]
    assert [answer.status_code for answer in answers] == [303] * SHARE + [429] * (
        MOST_A_DAY - SHARE
    )
    html = BeautifulSoup(answers[-1].content, "html.parser")
    assert html.html["lang"] == language
    message = (
        "So many answers came today that this one could not be kept. Please try again tomorrow."
    )
    with override(language):
        assert gettext(message) in words(html.select_one(".error-summary"))
    assert html.textarea.text.strip() == "Mungon kostoja."
    assert int(answers[-1]["Retry-After"]) > 0
    assert send_from("192.0.2.2", url).status_code == 303


def test_the_last_places_of_a_day_are_for_those_who_have_not_answered(study):
    answers_on(timezone.localdate(), study, MOST_A_DAY - RESERVE)
    codes = [send_from(f"192.0.2.{n}", address(study)).status_code for n in (1, 1, 2, 2, 3)]
    assert codes == [303, 429, 303, 429, 303]


def test_the_next_day_answers_are_taken_again(study):
    answers_on(timezone.localdate() - datetime.timedelta(days=1), study)
    send(address(study), **ANSWER)
    assert Feedback.objects.count() == MOST_A_DAY + 1


@pytest.mark.parametrize(
    ("method", "status"),
    [("get", 200), ("head", 200), ("put", 405), ("delete", 405), ("patch", 405)],
)
def test_only_a_post_is_an_answer(study, method, status):
    response = getattr(Client(), method)(address(study))
    assert response.status_code == status
    assert not Feedback.objects.exists()


def test_what_is_not_public_takes_no_answers(study):
    draft = StudyPageFactory()
    draft.unpublish()
    chapter = ChapterPageFactory(parent=study)
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    for page in (draft, study, chapter):
        assert send(address(page), **ANSWER).status_code == 404
    assert not Feedback.objects.exists()


def test_what_asks_no_question_takes_no_answers(home):
    with override("sq"):
        unknown = reverse("feedback", args=[uuid4()])
    for url in (address(home), unknown):
        assert send(url, **ANSWER).status_code == 404


@pytest.mark.parametrize("factory", [StudyPageFactory, ModelPageFactory, ResourcePageFactory])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_page_asks_the_question(factory, language):
    page = factory()
    shown = in_english(page) if language == "en" else page
    form = read(shown.get_url()).select_one("form[method=post].feedback__form")
    names = {field["name"] for field in form.select("input, textarea")}
    assert names == {"is_useful", "sentence"}
    assert send(form["action"], **ANSWER).status_code == 303
    assert Feedback.objects.get().translation_key == page.translation_key


def test_a_chapter_asks_the_question(study):
    form = read(ChapterPageFactory(parent=study).get_url()).select_one(".feedback__form")
    assert [choice["value"] for choice in form.select("input[type=radio]")] == ["yes", "no"]
    assert not form.select("input[checked]")
