"""A resource's page: what libraries know of it, its files, and what it belongs to."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.translation import gettext, override
from wagtail.models import PageViewRestriction

from knowledgebase.models import ModelPage, ResourceIndexPage, ResourcePage
from portal.media.states import Processing
from portal.translation_records import publish_translation
from tests.factories import ThemeFactory
from tests.knowledgebase.factories import (
    ModelPageFactory,
    NeedFactory,
    ResourcePageFactory,
    add_file,
    add_link,
    in_english,
)
from tests.media import document_samples as documents
from tests.media.factories import DocumentFactory, ImageFactory
from tests.portal.reading import meta, read, words
from tests.test_budgets import ALLOWED, bare_queries, queries

pytestmark = pytest.mark.django_db

URL = {
    "sq": "/sq/baza-e-njohurive/materiale/manuali/",
    "en": "/en/knowledge-base/resources/manual/",
}


@pytest.fixture
def manual(home) -> ResourcePage:
    return ResourcePageFactory(
        title="Manuali",
        slug="manuali",
        authors="Hoxha, Ana\nBashkia Vlorë",
        publisher="Shtëpia & Co",
        year=2021,
        licence="CC-BY-4.0",
        doi="10.1000/abc",
        isbn="978-9928-0-0000-1",
        needs=[NeedFactory(name="Strehim", slug="housing")],
        themes=[ThemeFactory(name="Plane", slug="plans")],
    )


@pytest.fixture
def translated(manual, english, publish) -> ResourcePage:
    pairs = [("Manuali", "Manual"), ("manuali", "manual"), (manual.publisher, manual.publisher)]
    publish(publish_translation, manual, english, pairs)
    return manual.get_translation(english)


def ready(**values):
    """Return a document whose check is over."""
    return DocumentFactory(processing=Processing.READY, **values)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_libraries_find_all_they_need(translated, language):
    facts = read(URL[language]).select_one(".facts")
    values = [words(value) for value in facts.select("dd")]
    assert values == [
        "Ana Hoxha, Bashkia Vlorë",
        "Shtëpia & Co",
        "2021",
        "Strehim",
        "Plane",
        "CC BY 4.0",
        "10.1000/abc",
        "978-9928-0-0000-1",
    ]
    assert [link["href"] for link in facts.select("a[href^=http]")] == [
        "https://creativecommons.org/licenses/by/4.0/",
        "https://doi.org/10.1000/abc",
    ]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_year_and_terms_lead_to_the_list_filtered_by_them(translated, language):
    index = ResourceIndexPage.objects.get(locale__language_code=language).get_url()
    links = [link["href"] for link in read(URL[language]).select(".facts a[href*='?']")]
    assert links == [f"{index}?year=2021", f"{index}?need=housing", f"{index}?theme=plans"]
    for link in links:
        assert read(link).select_one(".card__link")["href"] == URL[language]


def test_what_is_not_known_is_left_out(home):
    page = ResourcePageFactory()
    assert not read(page.get_url()).select(".facts dd")


@pytest.mark.parametrize(
    ("language", "names", "pages"),
    [("sq", ("Shqip", "Anglisht"), "12 faqe"), ("en", ("Albanian", "English"), "12 pages")],
)
def test_each_file_says_language_type_pages_and_size(manual, translated, language, names, pages):
    add_file(manual, ready(title="Udhëzuesi", page_count=12), "sq")
    add_file(manual, ready(title="The guide"), "en")
    first, second = read(URL[language]).select(".document")
    link = first.a
    assert (link["hreflang"], link.span["lang"], words(link)) == ("sq", "sq", "Udhëzuesi")
    assert link["href"].startswith("/documents/")
    name, kind, count, size = words(first.select_one(".document__meta")).split(", ")
    assert (name, kind, count) == (names[0], "PDF", pages)
    assert size[0].isdigit()
    assert second.a["hreflang"] == "en"
    assert words(second.select_one(".document__meta")).startswith(f"{names[1]}, ")


@pytest.mark.parametrize("state", [Processing.WAITING, Processing.DAMAGED, Processing.ENCRYPTED])
def test_a_file_that_is_not_ready_is_no_link(manual, state):
    add_file(manual, DocumentFactory(title="Udhëzuesi", processing=state, page_count=3))
    (file,) = read(URL["sq"]).select(".document")
    assert not file.a
    assert "Udhëzuesi" in words(file)
    with override("sq"):
        assert gettext("not ready to download yet") in words(file)


def test_what_visitors_download_names_no_author(manual, publish):
    file = ContentFile(documents.pdf_full_of_names(), "a.pdf")
    add_file(manual, publish(DocumentFactory, file=file))
    link = read(URL["sq"]).select_one(".document a")["href"]
    response = Client().get(link, follow=True)
    assert response.status_code == 200
    data = b"".join(response.streaming_content)
    assert data.startswith(b"%PDF")
    assert documents.SECRET.encode() not in documents.unpacked(data)


def test_the_first_page_is_its_picture_once_the_file_is_ready(manual):
    document = ready(cover=ImageFactory())
    add_file(manual, document)
    image = read(URL["sq"]).select_one(".first-page img")
    assert image["alt"] == ""
    document.withdraw()
    assert not read(URL["sq"]).select(".first-page")


@pytest.mark.parametrize("language", ["sq", "en"])
def test_an_address_elsewhere_is_named_with_its_host(manual, translated, language):
    manual.external_url = "https://user@video.example.org:8080/watch?v=1"
    manual.save_revision().publish()
    link = read(URL[language]).select_one("a[rel=noreferrer][href^='https://user@']")
    assert link["href"] == "https://user@video.example.org:8080/watch?v=1"
    assert words(link.find_next_sibling("span")) == "(video.example.org)"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_models_that_use_it_are_shown(manual, translated, english, publish, language):
    model = ModelPageFactory(title="Strehim kalimtar", slug="strehim")
    add_link(model, manual)
    model = ModelPage.objects.get(pk=model.pk)
    pairs = [("Strehim kalimtar", "Transitional housing"), ("strehim", "housing")]
    publish(publish_translation, model, english, pairs)
    hidden = ModelPageFactory(title="Skicë")
    add_link(hidden, manual)
    hidden.unpublish()
    name = {"sq": "Strehim kalimtar", "en": "Transitional housing"}[language]
    html = read(URL[language])
    links = html.find_all("a", string=name)
    assert [read(link["href"]).h1.text for link in links] == [name]
    assert "Skicë" not in words(html.main)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_resource_that_was_not_checked_in_time_says_so(manual, translated, language):
    manual.review_by = datetime.date(2024, 1, 31)
    manual.notice = "Tekst demonstrues."
    manual.save_revision().publish()
    with override(language):
        warning = gettext("This page may be out of date")
    intro = words(read(URL[language]).select_one(".page__intro"))
    assert warning in intro
    assert {"sq": "31 janar 2024", "en": "31 January 2024"}[language] in intro
    assert ("Tekst demonstrues." in intro) == (language == "sq")


def test_a_resource_that_is_checked_in_time_does_not(manual):
    manual.review_by = datetime.date(2999, 1, 1)
    manual.reviewed_on = datetime.date(2026, 1, 2)
    manual.save_revision().publish()
    html = read(URL["sq"])
    with override("sq"):
        assert gettext("This page may be out of date") not in html.main.text
    assert html.select_one(".page__checked time")["datetime"] == "2026-01-02"


def test_a_resource_that_is_not_translated_shows_the_original_in_the_visitors_frame(manual):
    add_file(manual, ready(title="Udhëzuesi"))
    html = read(in_english(manual).get_url())
    assert html.html["lang"] == "en"
    assert html.h1.find_parent(lang="sq")
    assert words(html.select_one(".document a")) == "Udhëzuesi"
    assert html.select_one(".page__notice")


def test_a_private_resource_is_not_shown(manual):
    PageViewRestriction.objects.create(page=manual, restriction_type=PageViewRestriction.LOGIN)
    assert Client().get(URL["sq"]).status_code == 302


def test_shared_links_are_described(manual):
    manual.summary = "Si punohet me raste."
    manual.save_revision().publish()
    assert meta(read(URL["sq"]))["description"] == "Si punohet me raste."


def full_resource(number: int) -> ResourcePage:
    """Make a resource that fills every part of the page, with `number` of each."""
    page = ResourcePageFactory(
        external_url="https://example.org/",
        year=2020,
        authors="Hoxha, Ana",
        needs=NeedFactory.create_batch(number),
        themes=ThemeFactory.create_batch(number),
        body=[("figure", {"image": ImageFactory(), "caption": "x"})] * number,
    )
    for _ in range(number):
        add_file(page, ready(cover=ImageFactory()))
        add_link(ModelPageFactory(), page)
    return page


def test_a_full_page_keeps_to_the_budget():
    few = queries(full_resource(1).get_url())
    many = queries(full_resource(6).get_url())
    bare = bare_queries(ResourceIndexPage.objects.get(locale__language_code="sq"))
    assert many == few
    assert many - bare <= ALLOWED
