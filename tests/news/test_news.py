"""News and the updates of projects in one list, and what the feeds say of them."""

import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction

from home.models import NewsPage
from portal.publishing.actions import fill_languages
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.factories import (
    MunicipalityFactory,
    MunicipalityPageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
)
from tests.portal.people import address
from tests.portal.reading import read, words

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
INDEX = {"sq": "/sq/njoftime/", "en": "/en/news/"}


def on(year: int) -> datetime.date:
    return datetime.date(year, 1, 5)


@pytest.fixture
def vlora():
    return MunicipalityPageFactory(municipality=MunicipalityFactory(name="Vlorë"))


@pytest.fixture
def project(vlora) -> ProjectPage:
    page = ProjectPageFactory(
        title="Projekti", slug="projekti", municipalities=[vlora.municipality]
    )
    ProjectUpdatePageFactory(parent=page, title="Hapi", slug="hapi", date=on(2022))
    return ProjectPage.objects.get(pk=page.pk)


@pytest.fixture
def news(project, vlora) -> NewsPage:
    """One about the project, one about the municipality, one about neither."""
    NewsPageFactory(title="Tjetër", date=on(2021))
    NewsPageFactory(title="Bashkia", date=on(2024), municipalities=[vlora.municipality])
    return NewsPageFactory(
        title="Takimi", slug="takimi", summary="Një takim.", date=on(2023), projects=[project]
    )


def headlines(url: str) -> list[str]:
    return [words(title) for title in read(url).select(".update__title")]


def feed(name: str, *args: object, language: str = "sq") -> Element:
    response = Client().get(address(name, language, *args))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not response.cookies
    return fromstring(response.content)


def titles(root: Element) -> list[str]:
    return [title.text for title in root.findall("a:entry/a:title", ATOM)]


@pytest.mark.dialect
def test_lists_and_feeds_say_the_same_of_all_of_a_project_and_of_a_municipality(
    news, project, vlora
):
    about = {
        INDEX["sq"]: (["Bashkia", "Takimi", "Hapi", "Tjetër"], feed("news_feed")),
        project.get_url(): (["Takimi", "Hapi"], feed("project_feed", project.translation_key)),
        vlora.get_url(): (["Bashkia", "Hapi"], feed("municipality_feed", vlora.translation_key)),
    }
    for url, (expected, root) in about.items():
        assert headlines(url) == titles(root) == expected, url


def test_an_update_of_a_project_elsewhere_is_no_news_of_the_municipality(news, vlora):
    elsewhere = ProjectPageFactory()
    ProjectUpdatePageFactory(parent=elsewhere, title="Larg")
    assert "Larg" not in headlines(vlora.get_url())


@pytest.mark.dialect
def test_a_feed_has_only_what_is_translated_and_a_list_marks_the_rest(news, english, publish):
    publish(
        publish_translation,
        news,
        english,
        [("Takimi", "Meeting"), ("takimi", "meeting"), ("Një takim.", "A meeting.")],
    )
    for page in NewsPage.objects.filter(locale=news.locale).exclude(pk=news.pk):
        fill_languages(page)
    root = feed("news_feed", language="en")
    assert titles(root) == ["Meeting"]
    link = root.find("a:entry/a:link", ATOM).get("href")
    assert urlsplit(link).path == "/en/news/meeting/"
    rows = {words(row.h3): row.get("lang") for row in read(INDEX["en"]).select(".update")}
    assert rows == {"Bashkia": "sq", "Meeting": None, "Tjetër": "sq"}


def test_drafts_and_closed_news_are_nowhere(news, project):
    hidden = [NewsPageFactory(title=title, projects=[project]) for title in ("Skicë", "Mbyllur")]
    hidden[0].unpublish()
    PageViewRestriction.objects.create(page=hidden[1], restriction_type=PageViewRestriction.LOGIN)
    seen = [
        *headlines(INDEX["sq"]),
        *headlines(project.get_url()),
        *titles(feed("news_feed")),
        *titles(feed("project_feed", project.translation_key)),
    ]
    assert {"Skicë", "Mbyllur"}.isdisjoint(seen)


@pytest.mark.dialect
def test_an_entry_has_a_lasting_id_its_day_and_when_it_was_last_published(news):
    NewsPage.objects.update(last_published_at=datetime.datetime(2025, 2, 3, 9, tzinfo=datetime.UTC))
    entry = feed("news_feed").findall("a:entry", ATOM)[1]
    texts = {name: entry.find(f"a:{name}", ATOM).text for name in ("id", "updated", "published")}
    assert urlsplit(texts["id"])[2:] == (f"/id/{news.translation_key}/", "", "sq")
    assert texts["updated"] == "2025-02-03T09:00:00+00:00"
    assert texts["published"] == "2023-01-05T00:00:00+01:00"
    assert entry.find("a:summary", ATOM).text == "Një takim."


def test_a_feed_has_all_that_atom_requires_and_takes_any_words(home, project):
    NewsPageFactory(title="<b>&\u202e \x01", date=on(2025), summary="]]> <script>x</script>")
    root = feed("news_feed")
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert root.find(path, ATOM).text, path
    links = {
        link.get("rel"): urlsplit(link.get("href")).path for link in root.iterfind("a:link", ATOM)
    }
    assert links == {"self": address("news_feed"), "alternate": INDEX["sq"]}
    assert titles(root)[0].startswith("<b>&")


def test_an_empty_feed_is_a_feed(home):
    assert titles(feed("news_feed", language="en")) == []


@pytest.mark.parametrize("name", ["project_feed", "municipality_feed"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_there_is_no_feed_of_what_cannot_be_read(news, project, vlora, name, language):
    page = project if name == "project_feed" else vlora
    page.unpublish()
    for key in (page.translation_key, news.translation_key):
        assert Client().get(address(name, language, key)).status_code == 404


def feeds_of(url: str) -> set[str]:
    links = read(url).select('link[rel=alternate][type="application/atom+xml"]')
    return {link["href"] for link in links}


def test_programs_find_the_feed_in_the_head(news, project, vlora):
    everything = {address("news_feed")}
    assert feeds_of("/sq/") == feeds_of(INDEX["sq"]) == feeds_of(news.get_url()) == everything
    assert feeds_of(INDEX["en"]) == {address("news_feed", "en")}
    for name, page in (("project_feed", project), ("municipality_feed", vlora)):
        assert feeds_of(page.get_url()) == {address(name, "sq", page.translation_key)}


def test_a_news_page_leads_to_its_projects_and_municipalities(project, vlora):
    page = NewsPageFactory(
        title="Takimi", date=localdate(), projects=[project], municipalities=[vlora.municipality]
    )
    html = read(page.get_url())
    links = {words(link): link["href"] for link in html.select("main .facts a")}
    assert links == {"Projekti": project.get_url(), "Vlorë": vlora.get_url()}
    assert html.select_one("main time")["datetime"] == localdate().isoformat()


def test_the_list_has_pages(home):
    for number in range(13):
        NewsPageFactory(title=f"Lajmi {number}", date=on(2000 + number))
    assert headlines(f"{INDEX['sq']}?page=2") == ["Lajmi 0"]
    assert read(f"{INDEX['sq']}?page=3", status=404).h1
    assert read(f"{INDEX['en']}?page=x", status=404).h1


def test_the_front_page_shows_the_last_news(news, home):
    home.body = [("latest_news", {"title": "Njoftimet e fundit", "count": 2})]
    home.save_revision().publish()
    assert headlines("/sq/") == ["Bashkia", "Takimi"]
