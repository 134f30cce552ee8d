"""A translator renews what is urgent, edits it away from the desk, and hands it over."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.days.day import Day
from tests.browser.days.line import approve, change_number, number_in_english
from tests.browser.words import say


def renew(day: Day, old: str, new: str) -> None:
    """Go from the first page to the one text that changed, and write the new number."""
    day.open(day.waiting("translation-states"))
    day.open(day.page.locator("td.title a").first)
    box = day.page.get_by_role("textbox", name=say("Translation", "sq"))
    expect(box).to_have_value(f"Call {old}.")
    box.fill(f"Please call {new}.")
    day.open(day.button("Save"))
    day.done()


def edit_away(day: Day, old: str, new: str) -> None:
    """Take the PO file, change a text in it, and bring it back."""
    page = day.page
    day.open(day.link(say("Open the whole translation", "sq")))
    with page.expect_download() as download:
        day.press(page.locator("a[href$='/pofile/download/']").first)
    words = download.value.path().read_text("utf-8")
    assert old in words
    upload = page.locator("form[action$='/pofile/upload/'] [type=file]").first
    file = {"name": "linja.po", "mimeType": "text/x-gettext-translation"}
    with page.expect_navigation():
        upload.set_input_files([{**file, "buffer": words.replace(old, new).encode()}])
    day.done()
    day.see()
    expect(page.locator(".js-translation-editor")).to_contain_text(new)


def hand_over(day: Day) -> None:
    """Read both languages once more, and hand them over."""
    day.open(day.link(say("Hand over for review", "sq")))
    day.page.get_by_label(say("Comment", "sq")).fill("Vetëm numri.")
    day.open(day.button("Hand over for review"))
    day.done()


def test_what_is_urgent_is_renewed_and_handed_over(begin: Callable[..., Day], phone: Page):
    old, new = change_number(phone)
    day = begin("translator")
    renew(day, old, new)
    edit_away(day, f"Please call {new}.", f"Call {new}.")
    hand_over(day)
    day.go_home()
    day.choose("Raportet", say("State of translations", "sq"))
    expect(day.page.locator("#listing-results")).to_contain_text("Linja e zyrës")
    approve(phone)
    assert number_in_english(phone) == new
