"""What a page can be read in: one answer for switcher, hreflang, canonical and sitemap."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction
from wagtail_localize.operations import translate_object

from home.models import HomePage, StandardPage
from home.structure import ensure_structure
from portal.i18n import is_placeholder
from portal.translation_records import publish_translation
from tests.factories import ProjectPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home) -> StandardPage:
    return StandardPageFactory(
        parent=home, title="Rreth nesh", slug="rreth-nesh", body=[("text", "<p>Teksti.</p>")]
    )


WORDS = [("Rreth nesh", "About us"), ("rreth-nesh", "about-us"), ("Teksti.", "The text.")]


@pytest.fixture
def translated(about, english, publish) -> StandardPage:
    publish(publish_translation, about, english, WORDS)
    return about.get_translation(english)


def soup(url: str, status: int = 200) -> BeautifulSoup:
    response = Client().get(url)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def alternates(html: BeautifulSoup) -> dict[str, str]:
    links = html.select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: urlsplit(link["href"]).path for link in links}


def canonical(html: BeautifulSoup) -> str:
    return urlsplit(html.select_one("link[rel=canonical]")["href"]).path


def switcher(html: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in html.select("header a[hreflang][lang]")}


def test_a_translated_page_names_itself_the_other_and_the_default(translated):
    expected = {
        "sq": "/sq/rreth-nesh/",
        "en": "/en/about-us/",
        "x-default": "/sq/rreth-nesh/",
    }
    for url in ("/sq/rreth-nesh/", "/en/about-us/"):
        html = soup(url)
        assert alternates(html) == expected
        assert canonical(html) == url
        for path in expected.values():
            assert Client().get(path).status_code == 200


def test_the_switcher_keeps_the_content_and_the_query_string(translated):
    html = soup("/sq/rreth-nesh/?a=1&b=ë")
    assert switcher(html)["en"] == "/en/about-us/?a=1&b=%C3%AB"
    assert [link.text.strip() for link in html.select("header a[hreflang][lang]")] == [
        "Shqip",
        "English",
    ]


def test_reading_sets_no_cookie(translated):
    for url in ("/", "/sq/", "/sq/rreth-nesh/", "/en/about-us/", "/en/search/?q=a", "/sq/mungon/"):
        response = Client().get(url)
        assert not response.cookies, url


def assert_shows_the_original_in_english_furniture(url: str) -> None:
    html = soup(url)
    assert html.html["lang"] == "en"
    assert html.select_one("main [lang=sq], main[lang=sq]")
    assert "Teksti." in html.main.text
    assert canonical(html) == "/sq/rreth-nesh/"
    assert alternates(html) == {}
    assert html.select_one(".notice a[hreflang=sq]")["href"] == "/sq/rreth-nesh/"
    assert url not in Client().get("/sitemap.xml").content.decode()


def test_an_alias_shows_the_original_with_a_notice(about, english):
    about.copy_for_translation(english, copy_parents=True, alias=True)
    assert_shows_the_original_in_english_furniture("/en/rreth-nesh/")


def test_the_breadcrumb_says_in_which_language_a_page_above_is_written(about, english):
    team = StandardPageFactory(parent=about, title="Ekipi", slug="ekipi")
    team.copy_for_translation(english, copy_parents=True, alias=True)
    for language, marked in (("sq", None), ("en", "sq")):
        (_home, above) = soup(f"/{language}/rreth-nesh/ekipi/").select("nav.breadcrumb a")
        assert (above.text, above.get("lang")) == ("Rreth nesh", marked)


def test_a_page_submitted_and_not_finished_shows_the_original(about, english, admin, publish):
    about.copy_for_translation(english, copy_parents=True, alias=True)
    publish(translate_object, about, [english], user=admin)
    alias = about.get_translation(english)
    assert alias.alias_of_id is None
    assert is_placeholder(alias)
    assert_shows_the_original_in_english_furniture(alias.get_url())


def test_a_draft_translation_answers_404_and_is_no_alternate(about, english, admin, publish):
    publish(translate_object, about, [english], user=admin)
    assert alternates(soup("/sq/rreth-nesh/")) == {}
    soup(about.get_translation(english).get_url(), 404)


def test_an_alias_of_a_private_page_asks_to_sign_in(about, english):
    about.copy_for_translation(english, copy_parents=True, alias=True)
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    response = Client().get("/en/rreth-nesh/")
    assert response.status_code == 302
    assert response["Location"].startswith("/en/account/sign-in/")


def test_a_placeholder_of_a_private_page_shows_nothing(about, english, admin, publish):
    about.copy_for_translation(english, copy_parents=True, alias=True)
    publish(translate_object, about, [english], user=admin)
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    response = Client().get("/en/rreth-nesh/")
    assert response.status_code == 302
    assert response["Location"].startswith("/en/account/sign-in/")


def test_a_private_page_is_no_alternate_and_not_in_the_sitemap(about, translated):
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert Client().get("/en/about-us/").status_code == 302
    sitemap = Client().get("/sitemap.xml").content.decode()
    assert "rreth-nesh" not in sitemap
    assert "about-us" not in sitemap


def test_an_unpublished_translation_is_no_alternate(translated):
    translated.unpublish()
    html = soup("/sq/rreth-nesh/")
    assert alternates(html) == {}
    assert switcher(html)["en"] == "/en/"


def test_the_sitemap_lists_each_language_with_its_alternates(translated):
    response = Client().get("/sitemap.xml")
    entry = next(
        e for e in ElementTree.fromstring(response.content) if "/en/about-us/" in e[0].text
    )
    found = {
        link.get("hreflang"): urlsplit(link.get("href")).path
        for link in entry.iter("{http://www.w3.org/1999/xhtml}link")
    }
    assert found == {
        "sq": "/sq/rreth-nesh/",
        "en": "/en/about-us/",
        "x-default": "/sq/rreth-nesh/",
    }
    for location in re.findall(r"<loc>(.*?)</loc>", response.content.decode()):
        assert Client().get(urlsplit(location).path).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "home"),
    [("en-GB,en;q=0.9", "/en/"), ("sq", "/sq/"), ("de,fr;q=0.5", "/sq/"), ("", "/sq/")],
)
def test_the_root_redirects_by_the_languages_that_the_browser_accepts(accepted, home):
    response = Client(HTTP_ACCEPT_LANGUAGE=accepted).get("/")
    assert response.status_code == 302
    assert response["Location"] == home
    assert "Accept-Language" in response["Vary"]


def test_a_changed_slug_leaves_a_redirect_in_each_language(about, translated, english, publish):
    about.slug = "rreth-nesh-2"
    publish(lambda: about.save_revision().publish())
    publish(publish_translation, about, english, [("rreth-nesh-2", "about-us-2")])
    for old, new in (("sq/rreth-nesh", "rreth-nesh-2"), ("en/about-us", "about-us-2")):
        response = Client().get(f"/{old}/")
        assert response.status_code == 301
        assert response["Location"].endswith(f"/{new}/")


def test_a_moved_page_takes_its_translation_along_and_leaves_redirects(
    home, about, translated, english, publish
):
    section = StandardPageFactory(parent=home, title="Ne", slug="ne")
    publish(publish_translation, section, english, [("Ne", "Us"), ("ne", "us")])
    before = Redirect.objects.count()
    publish(about.move, StandardPage.objects.get(pk=section.pk), pos="last-child")

    assert Client().get("/sq/rreth-nesh/")["Location"].endswith("/sq/ne/rreth-nesh/")
    assert Client().get("/en/about-us/")["Location"].endswith("/en/us/about-us/")
    assert Redirect.objects.count() == before + 2


@pytest.mark.parametrize(
    ("url", "heading", "other"),
    [
        ("/sq/mungon/", "Kjo faqe nuk u gjet", "/en/"),
        ("/en/missing/", "page was not found", "/sq/"),
    ],
)
def test_a_missing_page_helps_in_the_visitors_language(url, heading, other):
    html = soup(url, 404)
    assert heading in html.h1.text
    assert html.select_one("main form[role=search] input[name=q]")
    assert html.select_one(f"main a[href='{other}']")
    sections = {link["href"] for link in html.select("main a")}
    assert {"/sq/": "/en/projects/", "/en/": "/sq/projekte/"}[other] in sections


def test_menu_titles_are_in_the_language_of_the_page():
    assert "Projekte" in soup("/sq/").header.text
    assert "Projects" in soup("/en/").header.text


def test_every_page_of_the_structure_exists_in_both_languages(home):
    for page in HomePage.objects.get(pk=home.pk).get_descendants(inclusive=True):
        assert page.get_translations().filter(live=True).count() == 1


def test_a_project_without_translation_is_listed_in_english_with_its_language(english):
    project = ProjectPageFactory(title="Projekti ynë", slug="projekti-yne")
    project.copy_for_translation(english, copy_parents=True, alias=True)
    link = soup("/en/projects/").select_one("a[href='/en/projects/projekti-yne/']")
    assert link.find_parent(attrs={"lang": "sq"}) or link.get("lang") == "sq"


@pytest.fixture
def german(settings) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        *settings.LANGUAGES,
        ("de", "Deutsch"),
    ]


def test_a_third_language_is_one_setting_away(german, about):
    ensure_structure()
    html = soup("/de/")
    assert html.html["lang"] == "de"
    assert html.select_one(".notice a[hreflang=sq]")
    assert list(switcher(soup("/sq/rreth-nesh/"))) == ["sq", "en", "de"]
    assert "de" not in alternates(soup("/sq/"))
    soup("/de/projekte/")
    soup(switcher(soup("/sq/kerko/"))["de"])
