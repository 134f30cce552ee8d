"""A person takes a copy of what is held about them and has their account erased, by every hand."""

import json
import re

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.hands import Pointer, fits
from tests.browser.words import PASSWORD, say

TRIES = 30  # each waits a second for the worker


def address(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


def sign_in(hands: Pointer, email: str) -> None:
    page = hands.page
    page.goto(address("account_login", hands.language))
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()


def confirm(hands: Pointer) -> None:
    """Give the password once more, where it is asked for."""
    hands.look_at(say("Confirm that it is you", hands.language))
    hands.write(hands.page.locator("[name=password]"), PASSWORD)
    hands.press(hands.page.get_by_role("button", name=say("Continue", hands.language)))


def wait_for_copy(page: Page, link: str) -> None:
    """Come back until the worker has made the copy."""
    for _ in range(TRIES):
        if page.get_by_role("link", name=link).count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    raise AssertionError("the worker made no copy")


def look_at_copy(hands: Pointer) -> None:
    """Open the copy as it is read: as a file, without the portal."""
    with hands.page.expect_download() as download:
        link = say("Download the copy to read", hands.language)
        hands.press(hands.page.get_by_role("link", name=link))
    page = hands.page.context.new_page()
    page.set_content(download.value.path().read_text())
    expect(page.get_by_role("heading", level=1)).to_have_text(say("My data", hands.language))
    assert "Dora Leka" in page.locator("body").inner_text()
    if hands.has_scripts:
        assert not violations(page)
    assert fits(page)
    page.close()


def test_a_person_takes_a_copy_and_leaves(hands: Pointer):
    language, page = hands.language, hands.page
    email = f"leaver-{language}-{type(hands).__name__.lower()}@example.org"
    sign_in(hands, email)
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=say("My data", language), exact=True))
    hands.look_at(say("My data", language))
    hands.press(page.get_by_role("button", name=say("Ask for a copy", language)))
    confirm(hands)
    hands.look_at(say("My data", language))
    link = say("Download the copy for programs (JSON)", language)
    wait_for_copy(page, link)
    with page.expect_download() as download:
        hands.press(page.get_by_role("link", name=link))
    held = json.loads(download.value.path().read_text())["held"]
    assert [part["rows"][0]["email"] for part in held if part["table"] == "accounts.User"] == [
        email
    ]
    look_at_copy(hands)
    hands.press(page.get_by_role("link", name=say("Erase my account", language)))
    hands.look_at(say("Erase my account", language))
    hands.press(page.get_by_role("button", name=say("Erase my account permanently", language)))
    hands.look_at(say("Your account is being erased", language))
    sign_in(hands, email)
    page.goto(address("my_page", language))
    expect(page).to_have_url(re.compile(re.escape(address("account_login", language))))
