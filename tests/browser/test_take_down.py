"""A moderator takes a page down in an emergency, and brings it back."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.words import sign_in

UPDATE = ADDRESSES["update"]


def statuses(reader: Page) -> list[int]:
    """Return what a visitor gets in both languages."""
    found = [reader.request.get(UPDATE.path(language)) for language in ("sq", "en")]
    return [response.status for response in found]


def test_a_page_is_taken_down_from_the_page_itself_and_brought_back(
    page: Page, new_context: Callable[..., BrowserContext], language: str, base_url: str
):
    reader = new_context().new_page()
    sign_in(page, "moderator@example.org")
    page.goto(UPDATE.path(language))
    page.get_by_role("button", name="Wagtail").click()
    page.locator("a[href*='/take-down/']").click()
    expect(page.get_by_role("main").get_by_role("listitem")).not_to_have_count(0)
    assert statuses(reader) == [200, 200]
    page.locator("textarea[name=reason]").fill("Emri i një personi")
    page.locator("button.serious").click()
    expect(page.locator("dd", has_text="Emri i një personi")).to_be_visible()
    assert statuses(reader) == [404, 404]
    gone = page.url.removeprefix(base_url)
    page.goto("/admin/reports/take-downs/")
    page.locator(f"td a[href='{gone}']").click()
    page.locator("form[action$='/undo/'] button").click()
    expect(page.locator(".messages .success")).to_be_visible()
    assert statuses(reader) == [200, 200]
