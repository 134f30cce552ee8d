"""A visitor reads both projects, in either language, on any screen, with or without scripts."""

import gzip
import re

import pytest
from playwright.sync_api import Page, Response, expect

from projects.demo import CONTENT
from tests.browser.addresses import ADDRESSES, TEMPLATES_COVERED
from tests.browser.watch import OUTSIDE, answer_outside
from tests.browser.words import say

OTHER = {"sq": "en", "en": "sq"}
IN_ITSELF = {"sq": "Shqip", "en": "English"}
WEIGHED = {"document", "stylesheet", "script", "font"}
WEIGHED_PAGES = [
    *("front page", "projects", "iris", "models"),
    *("study", "chapter", "model list", "model list, map", "model, rated", "comparison"),
    *("resources", "resource", "glossary", "sign in"),
]
PAGE_LIMIT = 60 * 1024  # bytes, compressed
PAGE_LIMITS = {"sign in": 45 * 1024}
SCRIPT_LIMIT = 10 * 1024

each_project = pytest.mark.parametrize(
    ("name", "key"), [("iris", "project_iris"), ("models", "project_models")]
)


@each_project
def test_project_reads_whole(page: Page, name: str, key: str, language: str, viewport):
    content = CONTENT["projects"][key]
    page.set_viewport_size(viewport)
    page.goto(ADDRESSES[name].path(language))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text(getattr(content["title"], language))
    shown = page.get_by_role("main").inner_text()
    for words in (
        content["official_title"],
        content["summary"],
        *(pillar["title"] for pillar in content["pillars"]),
        *(result["title"] for result in content["results"]),
        *(group["group"] for group in content["beneficiaries"]),
    ):
        assert getattr(words, language) in shown


@each_project
def test_language_switcher_stays_on_the_project(page: Page, name: str, key: str, language: str):
    other = OTHER[language]
    page.goto(ADDRESSES[name].path(language))
    page.get_by_role("navigation", name=say("Language", language)).get_by_role(
        "link", name=IN_ITSELF[other]
    ).click()
    expect(page).to_have_url(re.compile(re.escape(ADDRESSES[name].path(other)) + "$"))
    title = getattr(CONTENT["projects"][key]["title"], other)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_language_switcher_keeps_the_question(page: Page):
    page.goto(ADDRESSES["projects, filtered"].path("sq"))
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile(re.escape(ADDRESSES["projects, filtered"].path("en"))))
    expect(page.get_by_role("checkbox", checked=True, include_hidden=True)).to_have_count(2)


def test_menu_on_a_phone_opens_and_closes(phone: Page, language: str):
    phone.goto(ADDRESSES["iris"].path(language))
    button = phone.get_by_role("button", name=say("Menu", language), exact=True)
    menu = phone.get_by_role("navigation", name=say("Main menu", language))
    expect(menu).to_be_hidden()
    button.tap()
    expect(menu).to_be_visible()
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_submenu_opens_and_closes_by_escape(page: Page):
    page.goto(ADDRESSES["iris"].path("sq"))
    menu = page.get_by_role("navigation", name=say("Main menu", "sq"))
    submenu = menu.locator("details", has_text="Raport që përkthehet më vonë")
    below, summary = submenu.get_by_role("link").last, submenu.locator("summary")
    expect(below).to_be_hidden()
    summary.click()
    expect(below).to_be_visible()
    page.keyboard.press("Escape")
    expect(below).to_be_hidden()
    expect(summary).to_be_focused()


def test_menu_works_without_scripts(page_without_scripts: Page, language: str):
    page = page_without_scripts
    page.goto(ADDRESSES["iris"].path(language))
    page.get_by_role("button", name=say("Menu", language), exact=True).click()
    menu = page.get_by_role("navigation", name=say("Main menu", language))
    menu.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(ADDRESSES["projects"].path(language)))


def test_filters_work_without_scripts(page_without_scripts: Page, language: str):
    page = page_without_scripts
    page.goto(ADDRESSES["projects"].path(language))
    form = page.get_by_role("form", name=say("Filter the projects", language))
    form.locator("summary").click()
    form.locator("input[name=year][value='2024']").check()
    form.get_by_role("button", name=say("Show", language)).click()
    expect(page).to_have_url(re.compile(r"\?year=2024$"))
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(re.compile("^1 "))


def test_way_out_is_a_plain_link_without_scripts(page_without_scripts: Page, language: str):
    page = page_without_scripts
    answer_outside(page.context)
    page.goto(ADDRESSES["iris"].path(language))
    page.get_by_role("link", name=say("Leave quickly", language)).click()
    expect(page).to_have_url(OUTSIDE)


@pytest.mark.parametrize("name", WEIGHED_PAGES)
def test_page_is_light(phone: Page, name: str, language: str):
    responses: dict[str, Response] = {}
    phone.on("response", lambda response: responses.update({response.url: response}))
    phone.goto(ADDRESSES[name].path(language), wait_until="networkidle")
    weights = {
        address: (response.request.resource_type, len(gzip.compress(response.body())))
        for address, response in responses.items()
        if response.request.resource_type in WEIGHED
    }
    assert {kind for kind, _ in weights.values()} == WEIGHED
    limit = PAGE_LIMITS.get(name, PAGE_LIMIT)
    assert sum(weight for _, weight in weights.values()) <= limit
    assert sum(weight for kind, weight in weights.values() if kind == "script") <= SCRIPT_LIMIT


def test_reader_gets_no_cookie(page: Page, language: str):
    for name in ("front page", "projects, filtered", "iris", "help", "search, results", "404"):
        page.goto(ADDRESSES[name].path(language))
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_nothing_is_written_inline(page: Page):
    inline = """[...document.querySelectorAll("*")].filter((element) =>
        element.matches("style, script:not([src], [type='application/ld+json'])")
        || [...element.attributes].some(({name}) => name === "style" || name.startsWith("on"))
    ).map((element) => element.outerHTML)"""
    found = {}
    mail = TEMPLATES_COVERED["mail/base.html"]  # its readers know no style sheets
    for address in {*TEMPLATES_COVERED.values()} - {mail}:
        page.goto(address)
        found[address] = page.evaluate(inline)
    assert not any(found.values()), found
