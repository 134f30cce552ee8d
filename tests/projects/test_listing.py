"""The list of projects: filters by links, counts beside each choice, and wrong addresses."""

import datetime
from copy import deepcopy
from urllib.parse import parse_qs, urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction
from wagtail_localize.operations import translate_object

from portal.translation_records import publish_translation
from projects.listing import ProjectListing
from projects.models import ProjectIndexPage, ProjectPage
from projects.models.roles import Role
from tests.factories import (
    MunicipalityFactory,
    MunicipalityPageFactory,
    OrganisationFactory,
    ProjectPageFactory,
    ThemeFactory,
    add_organisation,
)
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

INDEX = {"sq": "/sq/projekte/", "en": "/en/projects/"}


def make_projects() -> dict[str, ProjectPage]:
    """Return three projects that differ in all that can be filtered by."""
    tirana = MunicipalityFactory(name="Tiranë", slug="tirana")
    vlora = MunicipalityFactory(name="Vlorë", slug="vlora")
    training = ThemeFactory(name="Trajnim", slug="training")
    plans = ThemeFactory(name="Plane", slug="plans")
    donor = OrganisationFactory(name="Bashkimi Evropian", slug="european-union")
    made = {
        "old": ProjectPageFactory(title="I vjetri", municipalities=[tirana], themes=[training]),
        "vlora": ProjectPageFactory(
            title="Ai i Vlorës",
            municipalities=[vlora],
            themes=[plans],
            start_date=datetime.date(2023, 12, 1),
            end_date=datetime.date(2024, 12, 1),
        ),
        "both": ProjectPageFactory(
            title="I të dyjave",
            municipalities=[tirana, vlora],
            themes=[plans],
            start_date=datetime.date(2024, 3, 1),
            end_date=None,
        ),
    }
    add_organisation(made["vlora"], Role.DONOR, donor)
    add_organisation(made["both"], Role.PARTNER, donor)
    return {name: ProjectPage.objects.get(pk=page.pk) for name, page in made.items()}


@pytest.fixture(scope="module")
def three(ground) -> dict[str, ProjectPage]:
    return ground(make_projects)


@pytest.fixture
def projects(three) -> dict[str, ProjectPage]:
    return deepcopy(three)


def listing(query: str = "", language: str = "sq") -> ProjectListing:
    with override(language):
        return ProjectListing(QueryDict(query))


def titles(query: str) -> list[str]:
    with override("sq"):
        return [card.page.title for card in listing(query).cards]


def counts(query: str, facet: str) -> dict[str, int]:
    with override("sq"):
        found = next(each for each in listing(query).facets if each.name == facet)
    return {choice.value: choice.count for choice in found.choices}


@pytest.mark.dialect
def test_without_filters_all_are_listed_newest_first(projects):
    assert titles("") == ["I të dyjave", "Ai i Vlorës", "I vjetri"]


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("municipality=vlora", ["I të dyjave", "Ai i Vlorës"]),
        ("theme=training", ["I vjetri"]),
        ("donor=european-union", ["Ai i Vlorës"]),
        ("status=ongoing", ["I të dyjave"]),
        ("status=completed", ["Ai i Vlorës", "I vjetri"]),
        ("year=2021", ["I vjetri"]),
        ("year=2024", ["I të dyjave", "Ai i Vlorës"]),
        ("theme=", ["I të dyjave", "Ai i Vlorës", "I vjetri"]),
    ],
)
def test_each_facet_filters(projects, query, listed):
    assert titles(query) == listed


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("theme=training&theme=plans", ["I të dyjave", "Ai i Vlorës", "I vjetri"]),
        ("municipality=tirana&theme=plans", ["I të dyjave"]),
        ("municipality=tirana&municipality=vlora&status=completed", ["Ai i Vlorës", "I vjetri"]),
        ("theme=training&year=2024", []),
    ],
)
def test_within_a_facet_any_value_will_do_and_all_facets_must_agree(projects, query, listed):
    assert titles(query) == listed


