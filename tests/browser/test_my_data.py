"""A person takes a copy of what is held about them and has their account erased, by every hand."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.hands import Pointer, fits
from tests.browser.words import PASSWORD
from tests.portal.people import address

TRIES = 30  # each waits a second for the worker


def confirm(hands: Pointer) -> None:
    """Give the password once more, where it is asked for."""
    hands.see("Confirm that it is you")
    hands.write(hands.page.locator("[name=password]"), PASSWORD)
    hands.push("Continue")


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
        link = hands.say("Download the copy to read")
        hands.press(hands.page.get_by_role("link", name=link))
    page = hands.page.context.new_page()
    page.set_content(download.value.path().read_text())
    expect(page.get_by_role("heading", level=1)).to_have_text(hands.say("My data"))
    assert "Dora Leka" in page.locator("body").inner_text()
    if hands.has_scripts:
        assert not violations(page)
    assert fits(page)
    page.close()


def test_a_person_takes_a_copy_and_leaves(hands: Pointer):
    language, page = hands.language, hands.page
    email = f"leaver-{hands.name}@example.org"
    hands.sign_in(email)
    hands.follow("My data", exact=True)
    hands.see("My data")
    hands.push("Ask for a copy")
    confirm(hands)
    hands.see("My data")
    link = hands.say("Download the copy for programs (JSON)")
    wait_for_copy(page, link)
    with page.expect_download() as download:
        hands.press(page.get_by_role("link", name=link))
    held = json.loads(download.value.path().read_text())["held"]
    assert [part["rows"][0]["email"] for part in held if part["table"] == "accounts.User"] == [
        email
    ]
    look_at_copy(hands)
    hands.follow("Erase my account")
    hands.see("Erase my account")
    hands.push("Erase my account permanently")
    hands.see("Your account is being erased")
    hands.give_password(email)
    page.goto(address("my_page", language))
    expect(page).to_have_url(re.compile(re.escape(address("account_login", language))))
