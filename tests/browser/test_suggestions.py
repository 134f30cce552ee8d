"""What the search form suggests while somebody types: by keyboard, by touch, and when it cannot."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.hands import PHONE, tab_to
from tests.browser.words import say

TYPED = {"sq": "bashkive tir", "en": "municipality of tir"}
FOUND = {"sq": "Bashkia Tiranë", "en": "Municipality of Tirana"}
TARGET = {"sq": "/sq/bashki/tirane/", "en": "/en/municipalities/tirana/"}
SEVERAL = {"sq": "bashki", "en": "municip"}
SMALLEST_TARGET = 44
NARROWEST = 320


def field(page: Page, name: str = "q-page") -> Locator:
    """Return a search field, which offers suggestions where scripts run."""
    return page.locator(f"#{name}")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def type_into(target: Locator, text: str) -> None:
    """Type letter by letter, as people do."""
    target.focus()
    target.press_sequentially(text, delay=10)


@pytest.fixture
def searching(page: Page, language: str) -> Page:
    """The search page with several suggestions open."""
    page.goto(ADDRESSES["search, empty"].path(language))
    type_into(field(page), SEVERAL[language])
    expect(options(page)).not_to_have_count(0)
    return page


def test_enter_opens_the_page_that_the_arrows_chose(page: Page, language: str):
    page.goto(ADDRESSES["search, empty"].path(language))
    tab_to(page, field(page))
    page.keyboard.type(TYPED[language], delay=10)
    expect(options(page).first).to_contain_text(FOUND[language])
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(TARGET[language]) + "$"))


def test_enter_without_a_choice_searches_for_what_was_typed(searching: Page, language: str):
    searching.keyboard.press("Enter")
    expect(searching).to_have_url(re.compile(rf"\?q={SEVERAL[language]}$"))


def test_the_field_says_what_the_list_does(searching: Page):
    combobox = searching.get_by_role("main").get_by_role("combobox")
    expect(combobox).to_have_attribute("aria-expanded", "true")
    listed = searching.get_by_role("listbox")
    expect(combobox).to_have_attribute("aria-controls", listed.get_attribute("id"))
    searching.keyboard.press("ArrowDown")
    chosen = options(searching).first.get_attribute("id")
    expect(combobox).to_have_attribute("aria-activedescendant", chosen)
    expect(combobox).to_be_focused()
    count = options(searching).count()
    said = searching.locator("form[data-suggestions] [aria-live]", has_text=str(count))
    expect(said).to_have_count(1)


def test_arrows_go_round_and_come_back_to_the_field(searching: Page):
    selected = searching.locator("[role=option][aria-selected]")
    searching.keyboard.press("ArrowUp")
    expect(options(searching).last).to_have_attribute("aria-selected", "true")
    searching.keyboard.press("ArrowDown")
    expect(selected).to_have_count(0)
    expect(field(searching)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    searching.keyboard.press("ArrowDown")
    expect(options(searching).first).to_have_attribute("aria-selected", "true")


def test_escape_closes_and_a_second_one_clears(searching: Page, language: str):
    searching.keyboard.press("Escape")
    expect(searching.get_by_role("listbox")).to_have_count(0)
    expect(field(searching)).to_have_value(SEVERAL[language])
    expect(field(searching)).to_have_attribute("aria-expanded", "false")
    searching.keyboard.press("Escape")
    expect(field(searching)).to_have_value("")


def test_escape_leaves_the_menu_of_a_phone_open(phone: Page, language: str):
    phone.goto(ADDRESSES["about"].path(language))
    phone.get_by_role("button", name=say("Menu", language), exact=True).tap()
    type_into(field(phone, "q-header"), SEVERAL[language])
    expect(options(phone)).not_to_have_count(0)
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("listbox")).to_have_count(0)
    expect(field(phone, "q-header")).to_be_visible()


def test_going_elsewhere_closes_the_list(searching: Page):
    searching.keyboard.press("Tab")
    expect(searching.get_by_role("listbox")).to_have_count(0)


def test_a_tap_opens_a_page(phone: Page, language: str):
    phone.goto(ADDRESSES["search, empty"].path(language))
    type_into(field(phone), TYPED[language])
    expect(options(phone).first).to_contain_text(FOUND[language])
    options(phone).first.tap()
    expect(phone).to_have_url(re.compile(re.escape(TARGET[language]) + "$"))


@pytest.mark.parametrize("name", ["q-page", "q-header"])
def test_the_list_has_no_barriers_and_fits(page: Page, language: str, viewport, name: str):
    page.set_viewport_size(viewport)
    page.goto(ADDRESSES["search, empty"].path(language))
    if viewport == PHONE and name == "q-header":
        page.get_by_role("button", name=say("Menu", language), exact=True).click()
    type_into(field(page, name), SEVERAL[language])
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    assert not violations(page)
    boxes = [option.bounding_box() for option in options(page).all()]
    assert all(box["height"] >= SMALLEST_TARGET for box in boxes)


def test_the_list_fits_the_narrowest_screen(searching: Page):
    searching.set_viewport_size({"width": NARROWEST, "height": 480})
    box = searching.get_by_role("listbox").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROWEST


def test_nothing_found_is_no_list(page: Page, language: str):
    page.goto(ADDRESSES["search, empty"].path(language))
    with page.expect_response(re.compile(r"\?q=xyzzy$")):
        type_into(field(page), "xyzzy")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_a_list_that_does_not_come_leaves_the_form(page: Page, language: str):
    def refuse(route: Route) -> None:
        route.fulfill(status=204)

    page.route("**/*?q=*", refuse)
    page.goto(ADDRESSES["search, empty"].path(language))
    with page.expect_response(re.compile(rf"\?q={SEVERAL[language]}$")):
        type_into(field(page), SEVERAL[language])
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.unroute("**/*?q=*")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"\?q={SEVERAL[language]}$"))


def test_nothing_is_loaded_where_data_are_to_be_saved(
    new_context: Callable[..., BrowserContext], language: str
):
    page = new_context().new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.goto(ADDRESSES["search, empty"].path(language))
    type_into(field(page), SEVERAL[language])
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)


def test_without_scripts_the_form_searches(page_without_scripts: Page, language: str):
    page = page_without_scripts
    page.goto(ADDRESSES["search, empty"].path(language))
    field(page).fill(SEVERAL[language])
    page.get_by_role("main").get_by_role("button", name=say("Search", language)).click()
    expect(page).to_have_url(re.compile(rf"\?q={SEVERAL[language]}$"))
    expect(page.get_by_role("main").get_by_role("link", name=FOUND[language]).first).to_be_visible()