@pytest.mark.dialect
def test_counts_say_what_choosing_would_list_with_the_other_facets_applied(projects):
    assert counts("", "municipality") == {"tirana": 2, "vlora": 2}
    assert counts("theme=plans", "municipality") == {"tirana": 1, "vlora": 2}
    assert counts("theme=plans", "theme") == {"plans": 2, "training": 1}
    assert counts("status=ongoing", "year") == {
        str(year): 1 for year in range(2024, timezone.localdate().year + 1)
    }


@pytest.mark.dialect
def test_choices_that_lead_nowhere_are_left_out_unless_chosen(projects):
    assert "training" not in counts("year=2023", "theme")
    assert counts("theme=training&year=2023", "theme")["training"] == 0


@pytest.mark.dialect
def test_years_stand_newest_first_and_names_in_order(projects):
    years = list(counts("", "year"))
    assert years == sorted(years, reverse=True)
    assert list(counts("", "theme")) == ["plans", "training"]


@pytest.mark.dialect
@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("sq", ["Bashkia", "Tema", "Donatori", "Gjendja", "Viti"]),
        ("en", ["Municipality", "Theme", "Donor", "Status", "Year"]),
    ],
)
def test_facets_are_named_in_each_language(projects, language, labels):
    with override(language):
        assert [facet.label for facet in listing("", language).facets] == labels


@pytest.mark.dialect
def test_the_number_of_queries_does_not_grow_with_the_projects(
    projects, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6), override("sq"):
        shown = ProjectListing(QueryDict(""))
        assert shown.facets
        assert len(shown.cards) == 3
    for _ in range(4):
        ProjectPageFactory(municipalities=[MunicipalityFactory()], themes=[ThemeFactory()])
    with django_assert_max_num_queries(6), override("sq"):
        shown = ProjectListing(QueryDict(""))
        assert shown.facets
        assert len(shown.cards) == 7


@pytest.mark.parametrize(
    ("language", "heading"), [("sq", "Nuk ka filtër të tillë"), ("en", "There is no such filter")]
)
def test_an_unknown_filter_answers_404_names_it_and_keeps_the_choices(
    projects, english, publish, language, heading
):
    publish(publish_translation, projects["old"], english, translation_of("I vjetri", "old"))
    html = read(f"{INDEX[language]}?theme=training&donor=nobody%3Cb%3E", 404)
    empty = html.select_one(".empty")
    assert heading in empty.text
    assert empty.select_one("strong").text == "nobody<b>"
    assert html.select_one("input[name=theme][value=training]").has_attr("checked")


def translation_of(title: str, slug: str) -> list[tuple[str, str]]:
    page = ProjectPage.objects.get(title=title)
    return [(title, slug.title()), (page.slug, slug)]


@pytest.mark.parametrize("number", ["0", "-1", "2", "abc", "", "1.5", "9" * 5000])
@pytest.mark.parametrize(
    ("language", "heading", "back"),
    [
        ("sq", "Lista nuk e ka këtë faqe", "Te faqja e parë e listës"),
        ("en", "The list has no such page", "To the first page"),
    ],
)
def test_a_page_that_is_not_there_answers_404_with_a_way_back(number, language, heading, back):
    html = read(f"{INDEX[language]}?{urlencode({'page': number})}", 404)
    assert heading in html.select_one(".empty").text
    link = html.select_one(".empty a")
    assert link.text == back
    assert link["href"] == "?page=1"


@pytest.mark.parametrize("facet", ["municipality", "theme", "donor", "status", "year"])
def test_a_value_that_nobody_meant_is_answered_with_404(facet, subtests):
    for value in ["x" * 3000, "\u202e", "%", "'; --", "ë" * 500]:
        with subtests.test(value=value[:10]):
            html = read(f"/sq/projekte/?{urlencode({facet: value})}", 404)
            assert len(html.select_one(".empty strong").text) <= 80


