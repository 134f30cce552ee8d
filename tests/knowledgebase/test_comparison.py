"""Models side by side: what an address may name, and what it may not."""

from copy import deepcopy
from urllib.parse import parse_qs, urlencode

import pytest
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelPage
from knowledgebase.models.evidence import Cost, Strength
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ModelPageFactory,
    NeedFactory,
    ReferenceFactory,
    in_english,
)
from tests.knowledgebase.test_model_index import INDEX
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

NAMES = ["a", "b", "c", "d", "e"]


def make_models() -> list[ModelPage]:
    """Return five models with their stand-ins in English."""
    made = [ModelPageFactory(title=f"Modeli {name}", slug=name) for name in NAMES]
    for page in made:
        in_english(page)
    return made


@pytest.fixture(scope="module")
def five(ground) -> list[ModelPage]:
    return ground(make_models)


@pytest.fixture
def models(five) -> list[ModelPage]:
    return deepcopy(five)


def address(*names: str, language: str = "sq", **more: str) -> str:
    query = [("compare", name) for name in names]
    return f"{INDEX[language]}?{urlencode([*query, *more.items()])}"


def columns(html) -> list[str]:
    return [words(head.select_one("a")) for head in html.select(".side thead th")]


def cells(html, label: str) -> list[str]:
    rows = html.select(".side tbody tr")
    row = next(row for row in rows if words(row.select_one("th")).startswith(label))
    for name in row.select(".side__name"):
        name.decompose()
    return [words(cell) for cell in row.select("td")]


@pytest.mark.parametrize("names", [["a", "b"], ["b", "a"], ["a", "b", "c"], ["d", "a", "b", "c"]])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_two_to_four_models_stand_side_by_side_in_the_order_of_the_address(models, names, language):
    html = read(address(*names, language=language))
    assert columns(html) == [f"Modeli {name}" for name in names]
    assert all(len(row.select("td")) == len(names) for row in html.select(".side tbody tr"))


def test_each_row_holds_what_the_models_say():
    shared = {
        "needs": [NeedFactory(name="Strehim")],
        "aim": "<p>Një shtëpi.</p>",
        "audience": "<p>Gra.</p>",
        "cost": Cost.LOW,
        "impact": 2,
        "effect": "<p>Ndihmon.</p>",
        "effect_strength": Strength.STRONG,
        "months_from": 6,
        "months_to": 12,
        "components": [("part", {"title": "Banesa", "text": ""})],
        "staffing": [("staff", {"role": "Punonjëse sociale", "posts": 0.5, "tasks": ""})],
        "conditions": [("condition", {"question": "A ka banesa?", "weight": "essential"})],
        "risks": [("risk", {"risk": "Adresa merret vesh.", "safeguard": "Heshtje."})],
        "used_in": [("use", {"place": "Vlorë", "country": "AL", "years": "2020"})],
    }
    for slug in ("a", "b"):
        in_english(ModelPageFactory(slug=slug, **shared))
    html = read(address("a", "b", language="en"))
    assert cells(html, "Needs") == ["Strehim"] * 2
    assert cells(html, "Cost") == ["low"] * 2
    assert cells(html, "Strength") == ["strong"] * 2
    assert cells(html, "Impact") == ["moderate"] * 2
    assert cells(html, "Duration") == ["6 to 12 months"] * 2
    assert cells(html, "Smallest") == ["small: up to 20,000 inhabitants"] * 2
    assert cells(html, "Aim") == ["Një shtëpi."] * 2
    assert cells(html, "Who it is for") == ["Gra."] * 2
    assert cells(html, "What it consists of") == ["Banesa"] * 2
    assert cells(html, "Who does the work") == ["Punonjëse sociale (0.5)"] * 2
    assert cells(html, "Effect") == ["strong Ndihmon."] * 2
    assert cells(html, "Conditions") == ["A ka banesa? (essential)"] * 2
    assert cells(html, "Risks") == ["Adresa merret vesh."] * 2
    assert cells(html, "Where") == ["Vlorë, Albania, 2020"] * 2


def test_what_no_model_says_is_named_once_and_what_one_says_stands_beside_a_dash(models):
    ModelPage.objects.filter(slug="a").update(cost=Cost.LOW)
    html = read(address("a", "b", language="en"))
    assert cells(html, "Cost") == ["low", "– nothing said yet"]
    assert words(html.select_one(".side + .note")).count("Economics") == 1
    assert not [row for row in html.select(".side tbody th") if "Economics" in row.text]


