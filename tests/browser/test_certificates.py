"""A person finds a certificate, lets others read their name, and withdraws it, by every hand."""

import re

from playwright.sync_api import expect

from tests.browser.hands import Pointer, fits
from tests.browser.test_my_data import sign_in
from tests.browser.words import say
from tests.certificates.awards import TITLES

NAME = "Dora Leka"


def check(hands: Pointer, code: str, *, shows_name: bool) -> None:
    """Type the code as one reads it from paper, and read what it says of the name."""
    page, language = hands.page, hands.language
    hands.write(page.locator("[name=code]"), code.lower().replace("-", " "))
    hands.press(page.get_by_role("button", name=say("Check", language), exact=True))
    hands.look_at(say("Check a certificate", language))
    main = page.get_by_role("main")
    expect(main).to_contain_text(TITLES[language])
    if shows_name:
        expect(main).to_contain_text(NAME)
    else:
        expect(main).not_to_contain_text(NAME)


def test_a_person_shows_and_withdraws_a_certificate(hands: Pointer):
    language, page = hands.language, hands.page
    email = f"graduate-{language}-{type(hands).__name__.lower()}@example.org"
    sign_in(hands, email)
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=TITLES[language]))
    hands.look_at(say("My certificate", language))
    mine = page.url
    code = re.search(r"\w{4}(?:-\w{4}){4}", page.get_by_role("main").inner_text())[0]
    assert fits(page)
    hands.press(page.get_by_role("link", name=say("Open the page that others see", language)))
    hands.look_at(say("Check a certificate", language))
    check(hands, code, shows_name=False)
    page.goto(mine)
    hands.press(page.get_by_role("button", name=say("I agree to my name being shown", language)))
    hands.look_at(say("My certificate", language))
    expect(page.locator(".message")).to_be_visible()
    hands.press(page.get_by_role("link", name=say("Open the page that others see", language)))
    check(hands, code, shows_name=True)
    page.goto(mine)
    hands.press(page.get_by_role("link", name=say("Withdraw the certificate", language)))
    hands.look_at(say("Withdraw the certificate", language))
    hands.press(page.get_by_role("button", name=say("Withdraw the certificate", language)))
    hands.look_at(say("My page", language))
    expect(page.get_by_role("link", name=TITLES[language])).to_have_count(0)
