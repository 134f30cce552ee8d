"""A moderator's day on a phone: a page, a translation, a reader's comment, many pages at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.days.day import Day
from tests.browser.days.line import change_number, number_in_english
from tests.browser.hands import PHONE
from tests.browser.test_days import COMMENT, WORDS, submit
from tests.browser.test_translating import hand_over, renew
from tests.browser.words import say, sign_in

CANNED = "Faleminderit për komentin"


@pytest.fixture
def colleague(new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """A function that lets a colleague sign in, whose screens are looked at in another test."""

    def come(role: str) -> Page:
        page = new_context(viewport=PHONE, has_touch=True).new_page()
        sign_in(page, f"{role}@example.org")
        return page

    return come


@pytest.fixture
def day(begin: Callable[..., Day]) -> Day:
    """The moderator's, on a phone."""
    return begin("moderator", viewport=PHONE, has_touch=True)


def waiting(page: Page) -> Locator:
    """Return the line of the page on the first page of the desk; other journeys have theirs."""
    return page.locator("#awaiting-review-section td.title a").filter(has_text="aksesueshm")


def decide(day: Day, action: str, comment: str) -> None:
    """Go from the first page to the page that waits, and decide on it with a comment."""
    page = day.page
    day.go_home()
    day.open(waiting(page).first)
    day.press(page.locator("footer [data-w-dropdown-target=toggle]"))
    day.press(page.locator(f"footer button[data-workflow-action-name={action}]").last)
    dialog = page.get_by_role("dialog")
    day.read()  # what lies below the dialog is not to be hit
    day.press(dialog.locator("textarea"))  # which closes the menu
    dialog.locator("textarea").fill(comment)
    day.open(dialog.locator("button[type=submit], input[type=submit]"))
    day.done()


def test_a_page_that_waits_goes_back_with_a_comment_and_is_approved(
    day: Day, colleague: Callable[[str], Page]
):
    editor = colleague("editor")
    submit(editor, WORDS)
    decide(day, "reject", COMMENT)
    submit(editor, f"{WORDS} Na shkruani shpejt.")
    decide(day, "approve", "")
    day.go_home()
    expect(waiting(day.page)).to_have_count(0)


def review(day: Day, button: str, comment: str) -> None:
    """Go from the first page to the translation that waits, read both languages, and decide.

    Afterwards one less waits there than before.
    """
    day.go_home()
    line = day.waiting("translation-reviews")
    said = line.inner_text()
    day.open(line)
    day.open(day.page.locator("td.title a").first)
    expect(day.page.locator(".side-by-side p[lang=en] ins").first).to_be_visible()
    day.page.get_by_label(say("Comment", "sq")).fill(comment)
    day.open(day.button(button))
    day.done()
    day.go_home()
    expect(line.filter(has_text=said)).to_have_count(0)


def test_a_translation_is_read_side_by_side_goes_back_and_is_approved(
    day: Day, colleague: Callable[[str], Page], phone: Page
):
    old, new = change_number(phone)
    translator = colleague("translator")
    renew(translator, "sq", old, new)
    hand_over(translator, "sq")
    review(day, "Ask for changes", "A është numri i duhur?")
    translator.reload()
    expect(translator.locator("blockquote", has_text="A është numri i duhur?")).to_be_visible()
    hand_over(translator, "sq")
    review(day, "Approve and publish", "")
    assert number_in_english(phone) == new


def test_a_comment_is_answered_with_a_canned_reply(day: Day):
    page = day.page
    day.open(day.waiting("reader-comments"))
    text = page.locator("td.title a", has_text="trilluar").first
    name = text.inner_text()
    day.open(text)
    day.open(day.link(CANNED))
    expect(page.locator("textarea[name=reply]")).not_to_have_value("")
    expect(page.locator("input[name=state][value=published]")).to_be_checked()
    day.open(day.button("Save the decision"))
    day.done()
    day.go_home()
    day.open(day.waiting("reader-comments"))
    row = page.locator("tr", has=page.get_by_role("link", name=name))
    expect(row).not_to_contain_text(say("Waiting", "sq"))


def change_many(day: Day, rows: list[Locator], action: str) -> None:
    """Tick pages in the list, choose what to do with them, and confirm it."""
    page = day.page
    for row in rows:
        row.locator("input[type=checkbox]").check()
    chosen = page.locator(f"[data-bulk-action-footer] a[href*='/{action}/']")
    expect(chosen).to_be_visible()
    day.read()  # the box with what can be done lies over the last rows
    day.open(chosen)
    day.open(page.locator("main form button[type=submit], main form input[type=submit]").first)


def test_many_pages_go_and_come_back_at_once_and_what_all_need_stays(day: Day, page: Page):
    titles = ["Ditari i terrenit 2", "Ditari i terrenit 3"]
    addresses = [
        f"/{language}/{below}/ditari-{number}/"
        for language, below in (("sq", "rreth-nesh"), ("en", "about-us"))
        for number in (2, 3)
    ]

    def statuses() -> set[int]:
        return {page.request.get(address).status for address in addresses}

    day.explore()
    home = day.page.locator("#listing-results tr").filter(has_text="Kreu")
    change_many(day, [home], "unpublish")
    expect(day.page.locator(".messages .error")).to_be_visible()
    day.go_down("Kreu", "Rreth nesh")
    rows = [
        day.page.locator(
            "#listing-results tr", has=day.page.get_by_role("link", name=title, exact=True)
        )
        for title in titles
    ]
    change_many(day, rows, "unpublish")
    day.done()
    assert statuses() == {404}
    change_many(day, rows, "publish")
    day.done()
    assert statuses() == {200}