def test_the_address_survives_the_change_of_language(models, english, publish):
    translated = [("Modeli a", "Model a"), ("a", "a-in-english")]
    publish(publish_translation, models[0], english, translated)
    for language in ("sq", "en"):
        for name in ("a", "a-in-english"):
            html = read(address(name, "b", language=language))
            assert len(columns(html)) == 2
    switch = read(address("a", "b")).select_one(".languages a[hreflang=en]")
    assert columns(read(switch["href"])) == ["Model a", "Modeli b"]


def test_a_model_named_twice_stands_there_once(models, english, publish):
    publish(publish_translation, models[0], english, [("Modeli a", "Model a"), ("a", "other")])
    assert columns(read(address("a", "b", "a", "other"))) == ["Modeli a", "Modeli b"]


def test_one_model_asks_for_a_second_with_the_list_to_choose_from(models):
    html = read(address("a"))
    assert not html.select(".side")
    assert html.select_one(".compare input[type=hidden]")["value"] == "a"
    assert [box["value"] for box in html.select("input[type=checkbox][name=compare]")] == NAMES[1:]
    kept = html.select_one(".page__filters input[type=hidden][name=compare]")
    assert kept["value"] == "a"


def test_a_model_can_be_taken_away_and_another_added(models):
    html = read(address("a", "b", "c"))
    away = html.select(".side__away")
    assert columns(read(INDEX["sq"] + away[1]["href"])) == ["Modeli a", "Modeli c"]
    add = html.select_one(".chosen-models .button")["href"]
    choosing = read(INDEX["sq"] + add)
    hidden = [field["value"] for field in choosing.select(".compare input[type=hidden]")]
    assert hidden == ["a", "b", "c"]
    assert not read(address(*NAMES[:4])).select(".chosen-models .button")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_what_is_not_there_is_named_and_the_rest_is_kept(models, language):
    models[2].unpublish()
    PageViewRestriction.objects.create(page=models[3], restriction_type=PageViewRestriction.LOGIN)
    for page in models[2:4]:
        page.get_translations().first().unpublish()
    html = read(address("a", "nobody<b>", "c", "d", "b", language=language), 404)
    named = words(html.select_one(".callout .prose strong"))
    assert [name.strip() for name in named.split(",")][:2] == ["nobody<b>", "c"]
    assert columns(html) == ["Modeli a", "Modeli b"]


def test_a_restricted_model_is_treated_like_one_that_is_not_there(models):
    PageViewRestriction.objects.create(page=models[0], restriction_type=PageViewRestriction.LOGIN)
    html = read(address("a", "b"), 404)
    assert words(html.select_one(".callout .prose strong")) == "a"
    assert "Modeli a" not in html.text


def test_too_many_models_answer_400_and_keep_the_first_four(models):
    html = read(address(*NAMES), 400)
    assert columns(html) == [f"Modeli {name}" for name in NAMES[:4]]
    assert "Modeli e" in html.select_one(".callout").text


def test_an_address_with_thousands_of_names_reads_few_of_them(
    models, django_assert_max_num_queries
):
    url = address("a", "b", *(f"x{number}" for number in range(900)))
    with django_assert_max_num_queries(40):
        assert columns(read(url, 400)) == ["Modeli a", "Modeli b"]


@pytest.mark.parametrize("value", ["x" * 10_000, "\u202e", "ë" * 300, "%"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_name_that_nobody_meant_is_answered_with_404(models, value, language):
    html = read(address("a", "b", value, language=language), 404)
    assert len(columns(html)) == 2
    assert len(words(html.select_one(".callout .prose strong"))) <= 80


def test_empty_names_and_other_parameters_mean_nothing(models):
    assert not read(address("", utm_source="x")).select(".callout, .chosen-models")


def test_texts_keep_their_references_and_links(models):
    ReferenceFactory(key="hoxha-2020")
    page = models[0]
    page.aim = f'<p>Shih <a linktype="page" id="{models[4].pk}">atje</a> [@hoxha-2020].</p>'
    page.save_revision().publish()
    html = read(address("a", "b"))
    assert html.select_one(".side__cell .prose a")["href"] == f"{INDEX['sq']}e/"
    assert len(html.select("[role=doc-bibliography] li")) == 1


def test_the_comparison_is_the_list_for_search_engines(models):
    html = read(address("a", "b"))
    assert html.select_one("link[rel=canonical]")["href"].endswith(INDEX["sq"])
    assert len(html.select("h1")) == 1


def test_the_pdf_of_a_comparison_names_only_what_is_there(models):
    html = read(address("b", "nobody", "a"), 404)
    query = html.select_one(".paper-link a")["href"].partition("?")[2]
    assert parse_qs(query) == {"compare": ["a", "b"]}