def test_parameters_that_mean_nothing_here_are_ignored(projects):
    assert read("/sq/projekte/?utm_source=x&a[]=1").select("main .card")


def test_no_project_at_all_is_said_in_words():
    assert "Ende nuk ka projekte" in read("/sq/projekte/").select_one(".empty h2").text


def test_the_pages_of_a_list_keep_the_filters(projects):
    theme = projects["old"].themes.get()
    for _ in range(ProjectListing.per_page):
        ProjectPageFactory(themes=[theme])
    html = read("/sq/projekte/?theme=training&year=2020")
    links = [parse_qs(link["href"].lstrip("?")) for link in html.select(".pagination a")]
    assert {link["page"][0] for link in links} == {"1", "2"}
    assert all(link["theme"] == ["training"] and link["year"] == ["2020"] for link in links)
    assert len(html.select("main .card")) == ProjectListing.per_page
    assert len(read("/sq/projekte/?theme=training&year=2020&page=2").select("main .card")) == 1


def test_taking_a_filter_off_keeps_the_others_and_begins_at_the_first_page(projects):
    url = listing("theme=plans&theme=training&year=2024&page=3").url_without("theme", "plans")
    assert parse_qs(url.lstrip("?")) == {"theme": ["training"], "year": ["2024"]}


@pytest.mark.parametrize(("query", "text"), [("", "3 projekte"), ("?theme=training", "1 projekt")])
def test_the_number_of_projects_is_announced(projects, query, text):
    assert words(read(f"/sq/projekte/{query}").select_one("main [role=status]")) == text


def test_the_map_and_the_list_beside_it_name_every_place_and_lead_there(projects):
    MunicipalityPageFactory(
        title="Vlorë", slug="vlore", municipality=projects["vlora"].municipalities.get()
    )
    html = read("/sq/projekte/")
    expected = {"Tiranë": "?municipality=tirana", "Vlorë": "/sq/bashki/vlore/"}
    on_map = {link["aria-label"]: link["href"] for link in html.select("svg.map a")}
    in_list = {link.text.strip(): link["href"] for link in html.select(".place-list a")}
    assert on_map == in_list == expected
    assert html.select_one("svg.map")["aria-label"]


@pytest.mark.dialect
def test_drafts_and_private_projects_are_not_listed(projects):
    projects["old"].unpublish()
    PageViewRestriction.objects.create(
        page=projects["vlora"], restriction_type=PageViewRestriction.LOGIN
    )
    assert titles("") == ["I të dyjave"]
    assert "european-union" not in counts("", "donor")


def english_card(title: str):
    cards = read("/en/projects/").select("main .card")
    return next(card for card in cards if title in card.text)


def test_a_project_without_translation_is_listed_in_english_with_its_language(projects, english):
    projects["both"].copy_for_translation(english, copy_parents=True, alias=True)
    card = english_card("I të dyjave")
    assert card["lang"] == "sq"
    meta = card.select_one(".card__meta")
    assert meta["lang"] == "en"
    assert "Not translated yet: Albanian" in words(meta)


@pytest.mark.dialect
def test_a_project_whose_translation_waits_is_listed_with_its_language(
    projects, english, admin, publish
):
    projects["both"].copy_for_translation(english, copy_parents=True, alias=True)
    publish(translate_object, projects["both"], [english], user=admin)
    assert english_card("I të dyjave").get("lang") == "sq"


@pytest.mark.dialect
def test_a_translated_project_is_listed_by_its_own_words(projects, english, publish):
    publish(publish_translation, projects["both"], english, translation_of("I të dyjave", "both"))
    card = english_card("Both")
    assert not card.has_attr("lang")
    assert card.a["href"] == "/en/projects/both/"
    assert "March 2024" in card.text


def test_wrong_methods_are_refused():
    page = ProjectIndexPage.objects.get(locale__language_code="sq")
    assert Client().post(page.get_url()).status_code == 405
