"""The list of models: filters, orders, forms, and addresses that ask for what is not there."""

from copy import deepcopy
from urllib.parse import parse_qs, urlencode

import pytest
from django.http import QueryDict
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from knowledgebase.integration.evidence_map import MOST
from knowledgebase.integration.listing import PER_PAGE, ModelListing
from knowledgebase.integration.ordering import View
from knowledgebase.models import ModelPage
from knowledgebase.models.evidence import Cost, Strength
from knowledgebase.models.model import Size
from tests.knowledgebase.factories import ModelPageFactory, NeedFactory, in_english
from tests.portal.reading import meta, read, words

pytestmark = pytest.mark.django_db

INDEX = {
    "sq": "/sq/baza-e-njohurive/modele-integrimi/",
    "en": "/en/knowledge-base/integration-models/",
}


def make_models() -> dict[str, ModelPage]:
    """Return three models that differ in all that can be filtered and ordered by."""
    housing = NeedFactory(name="Strehim", slug="housing")
    work = NeedFactory(name="Punësim", slug="employment")
    made = {
        "home": ModelPageFactory(
            title="Dhomë",
            slug="dhome",
            needs=[housing],
            cost=Cost.HIGH,
            effect_strength=Strength.WEAK,
            months_from=6,
            months_to=24,
            smallest_size=Size.MEDIUM,
        ),
        "plan": ModelPageFactory(
            title="Çdo plan",
            slug="cdo-plan",
            needs=[housing, work],
            cost=Cost.VERY_LOW,
            effect_strength=Strength.STRONG,
            months_to=6,
        ),
        "firm": ModelPageFactory(
            title="Drejt punës", slug="drejt-punes", smallest_size=Size.LARGE, months_from=9
        ),
    }
    for page in made.values():
        in_english(page)
    return made


@pytest.fixture(scope="module")
def three(ground) -> dict[str, ModelPage]:
    return ground(make_models)


@pytest.fixture
def models(three) -> dict[str, ModelPage]:
    return deepcopy(three)


def listing(query: str) -> ModelListing:
    return ModelListing(QueryDict(query))


def titles(query: str) -> list[str]:
    with override("sq"):
        return [card.page.title for card in listing(query).cards]


def counts(query: str, facet: str) -> dict[str, int]:
    with override("sq"):
        found = next(each for each in listing(query).facets if each.name == facet)
    return {choice.value: choice.count for choice in found.choices}


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("", ["Çdo plan", "Drejt punës", "Dhomë"]),
        ("need=housing", ["Çdo plan", "Dhomë"]),
        ("need=unnamed", ["Drejt punës"]),
        ("cost=very-low", ["Çdo plan"]),
        ("cost=unrated", ["Drejt punës"]),
        ("cost=very-low&cost=high", ["Çdo plan", "Dhomë"]),
        ("strength=weak", ["Dhomë"]),
        ("strength=unrated", ["Drejt punës"]),
        ("size=small", ["Çdo plan"]),
        ("size=medium", ["Çdo plan", "Dhomë"]),
        ("size=large", ["Çdo plan", "Drejt punës", "Dhomë"]),
        ("duration=short", ["Çdo plan"]),
        ("duration=medium", ["Drejt punës"]),
        ("duration=long", ["Dhomë"]),
        ("need=housing&size=small&cost=very-low", ["Çdo plan"]),
    ],
)
def test_each_facet_filters(models, query, listed):
    assert titles(query) == listed


@pytest.mark.dialect
def test_a_model_of_unknown_duration_is_found_as_such():
    ModelPageFactory(title="Pa afat")
    assert titles("duration=unknown") == ["Pa afat"]


@pytest.mark.dialect
def test_counts_say_what_choosing_would_list(models):
    assert counts("", "size") == {"small": 1, "medium": 2, "large": 3}
    assert counts("need=housing", "cost") == {"very-low": 1, "high": 1}


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("sort", "listed"),
    [
        ("title", ["Çdo plan", "Drejt punës", "Dhomë"]),
        ("cost", ["Çdo plan", "Dhomë", "Drejt punës"]),
        ("strength", ["Çdo plan", "Dhomë", "Drejt punës"]),
        ("duration", ["Çdo plan", "Drejt punës", "Dhomë"]),
        ("newest", ["Drejt punës", "Çdo plan", "Dhomë"]),
    ],
)
def test_each_order_puts_what_is_not_known_last(models, sort, listed):
    assert titles(f"sort={sort}") == listed


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_page_lists_models_with_their_ratings_in_words(models, language):
    card = read(INDEX[language] + "?need=housing&size=small").select_one("main .card")
    assert card.select_one("h3").text == "Çdo plan"
    assert len(card.select(".rating--cost .rating__step--on")) == 1
    assert len(card.select(".rating--strength .rating__step--on")) == 4
    assert all(mark.text.strip() for mark in card.select(".rating__words"))


def test_a_card_says_what_is_known_and_a_table_what_is_not(models):
    card = read(INDEX["en"] + "?cost=unrated").select_one("main .card")
    assert [words(label) for label in card.select("dt")] == ["Duration", "Smallest municipality"]
    html = read(INDEX["en"] + "?cost=unrated&view=table")
    ratings = [words(rating) for rating in html.select("td .rating")]
    assert ratings == ["not yet rated", "not yet rated"]
    assert not html.select(".rating__step--on")


