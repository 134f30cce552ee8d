"""Signing in, the second step and its loss, in both languages, without barriers."""

import re
from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.account_addresses import SIGNED_IN
from tests.browser.axe import violations
from tests.browser.hands import NARROW, PHONE, fits
from tests.browser.words import PASSWORD, say
from tests.portal.people import code

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
    assert fits(page), name


def walk(page: Page, language: str) -> None:
    """Come by every page of an account, then see the last of them at 400 per cent."""
    for name in SIGNED_IN:
        page.goto(address(name, language))
        arrived(page, name, language)
    page.set_viewport_size(NARROW)
    assert fits(page)
    page.set_viewport_size(PHONE)


def set_up(page: Page, language: str) -> str:
    """Turn the second step on, from the page that says what it is; return a recovery code."""
    page.goto(address("mfa_index", language))
    page.get_by_role("link", name=say("Set it up", language)).click()
    arrived(page, "account_reauthenticate", language)
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    arrived(page, "mfa_activate_totp", language)
    page.locator("[name=code]").fill("000000")
    send(page)
    expect(page.locator(".error-summary")).to_contain_text(say("Incorrect code.", language))
    page.locator("[name=code]").fill(code(page.locator(".totp__key code").inner_text()))
    send(page)
    arrived(page, "mfa_view_recovery_codes", language)
    return page.locator(".codes code").first.inner_text()


def come_back_without_phone(page: Page, language: str, recovery: str) -> None:
    """Sign in with a recovery code."""
    sign_in(page, language)
    arrived(page, "mfa_authenticate", language)
    page.locator("[name=code]").fill(recovery)
    send(page)
    arrived(page, "my_page", language)
    page.goto(address("mfa_reauthenticate", language))
    arrived(page, "mfa_reauthenticate", language)


def remove(page: Page, language: str) -> None:
    """Turn the second step off."""
    page.goto(address("mfa_generate_recovery_codes", language))
    page.locator("[name=password]").fill(PASSWORD)
    send(page)
    arrived(page, "mfa_generate_recovery_codes", language)
    page.goto(address("mfa_deactivate_totp", language))
    arrived(page, "mfa_deactivate_totp", language)
    send(page)
    arrived(page, "mfa_index", language)


def test_the_second_step_is_set_up_used_lost_and_removed(
    new_context: Callable[..., BrowserContext], language: str
):
    phone = new_context(viewport=PHONE, has_touch=True).new_page()
    sign_in(phone, language)
    arrived(phone, "my_page", language)
    walk(phone, language)
    recovery = set_up(phone, language)
    other = new_context(viewport=PHONE, has_touch=True).new_page()
    come_back_without_phone(other, language, recovery)
    remove(other, language)
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
