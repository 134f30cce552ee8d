"""Signing in, the second step and its loss, in both languages, without barriers."""

import re
from collections.abc import Callable

from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.account_addresses import SIGNED_IN
from tests.browser.axe import violations
from tests.browser.hands import PHONE
from tests.browser.words import PASSWORD, say

PERSON = "municipality@example.org"


def address(name: str, language: str) -> str:
    with override(language):
        return reverse(name)


def sign_in(page: Page, language: str) -> None:
    page.goto(address("account_login", language))
    page.locator("[name=login]").fill(PERSON)
    page.locator("[name=password]").fill(PASSWORD)
    send(page)


def send(page: Page) -> None:
    page.locator("main button[type=submit]").first.click()


def reached(page: Page, name: str, language: str) -> None:
    page.wait_for_url(re.compile(re.escape(address(name, language)) + r"(\?|$)"))


def arrived(page: Page, name: str, language: str) -> None:
    """Be at an address, whose page has no barrier and no sideways scroll."""
    reached(page, name, language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert not violations(page), name
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name


def code(secret: str) -> str:
    """Return what the app shows now."""
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_the_second_step_is_set_up_used_lost_and_removed(
    new_context: Callable[..., BrowserContext], language: str
):
    phone = new_context(viewport=PHONE, has_touch=True).new_page()
    sign_in(phone, language)
    arrived(phone, "my_page", language)
    for name in SIGNED_IN:
        phone.goto(address(name, language))
        arrived(phone, name, language)
    phone.get_by_role("link", name=say("Set it up", language)).click()
    arrived(phone, "account_reauthenticate", language)
    phone.locator("[name=password]").fill(PASSWORD)
    send(phone)
    arrived(phone, "mfa_activate_totp", language)
    secret = phone.locator(".totp__key code").inner_text()
    phone.locator("[name=code]").fill("000000")
    send(phone)
    expect(phone.locator(".error-summary")).to_contain_text(say("Incorrect code.", language))
    secret = phone.locator(".totp__key code").inner_text()
    phone.locator("[name=code]").fill(code(secret))
    send(phone)
    arrived(phone, "mfa_view_recovery_codes", language)
    recovery = phone.locator(".codes code").first.inner_text()

    other = new_context(viewport=PHONE, has_touch=True).new_page()
    sign_in(other, language)
    arrived(other, "mfa_authenticate", language)
    other.locator("[name=code]").fill(recovery)
    send(other)
    arrived(other, "my_page", language)
    other.goto(address("mfa_reauthenticate", language))
    arrived(other, "mfa_reauthenticate", language)
    other.goto(address("mfa_generate_recovery_codes", language))
    other.locator("[name=password]").fill(PASSWORD)
    send(other)
    arrived(other, "mfa_generate_recovery_codes", language)
    other.goto(address("mfa_deactivate_totp", language))
    arrived(other, "mfa_deactivate_totp", language)
    send(other)
    arrived(other, "mfa_index", language)

    other.goto(address("usersessions_list", language))
    other.get_by_role("button", name=say("Sign out everywhere else", language)).click()
    expect(other.locator(".message")).to_be_visible()
    phone.goto(address("my_page", language))
    arrived(phone, "account_login", language)


def test_without_scripts_a_person_signs_in_and_out(page_without_scripts: Page, language: str):
    page = page_without_scripts
    sign_in(page, language)
    reached(page, "my_page", language)
    page.locator(".mine summary").click()
    page.locator(".mine").get_by_role("link", name=say("Sign out", language)).click()
    reached(page, "account_logout", language)
    send(page)
    page.wait_for_url(f"**/{language}/")
    page.goto(address("my_page", language))
    reached(page, "account_login", language)
