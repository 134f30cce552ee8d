"""A telephone number changes: readers are warned until its translation is renewed and published."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.content import LINE
from tests.browser.words import say, sign_in

SQ = f"/sq/rreth-nesh/{LINE['sq']}/"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture
def person(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Somebody of the desk, on a phone or at a table."""

    def come(email: str, **device: object) -> Page:
        page = new_context(**device).new_page()
        sign_in(page, email)
        return page

    return come


def test_a_telephone_number_is_renewed_from_the_source_to_the_reader(
    person: Callable[..., Page], new_context: Callable[..., BrowserContext]
):
    moderator, reader = person("moderator@example.org"), new_context().new_page()
    publish(moderator, "Telefononi 0800 222.")
    leave_it_to_the_translators(moderator)
    reader.goto(SQ)
    reader.locator("a[hreflang=en]").first.click()
    english = reader.url
    see(reader, english, "0800 111", is_warned=True)
    translator = person("translator@example.org", **PHONE)
    renew(translator)
    see(reader, english, "0800 111", is_warned=True)
    moderator.goto(translator.url)
    moderator.get_by_role("button", name="Publikoni").last.click()
    expect(moderator.locator(".messages .success").first).to_be_visible()
    see(reader, english, "0800 222", is_warned=False)


def publish(moderator: Page, summary: str) -> None:
    """Write another summary for the page in its form, and publish it."""
    moderator.goto(SQ)
    moderator.goto(moderator.locator("a[href$='/edit/']").first.evaluate("link => link.href"))
    moderator.locator("textarea[name=summary]").fill(summary)
    moderator.locator("footer [data-w-dropdown-target=toggle]").click()
    moderator.locator("button[name=action-publish]").click()
    moderator.wait_for_url("**/question/")


def leave_it_to_the_translators(moderator: Page) -> None:
    """Answer what was asked after publishing as it is proposed."""
    expect(moderator.get_by_role("radio", name=say("It must be renewed", "sq"))).to_be_checked()
    assert not violations(moderator)
    moderator.locator("main form button[type=submit]").click()


def see(reader: Page, address: str, number: str, *, is_warned: bool) -> None:
    """Read the translation again."""
    reader.goto(address)
    expect(reader.locator(".notice")).to_have_count(int(is_warned))
    expect(reader.get_by_role("main")).to_contain_text(number)


def renew(translator: Page) -> None:
    """Go from the report to the text, write another number by mistake, and then the right one."""
    translator.goto("/admin/reports/translation-states/")
    first = translator.locator(".state-tag").first
    expect(first).to_have_class("w-status state-tag state-tag--urgent")
    assert not violations(translator)
    translator.locator("td.title a").first.click()
    box = translator.get_by_role("textbox", name=say("Translation", "sq"))
    expect(box).to_have_value("Call 0800 111.")
    assert not violations(translator)
    save = translator.get_by_role("button", name=say("Save", "sq"), exact=True)
    box.fill("Call 0800 333.")
    save.click()
    expect(translator.locator(".error-message")).to_contain_text("0800222")
    box.fill("Call 0800 222.")
    save.click()
    expect(translator.locator(".messages .success")).to_be_visible()
