"""What search engines are told: the sitemap, robots.txt."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories import ProjectPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations() -> list[str]:
    response = Client().get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    return [urlsplit(entry.text).path for entry in root.iter(f"{NAMESPACE}loc")]


def test_the_sitemap_lists_every_page_of_the_structure_once():
    found = locations()
    assert len(found) == len(set(found))
    assert {"/sq/", "/en/", "/sq/projekte/", "/en/projects/", "/en/useful-contacts/"} <= set(found)


def test_drafts_and_what_stands_below_them_are_not_in_the_sitemap(home):
    parent = StandardPageFactory(parent=home, slug="skice")
    StandardPageFactory(parent=parent, slug="poshte")
    parent.unpublish()
    assert "/sq/skice/" not in locations()


def test_the_sitemap_takes_as_many_queries_for_one_page_as_for_many(
    django_assert_max_num_queries,
):
    Client().get("/sitemap.xml")
    for _ in range(5):
        ProjectPageFactory()
    with django_assert_max_num_queries(4):
        assert len(locations()) > 5


def test_addresses_in_the_sitemap_are_those_of_the_site(settings):
    settings.SITE_URL = "https://portal.example.org"
    response = Client().get("/sitemap.xml")
    assert b"<loc>https://portal.example.org/sq/</loc>" in response.content
    assert b"testserver" not in response.content


def test_robots_may_read_everything_public_and_find_the_sitemap():
    response = Client().get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/pdf/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.parametrize("address", ["/robots.txt"])
def test_robots_are_told_by_get_only(address):
    assert Client().post(address).status_code == 405
