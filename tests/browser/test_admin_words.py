"""Every screen of the admin that a link leads to speaks Albanian."""

import re
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.browser.conftest import SERVED
from tests.browser.english import english
from tests.browser.test_translating import speak
from tests.browser.words import sign_in

LINKS = """() => [...document.querySelectorAll("a[href^='/admin/']")]
    .map((link) => link.getAttribute("href").split("#")[0])"""
# What is no screen, ends the visit, or needs things that are ticked.
LEFT_OUT = re.compile(r"/logout/|/download/|/files/|export=|/bulk/|jsi18n|/sprite/|/sq/|/en/")


def kind(path: str) -> str | None:
    """Return which screen an address shows, whatever it shows on it; None for no screen."""
    try:
        route = resolve(urlsplit(path).path).route
    except Resolver404:
        return None
    added = re.search(r"/add/(\w+/\w+)/", path)
    return route + (added[1] if added else "")


@pytest.fixture
def titles(request: pytest.FixtureRequest, site: str) -> list[str]:
    """What pages in English are called, and queries in English: lists name them as they are."""
    with closing(sqlite3.connect(request.config.stash[SERVED] / "db.sqlite3")) as database:
        rows = database.execute(
            "SELECT title FROM wagtailcore_page JOIN wagtailcore_locale AS locale "
            "ON locale.id = locale_id WHERE language_code = 'en'"
        )
        queries = database.execute(
            "SELECT queries FROM portal_search_bestbet WHERE language = 'en'"
        )
        return [line for (text,) in (*rows, *queries) for line in text.splitlines()]


def test_every_screen_speaks_albanian(page: Page, titles: list[str]):
    sign_in(page, "admin@example.org")
    speak(page, "sq")
    waiting, seen, faults = ["/admin/"], {"/admin/"}, {}
    while waiting:
        path = waiting.pop()
        answer = page.goto(path, wait_until="domcontentloaded")
        assert answer, path
        assert answer.ok, path
        if found := english(page, but=titles):
            faults[path] = found
        for link in page.evaluate(LINKS):
            screen = None if LEFT_OUT.search(link) else kind(link)
            if screen and screen not in seen:
                seen.add(screen)
                waiting.append(link)
    assert len(seen) > 100, "the admin has more screens"
    assert not faults
