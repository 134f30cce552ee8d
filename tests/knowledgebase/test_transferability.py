"""A municipality's answers: kept in the address, and what they come to."""

from urllib.parse import urlencode

import pytest
from django.utils.translation import override

from knowledgebase.integration.transferability import Verdict
from knowledgebase.models import ModelPage
from tests.knowledgebase.factories import ModelPageFactory, in_english
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

QUESTIONS = {"Menaxhere?": "essential", "Transport?": "helpful", "Buxhet?": "essential"}


@pytest.fixture
def model() -> ModelPage:
    """Return a model with two essential conditions and one that helps."""
    conditions = [
        ("condition", {"question": question, "weight": weight, "advice": f"Për {question}"})
        for question, weight in QUESTIONS.items()
    ]
    page = ModelPageFactory(title="Modeli", slug="modeli", conditions=conditions)
    in_english(page)
    return page


def answered(model: ModelPage, *answers: str) -> str:
    names = [f"c-{block.id[:8]}" for block in ModelPage.objects.get(pk=model.pk).conditions]
    return f"{model.get_url()}?{urlencode(dict(zip(names, answers, strict=False)))}"


def test_every_condition_is_a_question_with_three_answers(model):
    html = read(model.get_url())
    groups = html.select(".fit__form fieldset")
    assert [next(group.legend.stripped_strings) for group in groups] == list(QUESTIONS)
    assert all(
        [field["value"] for field in group.select("input")] == ["yes", "partly", "no"]
        for group in groups
    )
    assert html.select_one(".fit__form")["method"] == "get"
    assert not html.select(".fit__result")


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (["yes", "yes", "yes"], Verdict.READY),
        (["yes", "no", "yes"], Verdict.BETTER),
        (["yes", "", "yes"], Verdict.BETTER),
        (["partly", "yes", "yes"], Verdict.NEARLY),
        (["yes", "yes", ""], Verdict.OPEN),
        (["partly", "yes"], Verdict.OPEN),
        (["no", "yes", "partly"], Verdict.BLOCKED),
        (["no"], Verdict.BLOCKED),
    ],
)
def test_the_answers_come_to_one_sentence(model, answers, verdict):
    html = read(answered(model, *answers))
    with override("sq"):
        assert words(html.select_one(".fit__verdict")) == verdict.label


def test_what_is_missing_stands_first_with_advice_essential_conditions_before_others(model):
    html = read(answered(model, "yes", "no", "no"))
    parts = html.select(".fit__part")
    missing = [next(item.stripped_strings) for item in parts[0].select("li")]
    assert missing == ["Buxhet?", "Transport?"]
    assert "Për Buxhet?" in parts[0].text
    assert "Për Menaxhere?" not in parts[1].text


def test_the_bar_shows_the_shares_and_the_words_say_them(model):
    html = read(answered(model, "yes", "no"))
    bar = html.select(".fit__bar rect")
    assert sum(float(share["width"]) for share in bar) == pytest.approx(100, abs=0.1)
    assert [share["class"][1].split("--")[1] for share in bar] == ["no", "open", "yes"]
    assert len(html.select(".fit__part")) == 3


def test_the_same_address_says_the_same_in_the_other_language(model):
    url = answered(model, "no", "partly", "yes")
    for html in (read(url), read(url.replace(model.get_url(), english_url(model)))):
        chosen = [field["value"] for field in html.select(".fit__form input[checked]")]
        assert chosen == ["no", "partly", "yes"]


def english_url(model: ModelPage) -> str:
    return model.get_translations().first().get_url()


@pytest.mark.parametrize("value", ["maybe", "YES", "", "x" * 10_000])
def test_an_answer_that_means_nothing_is_none(model, value):
    html = read(answered(model, value))
    assert not html.select(".fit__result")
    assert not html.select(".fit__form input[checked]")


def test_names_that_are_no_conditions_are_ignored_and_left_out_of_the_link(model):
    html = read(answered(model, "yes") + "&c-00000000=no&utm=1")
    link = html.select_one(".fit__result a")["href"]
    assert "utm" not in link
    assert "00000000" not in link
    assert link.endswith("#fit")


def test_nothing_is_kept_between_requests(client, model):
    response = client.get(answered(model, "yes", "no"))
    assert not response.cookies
    assert not read(model.get_url()).select("input[checked]")


def test_the_answers_are_not_another_page_for_search_engines(model):
    html = read(answered(model, "yes"))
    assert html.select_one("link[rel=canonical]")["href"].endswith(model.get_url())
