"""A person finds a certificate, lets others read their name, and withdraws it, by every hand."""

import re

from playwright.sync_api import expect

from tests.browser.hands import Pointer, fits
from tests.certificates.awards import TITLES

NAME = "Dora Leka"


def check(hands: Pointer, code: str, *, shows_name: bool) -> None:
    """Type the code as one reads it from paper, and read what it says of the name."""
    page, language = hands.page, hands.language
    hands.write(page.locator("[name=code]"), code.lower().replace("-", " "))
    hands.push("Check", exact=True)
    hands.see("Check a certificate")
    main = page.get_by_role("main")
    expect(main).to_contain_text(TITLES[language])
    if shows_name:
        expect(main).to_contain_text(NAME)
    else:
        expect(main).not_to_contain_text(NAME)


def test_a_person_shows_and_withdraws_a_certificate(hands: Pointer):
    language, page = hands.language, hands.page
    email = f"graduate-{hands.name}@example.org"
    hands.sign_in(email)
    hands.press(page.get_by_role("link", name=TITLES[language]))
    hands.see("My certificate")
    mine = page.url
    code = re.search(r"\w{4}(?:-\w{4}){4}", page.get_by_role("main").inner_text())[0]
    assert fits(page)
    hands.follow("Open the page that others see")
    hands.see("Check a certificate")
    check(hands, code, shows_name=False)
    page.goto(mine)
    hands.push("I agree to my name being shown")
    hands.see("My certificate")
    expect(page.locator(".message")).to_be_visible()
    hands.follow("Open the page that others see")
    check(hands, code, shows_name=True)
    page.goto(mine)
    hands.follow("Withdraw the certificate")
    hands.see("Withdraw the certificate")
    hands.push("Withdraw the certificate")
    hands.see("My page")
    expect(page.get_by_role("link", name=TITLES[language])).to_have_count(0)
