"""The page with a telephone number, whose translation becomes urgent when the number changes."""

from playwright.sync_api import Page, expect

from tests.browser.test_translating import NUMBER, SQ, leave_it_to_the_translators, publish
from tests.browser.words import say, sign_in


def number_in_english(page: Page) -> str:
    """Return the number that readers of the English page find in it."""
    page.goto(SQ)
    page.locator("a[hreflang=en]").first.click()
    return NUMBER.search(page.locator("meta[name=description]").get_attribute("content"))[0]


def change_number(page: Page) -> tuple[str, str]:
    """Have a moderator publish another number; return the old and the new."""
    sign_in(page, "moderator@example.org")
    old = number_in_english(page)
    new = f"0800 {int(old[-3:]) + 1}"
    publish(page, f"Telefononi {new}.")
    leave_it_to_the_translators(page, "sq")
    return old, new


def approve(moderator: Page) -> None:
    """Have the moderator publish the translation that waits."""
    moderator.goto("/admin/")
    moderator.locator(".desk-waiting a[href*='translation-reviews']").first.tap()
    moderator.wait_for_url("**/translation-reviews/")
    moderator.locator("td.title a").first.tap()
    moderator.get_by_role("button", name=say("Approve and publish", "sq")).tap()
    expect(moderator.locator(".messages .success")).to_be_visible()
