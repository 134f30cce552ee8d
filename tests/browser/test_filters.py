"""Finding projects: by filters, whose address can be shared, and by the map."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.words import say


def filter_form(page: Page, language: str) -> Locator:
    """Return the filters' form, opened."""
    form = page.get_by_role("form", name=say("Filter the projects", language))
    if not form.get_by_role("checkbox").first.is_visible():
        form.locator("summary").click()
    return form


def test_filters_count_narrow_and_can_be_shared(
    page: Page, new_context: Callable[..., BrowserContext], language: str
):
    page.goto(ADDRESSES["projects"].path(language))
    form = filter_form(page, language)
    for value, count in (("vlora", 2), ("elbasan", 1), ("completed", 2), ("2024", 1)):
        choice = form.locator("label", has=page.locator(f"input[value='{value}']"))
        expect(choice).to_have_text(re.compile(rf"\b{count}\s*$"))
    form.locator("input[value=elbasan]").check()
    form.locator("input[value=completed]").check()
    form.get_by_role("button", name=say("Show", language)).click()
    expect(page).to_have_url(re.compile(r"\?municipality=elbasan&status=completed$"))

    shared = new_context().new_page()
    shared.goto(page.url)
    for reader in (page, shared):
        main = reader.get_by_role("main")
        expect(main.get_by_role("status")).to_have_text(re.compile("^1 "))
        expect(main.locator(f"h3 a[href='{ADDRESSES['models'].path(language)}']")).to_be_visible()
        expect(main.locator(f"a[href='{ADDRESSES['iris'].path(language)}']")).to_have_count(0)
        checked = reader.get_by_role("checkbox", checked=True, include_hidden=True)
        expect(checked).to_have_count(2)


def test_a_chosen_filter_can_be_taken_off(page: Page, language: str):
    page.goto(ADDRESSES["projects, none"].path(language))
    chosen = page.get_by_role("list", name=say("Chosen filters", language))
    chosen.get_by_role("link", name="2024").click()
    expect(page).to_have_url(re.compile(r"\?municipality=elbasan$"))
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(re.compile("^1 "))


def test_map_leads_to_the_municipality(page: Page, language: str):
    page.goto(ADDRESSES["projects"].path(language))
    places = page.get_by_role("group", name=say("Municipalities with projects", language))
    expect(places.get_by_role("link")).to_have_count(3)
    address = ADDRESSES["municipality"].path(language)
    places.locator(f"a[href='{address}']").click()
    expect(page).to_have_url(re.compile(address))


def test_unknown_filter_says_what_was_typed(page: Page, language: str):
    page.goto(ADDRESSES["projects, unknown filter"].path(language))
    expect(page.get_by_role("main").get_by_text("atlantis")).to_be_visible()
