"""A reader comments by every hand; a moderator answers on a phone; both read it on the page."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.hands import PHONE, Pointer, fits
from tests.browser.words import say, sign_in

UPDATE = ADDRESSES["update"]
ANSWER = "Faleminderit që na shkruat."


def write(hands: Pointer, text: str) -> str:
    """Write a comment that seems to name somebody; return the address that tells of it."""
    page = hands.page
    page.goto(UPDATE.path(hands.language))
    hands.follow("Write a comment")
    hands.see("Write a comment")
    expect(
        page.get_by_text(hands.say("It appears beside your comment. A pseudonym is welcome."))
    ).to_be_attached()
    assert fits(page)
    hands.write(page.locator("[name=name]"), "Lulja e fushës")
    hands.write(page.locator("[name=email]"), f"{hands.name}@example.org")
    hands.choose(page.locator("[name=wants_answer]"))
    hands.write(page.locator("[name=text]"), text)
    hands.push("Send the comment")
    expect(
        page.get_by_text(hands.say("Could somebody be recognised by this text?"))
    ).to_be_visible()
    hands.push("Send it as it is")
    hands.see("Your comment")
    expect(page.get_by_role("main").get_by_role("status")).to_be_visible()
    assert fits(page)
    return page.url


def answer(phone: Page, text: str) -> None:
    """Publish a comment with an answer, on a phone."""
    sign_in(phone, "moderator@example.org")
    phone.locator(".desk-waiting a[href*='reader-comments']").tap()
    phone.get_by_role("link", name=text).first.tap()
    expect(phone.locator(".desk-words")).to_have_text(text)
    assert fits(phone)
    assert not [each for each in violations(phone) if "desk" in each or "id_" in each]
    phone.locator("input[name=state][value=published]").check()
    phone.locator("textarea[name=reply]").fill(ANSWER)
    phone.locator("main form button[type=submit]").tap()
    expect(phone.locator(".messages .success")).to_be_visible()


def test_a_comment_is_written_answered_and_read(
    hands: Pointer,
    phone: Page,
    new_context: Callable[..., BrowserContext],
    mailed: Callable[[str], str],
):
    text = f"Znj. Provë Shembulli {hands.name}."
    mine = write(hands, text)
    answer(phone, text)
    link = mailed(f"{hands.name}@example.org")
    assert urlsplit(link).path == urlsplit(mine).path
    hands.page.goto(mine)
    hands.follow("Read it on the page, with our answer")
    comment = hands.page.locator(".comment", has_text=text)
    expect(comment).to_be_in_viewport()
    expect(comment.locator(".comment__reply")).to_contain_text(ANSWER)
    assert fits(hands.page)
    other = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    for language in ("sq", "en"):
        other.goto(UPDATE.path(language))
        read = other.locator(".comment__text", has_text=text)
        expect(read).to_have_attribute("lang", hands.language)
    assert not other.context.cookies()


def test_what_is_wrong_is_said_and_what_was_typed_stays_without_scripts(
    page_without_scripts: Page, language: str
):
    page = page_without_scripts
    page.goto(UPDATE.path(language))
    page.get_by_role("link", name=say("Write a comment", language)).click()
    page.locator("[name=text]").fill("Fjalë që mbeten.")
    page.context.clear_cookies()
    page.get_by_role("button", name=say("Send the comment", language)).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value("Fjalë që mbeten.")
    page.locator("[name=name]").fill("Lulja")
    page.get_by_role("button", name=say("Send the comment", language)).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your comment", language))
