"""Everything can be done, and seen to be done, with the keyboard alone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.hands import IS_OUTLINED, stop_at, tab_to
from tests.browser.words import say

FOCUSABLE = "a[href], button, input, summary"


def test_skip_link_is_first_and_leads_to_the_content(page: Page, language: str):
    page.goto(ADDRESSES["iris"].path(language))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=say("Skip to content", language))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_tab_reaches_the_whole_header_in_order_and_shows_where_it_is(
    page: Page, language: str, viewport
):
    page.set_viewport_size(viewport)
    page.goto(ADDRESSES["iris"].path(language))
    header = page.get_by_role("banner").first
    page.keyboard.press("Tab")
    expected = [one for one in header.locator(FOCUSABLE).all() if one.is_visible()]
    assert len(expected) >= 4
    for element in expected:
        page.keyboard.press("Tab")
        expect(element).to_be_focused()
        assert element.evaluate(IS_OUTLINED), element
    page.keyboard.press("Tab")
    assert not header.evaluate("element => element.contains(document.activeElement)")


def test_every_stop_on_a_project_shows_where_it_is(page: Page):
    page.goto(ADDRESSES["iris"].path("sq"))
    hidden = []
    page.keyboard.press("Tab")
    while stop := stop_at(page):
        if not stop["isOutlined"]:
            hidden.append(stop["html"])
        page.keyboard.press("Tab")
    assert not hidden


def test_menu_of_a_phone_by_keyboard(phone: Page, language: str):
    phone.goto(ADDRESSES["iris"].path(language))
    button = phone.get_by_role("button", name=say("Menu", language), exact=True)
    tab_to(phone, button)
    phone.keyboard.press("Enter")
    menu = phone.get_by_role("navigation", name=say("Main menu", language))
    tab_to(phone, menu.get_by_role("link").first)
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(ADDRESSES["projects"].path(language) + "$"))


def test_filters_by_keyboard(phone: Page, language: str):
    phone.goto(ADDRESSES["projects"].path(language))
    form = phone.get_by_role("form", name=say("Filter the projects", language))
    tab_to(phone, form.locator("summary"))
    phone.keyboard.press("Enter")
    tab_to(phone, form.locator("input[value=elbasan]"))
    phone.keyboard.press("Space")
    tab_to(phone, form.get_by_role("button", name=say("Show", language)))
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(r"\?municipality=elbasan$"))


def test_accordion_opens_by_enter_and_closes_by_space(page: Page, language: str):
    page.goto(ADDRESSES["help"].path(language))
    details = page.get_by_role("main").locator("details").first
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")
    page.keyboard.press("Space")
    expect(details).not_to_have_attribute("open", "")
