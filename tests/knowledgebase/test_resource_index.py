"""The list of resources: filters, counts, languages of the files, what is not translated."""

import datetime
from copy import deepcopy

import pytest
from django.utils.translation import gettext, override
from wagtail.models import Locale, PageViewRestriction

from knowledgebase.models import ResourcePage
from knowledgebase.resources.listing import ResourceListing
from portal.translation_records import publish_translation
from tests.factories import ThemeFactory
from tests.knowledgebase.factories import (
    NeedFactory,
    ResourcePageFactory,
    add_file,
    in_english,
)
from tests.media.factories import DocumentFactory
from tests.portal.reading import read, words
from tests.test_budgets import bare_queries, queries

pytestmark = pytest.mark.django_db

URL = {"sq": "/sq/baza-e-njohurive/materiale/", "en": "/en/knowledge-base/resources/"}
MOST_QUERIES = 10


def titles(html) -> list[str]:
    return [words(title) for title in html.select("main .card__title")]


def choices(html, facet: str) -> dict[str, str]:
    """Return by value the label and count of a facet's choices."""
    boxes = html.select(f"input[name={facet}]")
    return {box["value"]: words(box.parent) for box in boxes}


def make_resources() -> dict[str, ResourcePage]:
    housing = NeedFactory(name="Strehim", slug="housing")
    english = Locale.objects.get(language_code="en")
    publish_translation(housing, english, [("Strehim", "Housing")])
    work = NeedFactory(name="Punësim", slug="work")
    theme = ThemeFactory(name="Plane", slug="plans")
    manual = ResourcePageFactory(title="Manuali", year=2021, needs=[housing], themes=[theme])
    form = ResourcePageFactory(title="Formulari", kind="form", year=2023, needs=[housing, work])
    video = ResourcePageFactory(title="Video", kind="video", external_url="https://example.org/v")
    for language in ("sq", "en"):
        add_file(manual, DocumentFactory(), language)
    add_file(form, DocumentFactory())
    made = {"manual": manual, "form": form, "video": video}
    return {name: ResourcePage.objects.get(pk=page.pk) for name, page in made.items()}


@pytest.fixture(scope="module")
def three(ground) -> dict[str, ResourcePage]:
    return ground(make_resources)


@pytest.fixture
def resources(three) -> dict[str, ResourcePage]:
    return deepcopy(three)


@pytest.mark.dialect
def test_all_are_listed_newest_first_and_those_without_a_year_last(resources):
    html = read(URL["sq"])
    assert titles(html) == ["Formulari", "Manuali", "Video"]
    assert words(html.select_one("main [role=status]")).startswith("3 ")


@pytest.mark.dialect
def test_those_of_one_year_stand_in_the_order_of_the_alphabet(home):
    right = ["Cikli", "Çështja", "Dzuara", "Dhuna", "Zyra"]
    for title in sorted(right):
        ResourcePageFactory(title=title, year=2020)
    assert titles(read(URL["sq"])) == right


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("kind=form", ["Formulari"]),
        ("kind=form&kind=video", ["Formulari", "Video"]),
        ("need=housing", ["Formulari", "Manuali"]),
        ("need=work&need=housing&theme=plans", ["Manuali"]),
        ("language=en", ["Manuali"]),
        ("year=2023", ["Formulari"]),
        ("year=2023&theme=plans", []),
        ("kind=", ["Formulari", "Manuali", "Video"]),
    ],
)
def test_each_facet_filters(resources, query, listed):
    assert titles(read(f"{URL['sq']}?{query}")) == listed


@pytest.mark.dialect
def test_counts_say_what_choosing_would_list(resources):
    html = read(f"{URL['sq']}?kind=form")
    assert choices(html, "need") == {"housing": "Strehim 1", "work": "Punësim 1"}
    assert choices(html, "language") == {"sq": "Shqip 1"}
    assert choices(html, "year") == {"2023": "2023 1"}
    assert list(choices(html, "kind")) == ["manual", "form", "video"]
    assert html.select_one("input[name=kind][checked]")["value"] == "form"


def test_choices_that_lead_nowhere_are_left_out(resources):
    assert "law" not in choices(read(URL["sq"]), "kind")


@pytest.mark.dialect
def test_needs_are_named_in_the_visitors_language(resources):
    in_english(resources["form"])
    assert choices(read(URL["en"]), "need") == {"housing": "Housing 1", "work": "Punësim 1"}


