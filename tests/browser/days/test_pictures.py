"""The people in a picture withdraw their consent: no page shows it, and the desk says so."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.days.day import Day
from tests.browser.words import say

COVER = re.compile(r"<img[^>]{1,2000}/width-1440")
PICTURE = "Kopertinë: brirë dashi"


def say_of_people(day: Day, answer: str, *, is_withdrawn: bool) -> None:
    """Find the picture by the menu, and say whether people are shown and still agree."""
    page = day.page
    sidebar = page.get_by_role("complementary", name=say("Sidebar", "sq"))
    day.open(sidebar.get_by_role("link", name="Imazhet", exact=True))
    day.open(page.get_by_role("link", name=PICTURE).first)
    day.press(page.locator(f"input[name=people_shown][value={answer}]"))
    page.locator("input[name=consent_scope]").fill("në internet")
    page.locator("input[name=consent_withdrawn]").set_checked(is_withdrawn)
    day.open(page.locator("form button[type=submit]", has_text="Ruani").first)
    day.done()


def shown(page: Page) -> list[bool]:
    """Return whether the page of the project shows its cover, in Albanian and in English."""
    addresses = [ADDRESSES["iris"].path(language) for language in ("sq", "en")]
    # Only the words of the pages: a browser that knew the picture would ask for it for an hour.
    pages = [page.request.get(address).text() for address in addresses]
    return [bool(COVER.search(text)) for text in pages]


def test_a_picture_whose_people_withdraw_their_consent_leaves_the_pages(
    begin: Callable[..., Day], page: Page
):
    assert shown(page) == [True, True]
    day = begin("moderator")
    say_of_people(day, "shown", is_withdrawn=True)
    assert shown(page) == [False, False]
    day.go_home()
    notice = day.waiting("consents")
    expect(notice).to_be_visible()
    day.open(notice)
    expect(day.page.locator("#listing-results")).to_contain_text(PICTURE)
    say_of_people(day, "nobody", is_withdrawn=False)
    assert shown(page) == [True, True]
