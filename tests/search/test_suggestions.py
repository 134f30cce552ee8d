"""What is suggested while somebody types, and how the site answers for it."""

from http import HTTPStatus
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from knowledgebase.models import GlossaryPage
from search import suggest_views
from search.index.write import refresh
from search.models import TitleWord
from search.suggestions import suggest
from tests.factories import ProjectPageFactory, StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
ALLOWED_QUERIES = 7


def address(text: str, language: str = "sq") -> str:
    with override(language):
        return f"{reverse('search_suggestions')}?q={quote(text)}"


def titles(text: str, language: str = "sq") -> list[str]:
    """Return the titles of the pages that are suggested."""
    with override(language):
        return [each.title for each in suggest(text, language) if "?q=" not in each.url]


def searches(text: str) -> list[str]:
    """Return the queries that are suggested."""
    with override("sq"):
        return [each.title for each in suggest(text, "sq") if "?q=" in each.url]


@pytest.fixture
def pages(publish, home) -> None:
    for title in (
        "Dhuna në familje",
        "Urdhër mbrojtjeje nga dhuna",
        "Bashkia e Tiranës",
        "Ri-integrimi i të mbijetuarave",
        "Çfarë është mentorimi",
    ):
        publish(StandardPageFactory, title=title)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dhu", "Dhuna në familje"),
        ("DHUNË", "Dhuna në familje"),  # another form
        ("dhune", "Dhuna në familje"),  # and without its accent
        ("familje", "Dhuna në familje"),
        ("bashkive", "Bashkia e Tiranës"),
        ("tirane bash", "Bashkia e Tiranës"),  # in another order
        ("bashkitë e tir", "Bashkia e Tiranës"),
        ("riint", "Ri-integrimi i të mbijetuarave"),
        ("ri-integ", "Ri-integrimi i të mbijetuarave"),
        ("cfare esh", "Çfarë është mentorimi"),
        ("c\u0327fare\u0308", "Çfarë është mentorimi"),
    ],
)
def test_titles_are_found_by_what_they_mean(pages, typed, found):
    assert found in titles(typed)


@pytest.mark.parametrize("typed", ["dhuna tirana", "", "d", " d ", "zzz", "!!", "dhu" * 34])
def test_nothing_is_suggested_for_what_no_title_has(pages, typed):
    assert titles(typed) == []


def test_titles_that_begin_so_come_first(pages):
    assert titles("dhuna") == ["Dhuna në familje", "Urdhër mbrojtjeje nga dhuna"]


def test_at_most_eight_are_suggested(publish, home):
    for number in range(12):
        publish(StandardPageFactory, title=f"Strehim {number}")
    assert len(suggest("strehim", "sq")) == 8


def test_words_of_texts_are_suggested_below(pages, publish):
    publish(StandardPageFactory, title="Tjetër", summary="Strehëza për gratë; strehëzat e tjera.")
    assert searches("bashki stre") == ["bashki strehëza"]
    assert ["?q=" in each.url for each in suggest("bash", "sq")] == [False, False, True]


def test_function_words_are_not_completed(pages, publish):
    publish(StandardPageFactory, title="Tjetër", summary="Përgjegjësi për të gjitha.")
    assert searches("pë") == ["përgjegjësi"]


def test_a_page_is_found_in_its_readers_tree_and_named_by_its_kind(publish, home):
    publish(ProjectPageFactory, title="Projekti IRIS", slug="iris")
    (found,) = [each for each in suggest("projekti iris", "sq") if "?q=" not in each.url]
    assert (found.url, found.kind, found.language) == ("/sq/projekte/iris/", "Projektet", "sq")


def test_english_readers_find_what_is_not_translated_and_hear_so(publish, home):
    publish(ProjectPageFactory, title="Projekti IRIS", slug="iris")
    html = Client().get(address("iris", "en")).content.decode()
    option = BeautifulSoup(html, "html.parser").select_one("[role=option]")
    assert option.select_one(".suggestion__title")["lang"] == "sq"
    assert Client().get(option["data-href"]).status_code == HTTPStatus.OK


