"""Addresses that never change: they lead to where a page or a term is today."""

from uuid import uuid4

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from knowledgebase.models import (
    GlossaryPage,
    KnowledgeBasePage,
    ResourceIndexPage,
    ResourcePage,
    StudyPage,
)
from portal.translation_records import publish_translation
from tests.knowledgebase.factories import (
    ChapterPageFactory,
    GlossaryTermFactory,
    ResourcePageFactory,
    StudyPageFactory,
    in_english,
)
from tests.portal.reading import read

pytestmark = pytest.mark.django_db

GLOSSARY = {"sq": "/sq/baza-e-njohurive/fjalorth/", "en": "/en/knowledge-base/glossary/"}


@pytest.fixture
def study(home) -> StudyPage:
    return StudyPageFactory(title="Studimi", slug="studimi")


def stable(key, languages: str = "sq"):
    return Client().get(f"/id/{key}/", headers={"accept-language": languages})


def target(key, languages: str = "sq") -> str:
    response = stable(key, languages)
    assert response.status_code == 302
    return response["Location"]


def is_not_found(key) -> bool:
    """Whether a browser ends at a page that says so, wherever it was sent."""
    return Client().get(f"/id/{key}/", follow=True).status_code == 404


@pytest.mark.parametrize(
    ("languages", "address"),
    [
        ("sq", "/sq/baza-e-njohurive/studimi/"),
        ("en-GB,en;q=0.8", "/en/knowledge-base/study/"),
        ("de,en;q=0.5", "/en/knowledge-base/study/"),
        ("de", "/sq/baza-e-njohurive/studimi/"),
        ("", "/sq/baza-e-njohurive/studimi/"),
    ],
)
def test_it_leads_to_the_visitors_language(study, english, publish, languages, address):
    publish(publish_translation, study, english, [("Studimi", "Study"), ("studimi", "study")])
    response = stable(study.translation_key, languages)
    assert response["Location"] == address
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_it_leads_to_another_language_where_the_page_is_not_translated(study):
    in_english(study)
    assert target(study.translation_key, "en") == "/sq/baza-e-njohurive/studimi/"


def test_it_is_the_address_that_the_page_names(study):
    links = read(study.get_url()).select("dd a[href^='http://testserver/sq/id/']")
    assert {link["href"] for link in links} == {f"http://testserver/sq/id/{study.translation_key}/"}


def test_it_survives_a_new_slug(study):
    study.slug = "studim-i-ri"
    study.save_revision().publish()
    assert target(study.translation_key) == "/sq/baza-e-njohurive/studim-i-ri/"


def test_it_survives_a_move(study):
    chapter = ChapterPageFactory(parent=study, slug="i-pari")
    other = StudyPageFactory(slug="tjetri")
    chapter.move(other, pos="last-child")
    assert target(chapter.translation_key) == "/sq/baza-e-njohurive/tjetri/i-pari/"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_it_leads_to_the_place_of_a_term(english, language):
    term = GlossaryTermFactory(name="Strehë", slug="shelter")
    publish_translation(term, english, [("Strehë", "Shelter"), ("Përkufizimi.", "Definition.")])
    page, _hash, place = target(term.translation_key, language).partition("#")
    assert page == GLOSSARY[language]
    assert read(page).find(id=place).h3.text.strip() == {"sq": "Strehë", "en": "Shelter"}[language]


def test_a_term_that_is_not_translated_is_found_where_it_stands():
    term = GlossaryTermFactory(slug="shelter")
    page, _hash, place = target(term.translation_key, "en").partition("#")
    assert page == GLOSSARY["sq"]
    assert read(page).find(id=place)


def test_what_is_not_there_is_not_found(home):
    assert is_not_found(uuid4())


def test_what_is_not_public_is_not_found(study):
    draft = ResourcePageFactory()
    draft.unpublish()
    term = GlossaryTermFactory(live=False)
    PageViewRestriction.objects.create(page=study, restriction_type=PageViewRestriction.LOGIN)
    for hidden in (draft, term, study):
        assert is_not_found(hidden.translation_key)


def test_a_page_below_a_private_one_is_not_found(home):
    page = ResourcePageFactory()
    index = ResourceIndexPage.objects.get(locale=home.locale)
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    assert is_not_found(page.translation_key)


def test_terms_are_not_found_while_the_glossary_is_private(home):
    term = GlossaryTermFactory()
    for page in GlossaryPage.objects.all():
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert is_not_found(term.translation_key)


def test_a_deleted_page_is_not_found(study):
    page = ResourcePageFactory()
    ResourcePage.objects.get(pk=page.pk).delete()
    assert is_not_found(page.translation_key)


@pytest.mark.parametrize("key", ["x", "1", "%00", "00000000-0000-0000-0000-00000000000g"])
def test_what_is_no_key_is_not_found(home, key):
    assert Client().get(f"/id/{key}/", follow=True).status_code in (400, 404)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_can_only_be_read(study, method):
    assert getattr(Client(), method)(f"/id/{study.translation_key}/").status_code == 405


def test_every_page_has_one(home):
    page = KnowledgeBasePage.objects.get(locale=home.locale)
    assert target(page.translation_key) == "/sq/baza-e-njohurive/"
