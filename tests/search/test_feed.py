"""The Atom feed of any search, read back by a parser."""

import datetime
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search.feed import LENGTH
from tests.factories import ProjectPageFactory, ProjectUpdatePageFactory
from tests.portal.reading import read
from tests.search.entries import add, day, file

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
ATOM_TYPE = "application/atom+xml"


def feed_url(query: str, language: str = "sq") -> str:
    with override(language):
        return f"{reverse('search_feed')}?{query}"


def feed(query: str, language: str = "sq") -> Element:
    response = Client().get(feed_url(query, language))
    assert response.status_code == 200
    assert response["Content-Type"] == f"{ATOM_TYPE}; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    return fromstring(response.content)


def all_texts(root: Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path, ATOM)]


@pytest.fixture
def project(home, publish):
    return publish(ProjectPageFactory, title="Strehimi & <ne>", summary="Strehim për të gjitha.")


def test_a_feed_has_all_that_atom_requires(project):
    root = feed("q=strehim")
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert all_texts(root, path)[0], path
    assert "strehim" in root.find("a:title", ATOM).text
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert urlsplit(links["self"]).path == urlsplit(feed_url("")).path
    assert urlsplit(links["alternate"]).path == "/sq/kerko/"
    assert parse_qs(urlsplit(links["alternate"]).query) == {"q": ["strehim"]}


def test_an_entry_is_known_by_its_stable_address(project):
    entry = feed("q=strehim").find("a:entry", ATOM)
    assert urlsplit(entry.find("a:id", ATOM).text).path == f"/id/{project.translation_key}/"
    assert entry.find("a:title", ATOM).text == "Strehimi & <ne>"
    assert urlsplit(entry.find("a:link", ATOM).get("href")).path == project.get_url()
    assert entry.find("a:summary", ATOM).text == "Strehim për të gjitha."
    updated = datetime.datetime.fromisoformat(entry.find("a:updated", ATOM).text)
    assert updated.date() == project.start_date


def test_what_is_newest_comes_first_whatever_the_order_and_page_of_the_list(project, publish):
    publish(
        ProjectUpdatePageFactory,
        parent=project,
        title="Më pas: strehim",
        date=datetime.date(2024, 5, 1),
    )
    for query in ("q=strehim", "q=strehim&sort=oldest", "q=strehim&page=2"):
        titles = all_texts(feed(query), "a:entry/a:title")
        assert titles == ["Më pas: strehim", "Strehimi & <ne>"], query


def test_filters_hold_for_the_feed_too(project, publish):
    publish(ProjectUpdatePageFactory, parent=project, title="Strehim")
    assert all_texts(feed("q=strehim&kind=update"), "a:entry/a:title") == ["Strehim"]


def test_the_text_of_files_cannot_break_the_xml():
    add("Strehim", date=day(2024), attachments=[file("F", "Strehim \x01\x0b\ufffe & <b> ]]>")])
    summary = feed("q=strehim").find("a:entry/a:summary", ATOM)
    assert summary.get("type") == "html"
    assert unescape(summary.text).split() == ["Strehim", "&", "<b>", "]]>"]


def test_a_feed_has_an_end_and_leaves_out_what_has_no_date():
    for year in range(LENGTH + 5):
        add("Strehim", date=day(1980 + year))
    add("Strehim pa datë")
    titles = all_texts(feed("q=strehim"), "a:entry/a:title")
    assert len(titles) == LENGTH
    assert "Strehim pa datë" not in titles


@pytest.mark.parametrize("query", ["", "q=", "q=xyzzy", "q=%00%F0%9F%98%80", "q=strehim&page=x"])
def test_a_feed_of_nothing_is_still_a_feed(query):
    assert all_texts(feed(query), "a:id")


def test_an_unknown_filter_has_no_feed():
    assert Client().get(feed_url("q=strehim&kind=xyzzy")).status_code == 404


def test_the_page_names_its_feed(project):
    page = read("/sq/kerko/?q=strehim&kind=project")
    for name in ("link", "a"):
        assert page.find(name, type=ATOM_TYPE)["href"] == feed_url("q=strehim&kind=project")
    assert page.find("link", type=ATOM_TYPE)["title"]
    for nothing in ("", "?q=xyzzy"):
        assert not read(f"/sq/kerko/{nothing}").find(type=ATOM_TYPE)
