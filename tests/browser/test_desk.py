"""Nothing that an editor typed is rewritten, lost, or called saved before it is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.test_editing import open_for_editing
from tests.browser.words import say, sign_in

SESSION = "sessionid"
NOBODY_ELSE = {"html": "<ul></ul>", "other_sessions": []}


@pytest.fixture
def editor(page: Page) -> Page:
    """A project, open in its editor; its drafts are no other test's."""
    sign_in(page, "moderator@example.org")
    # The pings of Wagtail's editing sessions would tell the watch about the end of the session.
    page.route("**/editing-sessions/**", lambda route: route.fulfill(json=NOBODY_ELSE))
    open_for_editing(page, ADDRESSES["models"].path("sq"))
    return page


def state(page: Page):
    return page.locator("#w-autosave-indicator")


def test_dates_and_numbers_stay_as_they_were_typed(editor: Page):
    open_for_editing(editor, ADDRESSES["iris"].path("sq"))
    # Other tests publish this project.
    editor.locator("form[data-controller~=w-autosave]").evaluate(
        "form => form.dataset.controller = form.dataset.controller.replace('w-autosave', '')"
    )
    start = editor.locator("input[name=start_date]")
    for text in ("12.3.2019", "31.2.2019", "dje"):
        start.fill(text)
        start.blur()
        expect(start).to_have_value(text)
    count = editor.locator("input[name$='-value-count']").first
    count.fill("")
    count.press_sequentially("2.000")
    count.blur()
    expect(count).to_have_value("2000")
    decimal = editor.locator("input[name$='-value-target']").first
    decimal.fill("")
    decimal.press_sequentially("12,5")
    expect(decimal).to_have_value("12.5")


def test_words_typed_while_saving_are_saved_too(editor: Page):
    summary = editor.locator("textarea[name=summary]")
    waiting: list[Route] = []
    editor.route("**/edit/", lambda route: waiting.append(route))  # noqa: PLW0108  (Playwright wraps it)
    summary.fill("Fjalët e para.")
    editor.wait_for_event("request", lambda request: request.url.endswith("/edit/"))
    summary.fill("Fjalët e para dhe të dytat.")
    editor.unroute("**/edit/")
    with editor.expect_request(lambda request: request.url.endswith("/edit/")) as second:
        waiting[0].continue_()
    assert "dhe të dytat" in second.value.post_data
    expect(state(editor)).to_have_attribute("data-w-autosave-state-value", "saved")
    summary.press("End")
    summary.press_sequentially("!")
    expect(state(editor)).not_to_have_attribute("data-w-autosave-state-value", "saved")


def test_whoever_saves_is_not_taken_for_somebody_else(editor: Page):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    editor.unroute("**/editing-sessions/**")
    editor.route("**/ping/**", hold)
    editor.wait_for_event("request", lambda request: "/ping/" in request.url, timeout=20_000)
    editor.locator("textarea[name=summary]").fill("Fjalë të ruajtura vetë.")
    expect(state(editor)).to_have_attribute("data-w-autosave-state-value", "saved")
    with editor.expect_response("**/ping/**") as answer:
        held[0].continue_()
    assert any(each["revision_id"] for each in answer.value.json()["other_sessions"])
    with editor.expect_navigation():
        editor.locator("footer .action-save").click()
    expect(editor.locator(".messages .success")).to_be_visible()


def test_words_survive_the_end_of_the_session(
    editor: Page, new_context: Callable[..., BrowserContext]
):
    summary = editor.locator("textarea[name=summary]")
    editor.context.clear_cookies(name=SESSION)
    summary.fill("Fjalë pas sesionit.")
    editor.locator("footer .action-save").click()
    notice = editor.locator(".desk-notice")
    expect(notice).to_contain_text(say("Open the sign-in page", "sq"))
    expect(summary).to_have_value("Fjalë pas sesionit.")
    with editor.context.expect_page() as opened:
        notice.get_by_role("link").click()
    sign_in(opened.value, "moderator@example.org")
    opened.value.close()
    editor.locator("footer .action-save").click()
    expect(editor.locator(".messages .success")).to_be_visible(timeout=20_000)
    expect(summary).to_have_value("Fjalë pas sesionit.")
