"""A municipality's page: what happens there, where to find help, and the map that leads there."""

import datetime

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from portal.translation_records import publish_translation
from projects.models import MunicipalityPage
from projects.places import places
from tests.factories import MunicipalityFactory, MunicipalityPageFactory, ProjectPageFactory
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db

URLS = {"sq": "/sq/bashki/vlore/", "en": "/en/municipalities/vlora/"}
WORDS = [("Bashkia Vlorë", "Municipality of Vlora"), ("vlore", "vlora"), ("Zyra", "The office")]


@pytest.fixture
def vlora() -> MunicipalityPage:
    term = MunicipalityFactory(name="Vlorë", slug="vlora", longitude="19.489", latitude="40.467")
    page = MunicipalityPageFactory(title="Bashkia Vlorë", slug="vlore", municipality=term)
    office = {"kind": "social", "name": "Zyra", "number": "+355 33 400 000"}
    page.offices = [
        ("office", {**office, "checked_on": None}),
        ("office", {**office, "number": "", "checked_on": datetime.date(2024, 5, 3)}),
    ]
    page.save_revision().publish()
    return MunicipalityPage.objects.get(pk=page.pk)


@pytest.fixture
def translated(vlora, english, publish) -> MunicipalityPage:
    publish(publish_translation, vlora, english, WORDS)
    return vlora.get_translation(english)


def test_the_projects_working_there_are_listed(vlora):
    ProjectPageFactory(title="Këtu", municipalities=[vlora.municipality])
    ProjectPageFactory(title="Tjetërkund", municipalities=[MunicipalityFactory()])
    draft = ProjectPageFactory(title="Skicë", municipalities=[vlora.municipality])
    draft.unpublish()
    assert [title.text for title in read(URLS["sq"]).select("main .card__title")] == ["Këtu"]


def test_the_translated_page_lists_the_projects_too(vlora, translated, english, publish):
    project = ProjectPageFactory(title="Këtu", slug="ketu", municipalities=[vlora.municipality])
    publish(publish_translation, project, english, [("Këtu", "Here"), ("ketu", "here")])
    links = read(URLS["en"]).select("main .card__title a")
    assert [(link.text, link["href"]) for link in links] == [("Here", "/en/projects/here/")]


def test_a_municipality_without_projects_says_nothing_of_them(vlora):
    assert not read(URLS["sq"]).select("main .card")


@pytest.mark.parametrize(
    ("language", "kind", "label", "checked"),
    [
        ("sq", "Shërbimet sociale", "Kontrolluar", "3 maj 2024"),
        ("en", "Social services", "Last checked", "3 May 2024"),
    ],
)
def test_offices_say_when_they_were_last_checked(translated, language, kind, label, checked):
    first, second = read(URLS[language]).select("main .helpline")[:2]
    assert kind in first.text
    assert first.select_one("a[href='tel:+35533400000']")
    assert label not in first.text
    assert not second.select("a")
    assert checked in second.text


def test_an_office_that_is_called_as_its_kind_is_named_once(vlora):
    vlora.offices = [("office", {"kind": "legal_aid", "name": "Ndihma juridike falas"})]
    vlora.save_revision().publish()
    office = read(URLS["sq"]).select_one("main .helpline")
    assert [words(name) for name in office.select(".helpline__name")] == ["Ndihma juridike falas"]


def test_the_map_leads_to_the_pages_in_the_visitors_language(translated):
    for url in ("/sq/bashki/", "/en/municipalities/"):
        html = read(url)
        language = url[1:3]
        links = {link["href"] for link in html.select("svg.map a")}
        assert links == {link["href"] for link in html.select(".place-list a")} == {URLS[language]}
        assert all(words(link) or link["aria-label"] for link in html.select("svg.map a"))


def test_the_help_page_leads_to_the_municipalities_with_offices(vlora):
    assert read("/sq/kontakte-te-dobishme/").select_one(f"svg.map a[href='{URLS['sq']}']")


def test_drafts_and_private_pages_are_not_on_the_map(vlora):
    private = MunicipalityPageFactory()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    MunicipalityPageFactory().unpublish()
    with override("sq"):
        assert [place.url for place in places()] == [URLS["sq"]]
