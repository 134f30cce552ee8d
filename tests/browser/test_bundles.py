"""An editor puts a page and its translation together; a visitor reads both at once, or neither."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.words import say, sign_in

UPDATE = ADDRESSES["update"]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
FIRST, SECOND = "Puna fillon më herët.", "Puna fillon shumë më herët."
ENGLISH = "Work begins earlier."


@pytest.fixture
def person(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Somebody of the desk, on a phone or at a table."""

    def come(email: str, **device: object) -> Page:
        page = new_context(**device).new_page()
        sign_in(page, email)
        return page

    return come


def read(reader: Page) -> list[bool]:
    """Return whether a visitor reads the new words, in Albanian and in English."""
    found = []
    for language, words in (("sq", "më herët."), ("en", ENGLISH)):
        reader.goto(UPDATE.path(language))
        found.append(words in reader.locator("main").inner_text())
    return found


def write(editor: Page, summary: str) -> None:
    """Save a draft of the page with another summary."""
    editor.goto(UPDATE.path("sq"))
    editor.goto(editor.locator("a[href$='/edit/']").first.evaluate("link => link.href"))
    editor.locator("textarea[name=summary]").fill(summary)
    editor.locator("footer button.action-save").first.click()
    expect(editor.locator(".messages .success").first).to_be_visible()


def collect(editor: Page) -> str:
    """Add the page from its own menu, with its translation; return the bundle's address."""
    editor.locator("header [data-w-dropdown-target=toggle]").first.click()
    editor.locator("a[href*='/bundles/add/wagtailcore/page/']").click()
    expect(editor.locator("input[name=languages]")).to_be_checked()
    assert not violations(editor)
    editor.locator("input[name=bundle][value=new]").check()
    editor.locator("input[name=title]").fill("Së bashku")
    editor.get_by_role("button", name=say("Add it", "sq"), exact=True).click()
    expect(editor.locator(".bundle-card")).to_have_count(2)
    editor.reload()  # the message fades in
    assert not violations(editor)
    return editor.url


def translate(editor: Page) -> None:
    """Mend what is missing: the words of the draft, and then that they are what was meant."""
    editor.get_by_role("link", name=say("Translate the texts", "sq")).click()
    editor.locator("textarea[name^=text-]").fill(ENGLISH)
    editor.get_by_role("button", name=say("Save", "sq"), exact=True).click()
    editor.get_by_role("button", name=say("Take the new version", "sq")).click()
    expect(editor.get_by_text(say("All of it is ready.", "sq"))).to_be_visible()


def test_a_page_and_its_translation_go_live_at_once_or_not_at_all(
    person: Callable[..., Page], new_context: Callable[..., BrowserContext]
):
    editor, reader = person("editor@example.org", **PHONE), new_context().new_page()
    write(editor, FIRST)
    bundle = collect(editor)
    translate(editor)
    assert read(reader) == [False, False]
    moderator = person("moderator@example.org")
    moderator.goto("/admin/reports/bundles/")
    assert not violations(moderator)
    moderator.locator(".bundle-card a").first.click()
    open_question(moderator)
    write(editor, SECOND)
    publish(moderator)
    expect(moderator.locator(".messages .error")).to_be_visible()
    assert read(reader) == [False, False]
    moderator.get_by_role("button", name=say("Take the new version", "sq")).click()
    editor.goto(bundle)
    translate(editor)
    moderator.goto(bundle)
    open_question(moderator)
    publish(moderator)
    expect(moderator.locator(".messages .success")).to_be_visible()
    assert read(reader) == [True, True]
    editor.goto(bundle)
    expect(editor.get_by_role("link", name=say("As visitors see it", "sq"))).to_have_count(2)


def open_question(moderator: Page) -> None:
    moderator.get_by_role("link", name=say("Publish or set the hour", "sq")).click()
    expect(moderator.locator("input[name=when]").first).to_be_visible()
    assert not violations(moderator)


def publish(moderator: Page) -> None:
    moderator.get_by_role("button", name=say("Publish or set the hour", "sq")).click()
