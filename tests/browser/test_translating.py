"""A telephone number changes: readers are warned until its translation is renewed and published."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.content import LINE
from tests.browser.words import say, sign_in

SQ = f"/sq/rreth-nesh/{LINE['sq']}/"
NUMBER = re.compile(r"0800 \d{3}")
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture
def person(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Somebody of the desk, on a phone or at a table."""

    def come(email: str, **device: object) -> Page:
        page = new_context(**device).new_page()
        sign_in(page, email)
        return page

    return come


def test_a_telephone_number_goes_from_the_source_to_the_reader(
    person: Callable[..., Page], new_context: Callable[..., BrowserContext]
):
    moderator, reader = person("moderator@example.org", **PHONE), new_context().new_page()
    translator = person("translator@example.org", **PHONE)
    reader.goto(SQ)
    reader.locator("a[hreflang=en]").first.click()
    english = reader.url
    old = NUMBER.search(reader.get_by_role("main").inner_text())[0]
    for language, new in (("en", "0800 222"), ("sq", "0800 333")):
        for each in (moderator, translator):
            speak(each, language)
        publish(moderator, f"Telefononi {new}.")
        leave_it_to_the_translators(moderator, language)
        see(reader, english, old, is_warned=True)
        renew(translator, language, old, new)
        hand_over(translator, language)
        see(reader, english, old, is_warned=True)
        approve(moderator, language, old, new)
        see(reader, english, new, is_warned=False)
        old = new


def speak(person: Page, language: str) -> None:
    """Choose the language of the admin."""
    person.goto("/admin/account/")
    person.locator("select[name$=preferred_language]").select_option(language)
    person.locator("main button[type=submit]").last.click()
    expect(person.locator(".messages .success")).to_be_visible()
    expect(person.locator("html")).to_have_attribute("lang", language)


def publish(moderator: Page, summary: str) -> None:
    """Write another summary for the page in its form, and publish it."""
    moderator.goto(SQ)
    moderator.goto(moderator.locator("a[href$='/edit/']").first.evaluate("link => link.href"))
    moderator.locator("textarea[name=summary]").fill(summary)
    moderator.locator("footer [data-w-dropdown-target=toggle]").click()
    moderator.locator("button[name=action-publish]").click()
    moderator.wait_for_url("**/question/")


def leave_it_to_the_translators(moderator: Page, language: str) -> None:
    """Answer what was asked after publishing as it is proposed."""
    renewed = moderator.get_by_role("radio", name=say("It must be renewed", language))
    expect(renewed).to_be_checked()
    assert not violations(moderator)
    moderator.locator("main form button[type=submit]").click()


def see(reader: Page, address: str, number: str, *, is_warned: bool) -> None:
    """Read the translation again."""
    reader.goto(address)
    expect(reader.locator(".notice")).to_have_count(int(is_warned))
    expect(reader.get_by_role("main")).to_contain_text(number)


def renew(translator: Page, language: str, old: str, new: str) -> None:
    """Go from the first page to the text, write another number by mistake, then the right one."""
    translator.goto("/admin/")
    assert not violations(translator)
    translator.locator(".desk-waiting a[href*='translation-states']").first.tap()
    first = translator.locator(".state-tag").first
    expect(first).to_have_class("w-status state-tag state-tag--urgent")
    assert not violations(translator)
    translator.locator("td.title a").first.tap()
    box = translator.get_by_role("textbox", name=say("Translation", language))
    expect(box).to_have_value(f"Call {old}.")
    assert not violations(translator)
    save = translator.get_by_role("button", name=say("Save", language), exact=True)
    box.fill("Call 0800 999.")
    save.tap()
    expect(translator.locator(".error-message")).to_contain_text(new.replace(" ", ""))
    box.fill(f"Call {new}.")
    save.tap()
    expect(translator.locator(".messages .success")).to_be_visible()


def hand_over(translator: Page, language: str) -> None:
    """Read both languages, and hand the translation over with a word."""
    expect(translator.locator(".side-by-side").first).to_be_visible()
    assert not violations(translator)
    translator.get_by_label(say("Comment", language)).fill("Vetëm numri.")
    translator.get_by_role("button", name=say("Hand over for review", language)).tap()
    expect(translator.locator(".messages .success")).to_be_visible()


def approve(moderator: Page, language: str, old: str, new: str) -> None:
    """Go from the first page to what waits, read both languages and publish."""
    moderator.goto("/admin/")
    moderator.locator(".desk-waiting a[href*='translation-reviews']").first.tap()
    moderator.wait_for_url("**/translation-reviews/")
    assert not violations(moderator)
    moderator.locator("td.title a").first.tap()
    expect(moderator.locator("blockquote").first).to_have_text("Vetëm numri.")
    english = moderator.locator(".side-by-side").first.locator("p[lang=en]")
    expect(english.locator("del")).to_contain_text(old[-3:])
    expect(english.locator("ins")).to_contain_text(new[-3:])
    assert not violations(moderator)
    moderator.get_by_role("button", name=say("Approve and publish", language)).tap()
    expect(moderator.locator(".messages .success")).to_be_visible()