@pytest.mark.parametrize("query", ["kind=nothing", "need=x%3Cb%3E", "language=xx", "year=1"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_an_unknown_filter_answers_404_and_names_it(resources, language, query):
    html = read(f"{URL[language]}?{query}", 404)
    assert html.select_one(".empty strong").text == query.partition("=")[2].replace(
        "%3C", "<"
    ).replace("%3E", ">")
    with override(language):
        assert words(html.select_one(".empty h2")) == gettext("There is no such filter")


@pytest.mark.parametrize("number", ["2", "0", "abc"])
def test_a_page_past_the_end_answers_404_with_a_way_back(resources, number):
    html = read(f"{URL['sq']}?kind=form&page={number}", 404)
    link = html.select_one(".empty a")
    assert link["href"] == "?kind=form&page=1"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_list_without_resources_says_so(home, language):
    html = read(URL[language])
    with override(language):
        assert words(html.select_one(".empty h2")) == gettext("There are no resources yet")


def test_filters_that_do_not_agree_say_so_and_can_be_taken_off(resources):
    html = read(f"{URL['sq']}?kind=video&year=2023")
    with override("sq"):
        assert words(html.select_one(".empty h2")) == gettext("No resource with these filters")
    assert [link["href"] for link in html.select(".chosen a")] == ["?year=2023", "?kind=video", "?"]


def test_the_pages_of_the_list_keep_the_filters(resources):
    ResourcePageFactory.create_batch(ResourceListing.per_page + 1, kind="law")
    html = read(f"{URL['sq']}?kind=law")
    assert len(titles(html)) == ResourceListing.per_page
    assert html.select_one(".pagination a[rel=next]")["href"] == "?kind=law&page=2"
    assert len(titles(read(f"{URL['sq']}?kind=law&page=2"))) == 1


def test_a_card_says_kind_year_and_languages(resources):
    (card,) = read(f"{URL['sq']}?theme=plans").select("main .card")
    meta = words(card.select_one(".card__meta"))
    assert "2021" in meta
    assert meta.endswith("Shqip Anglisht")
    with override("sq"):
        assert str(resources["manual"].get_kind_display()) in meta


def test_a_resource_that_was_not_checked_in_time_is_marked(resources):
    page = resources["form"]
    page.review_by = datetime.date(2024, 1, 1)
    page.save_revision().publish()
    cards = {words(card.h3): card for card in read(URL["sq"]).select("main .card")}
    assert cards["Formulari"].select(".badge--late")
    assert not cards["Manuali"].select(".badge--late")


def test_a_resource_that_is_not_translated_is_listed_with_its_language(resources):
    stand_in = in_english(resources["manual"])
    (card,) = read(URL["en"]).select("main .card")
    assert card["lang"] == "sq"
    assert card.a["href"] == stand_in.get_url()
    assert "Albanian" in words(card.select_one(".card__meta"))
    assert choices(read(URL["en"]), "language") == {"sq": "Albanian 1", "en": "English 1"}


@pytest.mark.dialect
def test_a_translated_resource_is_listed_by_its_own_words(resources, english, publish):
    page = resources["manual"]
    publish(publish_translation, page, english, [("Manuali", "The manual"), (page.slug, "manual")])
    (card,) = read(URL["en"]).select("main .card")
    assert not card.has_attr("lang")
    assert words(card.h3) == "The manual"
    assert words(card.select_one(".card__meta")).endswith("Albanian English")


@pytest.mark.dialect
def test_drafts_and_private_resources_are_not_listed(resources):
    resources["manual"].unpublish()
    PageViewRestriction.objects.create(
        page=resources["video"], restriction_type=PageViewRestriction.LOGIN
    )
    html = read(URL["sq"])
    assert titles(html) == ["Formulari"]
    assert list(choices(html, "kind")) == ["form"]


def fill(number: int) -> None:
    for _ in range(number):
        page = ResourcePageFactory(year=2020, needs=[NeedFactory()], themes=[ThemeFactory()])
        add_file(page, DocumentFactory())


def test_the_list_keeps_to_the_budget(home):
    asked = ["", "?kind=manual&year=2020&language=sq"]
    fill(1)
    few = {query: queries(URL["sq"] + query) for query in asked}
    fill(14)
    assert {query: queries(URL["sq"] + query) for query in asked} == few
    assert max(few.values()) - bare_queries(home) <= MOST_QUERIES
