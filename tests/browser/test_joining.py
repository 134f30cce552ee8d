"""From an invitation to one's own page, by every hand; messages; asking for an account."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.hands import Pointer
from tests.browser.test_accounts import address, arrived, code, reached, send
from tests.browser.words import PASSWORD, say, sign_in

NAME = "Ana Shembull"


@pytest.fixture
def admin(new_context: Callable[..., BrowserContext]) -> Page:
    page = new_context().new_page()
    sign_in(page, "admin@example.org")
    return page


@pytest.fixture
def open_to_all(admin: Page) -> Iterator[None]:
    """Everybody may open an account meanwhile."""
    choose_way(admin, "open")
    yield
    choose_way(admin, "invitation")


def choose_way(admin: Page, way: str) -> None:
    admin.goto("/admin/settings/accounts/signup/")
    admin.locator("select[name=way]").select_option(way)
    admin.locator("main button[type=submit]").first.click()
    expect(admin.locator(".messages .success")).to_be_visible()


def test_somebody_who_is_invited_comes_to_their_page(
    admin: Page, mailed: Callable[[str], str], hands: Pointer, language: str
):
    email = f"e-ftuar-{hands.name}@example.org"
    admin.goto("/admin/invitations/new/")
    admin.locator("[name=addresses]").fill(email)
    admin.locator("[name=language]").select_option(language)
    admin.locator("[name=role]").select_option("trainer")
    admin.locator("main button[type=submit]").click()
    expect(admin.locator("main")).to_contain_text(email)
    page = hands.page
    link = mailed(email)
    page.goto(link)
    hands.look_at(say("You are invited", language))
    button = page.get_by_role("button", name=say("Open my account", language))
    hands.write(page.locator("[name=name]"), NAME)
    hands.write(page.locator("[name=password]"), "123")
    hands.press(button)
    expect(page.locator("#id_password_error")).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value(NAME)
    hands.look_at(say("You are invited", language))
    hands.write(page.locator("[name=password]"), "nje fjalekalim i gjate")
    hands.press(button)
    reached(page, "my_page", language)
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=say("My profile", language)))
    hands.look_at(say("My profile", language))
    expect(page.locator("[name=name]")).to_have_value(NAME)
    hands.write(page.locator("[name=organisation]"), "Organizatë Shembull")
    hands.press(page.get_by_role("button", name=say("Save", language), exact=True))
    expect(page.locator(".message")).to_have_text(say("Your profile was saved.", language))
    page.goto(link)
    hands.look_at(say("This link no longer works", language))
    admin.goto("/admin/invitations/?q=" + email)
    expect(admin.locator("main table")).to_contain_text("E pranuar")


def test_a_person_reads_what_the_portal_wrote(phone: Page, language: str):
    person = {"sq": "trainee@example.org", "en": "mentor@example.org"}[language]
    phone.goto(address("account_login", language))
    phone.locator("[name=login]").fill(person)
    phone.locator("[name=password]").fill(PASSWORD)
    send(phone)
    reached(phone, "my_page", language)
    count = phone.locator(".mine__count").first
    unread = int(re.search(r"\d+", count.inner_text())[0])
    phone.locator(".mine summary").click()
    phone.locator(".mine").get_by_role("link", name=say("Messages", language)).click()
    arrived(phone, "my_messages", language)
    phone.get_by_role("link", name=re.compile(say("Welcome", language) + "|Mirë se")).click()
    expect(phone.locator("main h2")).to_have_text(re.compile("Welcome|Mirë se erdhët"))
    assert not violations(phone)
    expect(count).to_contain_text(re.compile(rf"\b{unread - 1}\b"))
    phone.get_by_role("link", name=say("Open", language), exact=True).click()
    arrived(phone, "profile", language)


def test_where_everybody_may_an_account_is_asked_for(
    open_to_all: None, page_without_scripts: Page, mailed: Callable[[str], str], language: str
):
    page, email = page_without_scripts, f"kerkon-{language}@example.org"
    page.goto(address("account_login", language))
    page.get_by_role("link", name=say("How to get an account", language)).click()
    reached(page, "account_signup", language)
    page.locator("[name=email]").fill(email)
    send(page)
    reached(page, "sign_up_sent", language)
    page.goto(mailed(email))
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=password]").fill("nje fjalekalim i gjate")
    send(page)
    reached(page, "my_page", language)


def test_the_page_that_asks_for_an_account_is_accessible(
    open_to_all: None, phone: Page, language: str
):
    phone.goto(address("account_signup", language))
    arrived(phone, "account_signup", language)


def test_a_lost_second_step_is_reset_by_an_administrator(admin: Page, phone: Page, language: str):
    def sign_in_as_mentee() -> None:
        phone.goto(address("account_login", language))
        phone.locator("[name=login]").fill("mentee@example.org")
        phone.locator("[name=password]").fill(PASSWORD)
        send(phone)

    sign_in_as_mentee()
    phone.goto(address("mfa_activate_totp", language))
    phone.locator("[name=password]").fill(PASSWORD)
    send(phone)
    phone.locator("[name=code]").fill(code(phone.locator(".totp__key code").inner_text()))
    send(phone)
    reached(phone, "mfa_view_recovery_codes", language)
    admin.goto("/admin/users/?q=mentee@example.org")
    admin.locator("main table a[href*='/users/edit/']").first.click()
    admin.locator(".w-slim-header [aria-haspopup], .w-slim-header .w-dropdown button").last.click()
    admin.get_by_role("link", name=say("Reset the second step", "sq")).click()
    admin.locator("main button[type=submit]").click()
    expect(admin.locator(".messages .success")).to_be_visible()
    phone.goto(address("my_page", language))
    reached(phone, "account_login", language)
    sign_in_as_mentee()
    reached(phone, "my_page", language)
