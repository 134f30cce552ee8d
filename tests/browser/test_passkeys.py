"""Passkeys in a real browser, whose authenticator is a virtual one."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.hands import PHONE
from tests.browser.test_accounts import address, arrived, reached, send
from tests.browser.watch import Watch
from tests.browser.words import PASSWORD, say

PERSON = "coordinator@example.org"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(context: BrowserContext) -> Page:
    """Return a page of a browser that has a place for passkeys."""
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


@pytest.fixture
def page_with_device(browser: Browser, browser_context_args: dict, site: str) -> Iterator[Page]:
    """A page at the host's name: no browser makes a passkey for a number."""
    named = site.replace("127.0.0.1", "localhost")
    watch = Watch(named)
    options = browser_context_args | {"base_url": named, "viewport": PHONE}
    with browser.new_context(**options, reduced_motion="reduce") as context:
        watch.add(context)
        yield with_device(context)
    assert not watch.faults()


def test_a_passkey_is_added_renamed_used_and_removed(page_with_device: Page, language: str):
    page = page_with_device
    page.goto(address("account_login", language))
    page.locator("[name=login]").fill(PERSON)
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    reached(page, "my_page", language)
    page.goto(address("mfa_index", language))
    page.get_by_role("link", name=say("Add a passkey", language)).click()
    reached(page, "account_reauthenticate", language)
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    arrived(page, "mfa_add_webauthn", language)
    page.locator("[name=name]").fill("Çelësi im")
    page.locator("[data-passkey] button").click()
    reached(page, "mfa_view_recovery_codes", language)
    page.goto(address("mfa_index", language))
    expect(page.locator("main")).to_contain_text("Çelësi im")
    looked_at(page, say("Second step when signing in", language))

    sign_out(page, language)
    page.goto(address("account_login", language) + "?next=/admin/")
    page.get_by_role("button", name=say("Sign in with a passkey", language)).click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/admin/")

    sign_out(page, language)
    page.goto(address("account_login", language))
    page.locator("[name=login]").fill(PERSON)
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    arrived(page, "mfa_authenticate", language)
    page.get_by_role("button", name=say("Use a passkey", language)).click()
    reached(page, "my_page", language)
    page.goto(address("mfa_reauthenticate_webauthn", language))
    arrived(page, "mfa_reauthenticate_webauthn", language)
    page.get_by_role("button", name=say("Use a passkey", language)).click()
    reached(page, "my_page", language)

    page.goto(address("mfa_index", language))
    page.get_by_role("link", name=say("Rename", language)).first.click()
    looked_at(page, say("Rename the passkey", language))
    expect(page.locator("[name=name]")).to_have_value("Çelësi im")
    page.locator("[name=name]").fill("Telefoni")
    send(page)
    reached(page, "mfa_index", language)
    expect(page.locator("main")).to_contain_text("Telefoni")
    page.get_by_role("link", name=say("Remove", language)).first.click()
    looked_at(page, say("Remove the passkey", language))
    send(page)
    reached(page, "mfa_index", language)
    expect(page.locator("main")).not_to_contain_text("Telefoni")


def looked_at(page: Page, title: str) -> None:
    """Be on the page with this title, which has no barrier."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.wait_for_load_state()
    assert not violations(page)


def sign_out(page: Page, language: str) -> None:
    page.goto(address("account_logout", language))
    send(page)
    page.wait_for_url(f"**/{language}/")


def test_without_scripts_pages_say_what_to_do_instead(page_without_scripts: Page, language: str):
    page = page_without_scripts
    page.goto(address("account_login", language))
    expect(page.locator("[data-passkey]")).to_be_hidden()
    page.locator("[name=login]").fill("translator@example.org")
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    page.goto(address("mfa_add_webauthn", language))
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    expect(page.locator("[data-passkey]")).to_be_hidden()
    expect(page.locator("[data-passkey-without]")).to_be_visible()
