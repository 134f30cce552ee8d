"""Leaving quickly: by the control and by Shift, as a reader and signed in, with and without JS."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.watch import OUTSIDE, answer_outside
from tests.browser.words import say, sign_in

EDITOR = "editor@example.org"


def test_leaving_keeps_the_page_out_of_the_way_back(page: Page, language: str):
    answer_outside(page.context)
    page.goto(ADDRESSES["front page"].path(language))
    page.goto(ADDRESSES["help"].path(language))
    page.get_by_role("link", name=say("Leave quickly", language)).click()
    expect(page).to_have_url(OUTSIDE)
    page.go_back()
    expect(page).to_have_url(re.compile(ADDRESSES["front page"].path(language) + "$"))


def test_way_out_is_always_in_sight(page: Page, language: str, viewport):
    page.set_viewport_size(viewport)
    page.goto(ADDRESSES["help"].path(language))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.get_by_role("link", name=say("Leave quickly", language))).to_be_in_viewport(ratio=1)


def test_shift_three_times_leaves_and_is_announced(page: Page, language: str):
    answer_outside(page.context)
    page.goto(ADDRESSES["help"].path(language))
    page.keyboard.press("Shift")
    status = page.get_by_role("banner").get_by_role("status")
    expect(status).to_have_text(say("Press Shift twice more to leave.", language))
    page.keyboard.press("Shift")
    expect(status).to_have_text(say("Press Shift once more to leave.", language))
    page.keyboard.press("Shift")
    expect(page).to_have_url(OUTSIDE)


def test_capitals_and_escape_do_not_leave(page: Page):
    address = ADDRESSES["help"].path("sq")
    page.goto(address)
    for key in ("Shift+A", "Escape"):
        for _ in range(4):
            page.keyboard.press(key)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(500)
    expect(page).to_have_url(re.compile(f"{address}$"))


def test_signed_in_pages_are_never_stored(page: Page):
    sign_in(page, EDITOR)
    response = page.goto(ADDRESSES["iris"].path("sq"))
    assert "no-store" in response.header_value("cache-control")


def test_leaving_ends_the_session(page: Page, language: str):
    answer_outside(page.context)
    sign_in(page, EDITOR)
    page.goto(ADDRESSES["iris"].path(language))
    with page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("button", name=say("Leave quickly", language)).click()
    expect(page).to_have_url(OUTSIDE)
    assert_signed_out(page)


def test_form_leaves_without_scripts(new_context: Callable[..., BrowserContext], language: str):
    context = new_context(java_script_enabled=False)
    answer_outside(context)
    page = context.new_page()
    sign_in(page, EDITOR)
    page.goto(ADDRESSES["iris"].path(language))
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.get_by_role("button", name=say("Leave quickly", language)).click()
    assert answer.value.status == 303
    assert answer.value.header_value("location") == OUTSIDE
    assert answer.value.header_value("clear-site-data") == '"cache", "storage"'
    assert_signed_out(context.new_page())


def assert_signed_out(page: Page) -> None:
    """Ask for the admin and be sent to sign in."""
    for _ in range(50):
        if not any(cookie["name"] == "sessionid" for cookie in page.context.cookies()):
            break
        page.wait_for_timeout(100)
    page.goto("/admin/")
    expect(page).to_have_url(re.compile(r"/(llogaria/hyrja|account/sign-in)/\?next=/admin/"))