def test_every_example_rating_is_marked_in_every_form(models):
    ModelPage.objects.filter(slug="dhome").update(ratings_are_examples=True)
    for view in ("cards", "table"):
        html = read(f"{INDEX['sq']}?view={view}")
        assert len(html.select("main .badge")) == len(html.select("main .rating .badge")) == 2


@pytest.mark.dialect
def test_the_table_holds_all_that_models_are_filtered_by(models):
    rows = read(INDEX["en"] + "?view=table&sort=cost").select("tbody tr")
    assert [words(row.select_one("th a")) for row in rows] == ["Çdo plan", "Dhomë", "Drejt punës"]
    cells = [words(cell) for cell in rows[1].select("td")]
    assert cells == [
        "Strehim",
        "high",
        "weak",
        "6 to 24 months",
        "medium: 20,000 to 100,000 inhabitants",
    ]


@pytest.mark.dialect
def test_the_map_shows_every_model_at_each_of_its_needs(models):
    ModelPage.objects.filter(slug="cdo-plan").update(short_title="Plan")
    html = read(INDEX["sq"] + "?view=map")
    rows = {
        words(row.select_one("th")): [words(cell) for cell in row.select("td")]
        for row in html.select(".evidence tbody tr")
    }
    heads = html.select(".evidence thead th")
    assert all(len(cells) == len(heads) - 1 for cells in rows.values())
    assert [cell for cell in rows["Strehim"] if cell] == ["Dhomë", "Plan"]
    assert [cell for cell in rows["Punësim"] if cell] == ["Plan"]
    assert len(html.select(".evidence td a")) == 4
    assert html.select_one(".evidence__model--unrated").text == "Drejt punës"
    assert not html.select("main [style]")


def test_a_crowded_cell_of_the_map_counts_its_models_and_leads_to_them():
    need = NeedFactory(name="Strehim", slug="housing")
    for number in range(MOST + 1):
        in_english(ModelPageFactory(title=f"Modeli {number}", needs=[need]))
    html = read(INDEX["en"] + "?view=map")
    mark = html.select_one(".evidence td a")
    assert "9 models" in mark["aria-label"]
    assert len(read(INDEX["en"] + mark["href"]).select("main .card")) == MOST + 1


def test_cards_and_table_are_paged_and_the_map_is_not():
    for number in range(PER_PAGE[View.CARDS] + 1):
        ModelPageFactory(title=f"Modeli {number}")
    assert len(read(INDEX["sq"] + "?page=2").select("main .card")) == 1
    assert len(read(INDEX["sq"] + "?view=table").select("tbody tr")) == PER_PAGE[View.CARDS] + 1
    keys = read(INDEX["sq"] + "?view=map").select(".evidence td a")
    assert len(keys) == 1  # one cell, which leads to them all


def test_filters_keep_the_form_of_the_list_and_the_forms_keep_the_filters(models):
    html = read(INDEX["sq"] + "?view=table&need=housing&sort=cost")
    kept = html.select_one(".page__filters input[type=hidden][name=view]")
    assert kept["value"] == "table"
    assert html.select_one("select[name=sort] option[selected]")["value"] == "cost"
    for link in html.select(".views__link"):
        asked = parse_qs(link["href"].lstrip("?"))
        assert asked["need"] == ["housing"]
        assert asked["sort"] == ["cost"]
    assert "view=table" in html.select_one(".views__link[aria-current]")["href"]


def test_forms_do_not_nest(models):
    for view in View:
        assert not read(f"{INDEX['sq']}?view={view.value}").select("form form")


@pytest.mark.parametrize("name", ["sort", "view", "need", "cost", "strength", "size", "duration"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_what_nobody_meant_is_answered_with_404_and_a_way_back(models, name, language, subtests):
    for value in ["nothing", "x" * 10_000, "\u202e", "'; --"]:
        with subtests.test(value=value[:10]):
            html = read(f"{INDEX[language]}?{urlencode({name: value})}", 404)
            assert len(html.select_one(".empty strong").text) <= 80
            assert html.select_one(".empty a")["href"] == "?"


@pytest.mark.parametrize("number", ["-1", "0", "99", "abc", "9" * 5000])
@pytest.mark.parametrize("view", ["cards", "table", "map"])
def test_a_page_that_is_not_there_answers_404(models, number, view):
    html = read(f"{INDEX['sq']}?{urlencode({'page': number, 'view': view})}", 404)
    assert parse_qs(html.select_one(".empty a")["href"].lstrip("?"))["page"] == ["1"]


def test_no_model_at_all_is_said_in_words():
    assert read(INDEX["en"]).select_one(".empty h2").text == "There are no models yet"


@pytest.mark.dialect
def test_models_that_not_everybody_may_read_are_not_listed(models):
    models["home"].unpublish()
    PageViewRestriction.objects.create(
        page=models["plan"], restriction_type=PageViewRestriction.LOGIN
    )
    assert titles("") == ["Drejt punës"]


@pytest.mark.dialect
def test_an_untranslated_model_is_listed_and_marked_with_its_language(models):
    card = read(INDEX["en"] + "?need=housing&cost=high").select_one("main .card")
    assert card["lang"] == "sq"
    assert "Albanian" in card.select_one(".card__meta").text


def test_every_address_of_the_list_has_one_canonical_address(models):
    html = read(INDEX["sq"] + "?view=map&sort=cost&need=housing")
    assert html.select_one("link[rel=canonical]")["href"].endswith(INDEX["sq"])
    assert meta(html)["og:url"].endswith(INDEX["sq"])