def test_a_term_of_the_glossary_leads_to_its_place(publish, home):
    publish(GlossaryTermFactory, name="Vetëpunësim", slug="vetepunesim")
    (found,) = [each for each in suggest("vetepun", "sq") if "#" in each.url]
    page = GlossaryPage.objects.get(locale=home.locale)
    assert found.url.partition("#")[0] == page.get_url()


def test_a_term_is_found_by_its_abbreviation_and_synonyms(publish, home):
    publish(GlossaryTermFactory, name="dhunë me bazë gjinore", abbreviation="DHBGJ")
    for typed in ("dhb", "DHBGJ"):
        assert titles(typed) == ["dhunë me bazë gjinore"]


def test_what_is_not_public_any_more_is_gone_at_once(pages):
    assert "Dhuna në familje" in titles("dhuna")
    # Nothing tells the index or the cache.
    StandardPage.objects.filter(title="Dhuna në familje").update(live=False)
    assert "Dhuna në familje" not in titles("dhuna")


def test_a_restricted_page_is_never_suggested(pages, home):
    page = home.get_children().get(title="Dhuna në familje")
    assert "Dhuna në familje" in titles("dhuna")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "Dhuna në familje" not in titles("dhuna")


def test_a_new_title_replaces_the_old_one(pages, publish, home):
    page = home.get_children().get(title="Bashkia e Tiranës").specific
    page.title = "Qyteti i Durrësit"
    page.save_revision().publish()
    refresh([page.translation_key])
    assert titles("durr") == ["Qyteti i Durrësit"]
    assert not TitleWord.objects.filter(word="tiranes").exists()


def test_the_list_says_how_many_it_has(pages):
    html = BeautifulSoup(Client().get(address("dhuna")).content.decode(), "html.parser")
    listed = html.select_one("ul[role=listbox]")
    count = len(listed.select("li[role=option][data-href]"))
    assert count == len(suggest("dhuna", "sq")) > 1
    assert listed["data-status"].startswith(f"{count} ")


def test_titles_are_text(publish, home):
    publish(StandardPageFactory, title="<b>Kujdes</b> & siguri")
    assert "<b>" not in Client().get(address("kujdes")).content.decode()


def test_readers_leave_no_trace_and_caches_may_keep_the_answer(pages):
    response = Client().get(address("dhuna"))
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_only_reading_is_allowed(pages):
    client = Client()
    assert client.head(address("dhuna")).status_code == HTTPStatus.OK
    assert client.post(address("dhuna")).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_site_answers_so_many_times_a_second_and_no_more(pages, monkeypatch):
    monkeypatch.setattr(suggest_views.time, "time", lambda: 1_800_000_000.5)
    client = Client()
    for _ in range(suggest_views.MOST_A_SECOND):
        assert client.get(address("dhuna")).status_code == HTTPStatus.OK
    refused = client.get(address("bashki"))
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert (refused.content, refused["Cache-Control"]) == (b"", "no-store")
    monkeypatch.setattr(suggest_views.time, "time", lambda: 1_800_000_001.5)
    assert client.get(address("dhuna")).status_code == HTTPStatus.OK


def test_queries_do_not_grow_with_what_is_found(publish, home):
    publish(StandardPageFactory, title="Strehim 0")
    few = queries("strehim")
    for number in range(1, 12):
        publish(StandardPageFactory, title=f"Strehim {number}")
    assert queries("strehim") <= few <= ALLOWED_QUERIES


def queries(text: str) -> int:
    """Count the queries of an answer that is not cached."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        Client().get(address(text))
    return len(captured)


@pytest.mark.parametrize("query", ["", "q=", "q=%00%00", "q=%FF%FE", "q[]=x", "q=" + "a" * 5_000])
def test_bad_input_is_answered_with_nothing(pages, query):
    response = Client().get(f"{address('').partition('?')[0]}?{query}")
    assert response.status_code == HTTPStatus.OK
    assert "<li" not in response.content.decode()


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.text(max_size=60))
def test_any_text_is_answered(text):
    with override("sq"):
        assert len(suggest(text, "sq")) <= 8
