"""A cry for help, typed as it comes: numbers, contacts and the way out stand above everything."""

import re

from playwright.sync_api import expect

from tests.browser.addresses import ADDRESSES
from tests.browser.hands import Pointer
from tests.browser.test_search import status, type_into_the_header
from tests.browser.watch import OUTSIDE, answer_outside
from tests.browser.words import say

CRY = {"sq": "burri me rrehi prap", "en": "my husbend hits me agian"}


def test_a_cry_for_help_is_answered_with_numbers_and_a_way_out(hands: Pointer, language: str):
    type_into_the_header(hands, CRY[language])
    page = hands.page
    main = page.get_by_role("main")
    box = main.get_by_role("region", name=say("Help is here", language))
    numbers = box.locator("a[href^='tel:']")
    expect(numbers.first).to_have_attribute("href", "tel:112")
    expect(numbers.nth(1)).to_have_attribute("href", "tel:129")
    expect(box.locator("a[href='tel:116117']")).to_be_visible()
    expect(status(hands)).not_to_contain_text(CRY[language])
    expect(main.locator("a[href*='exact=1']")).to_have_count(0)
    expect(page).not_to_have_title(re.compile(say("Search", language)))
    hands.press(box.get_by_role("link").filter(has_not_text=re.compile(r"^[\s\d]+$")).first)
    expect(page).to_have_url(re.compile(ADDRESSES["help"].path(language) + "$"))
    expect(main.locator("a[href^='tel:']").first).to_have_attribute("href", "tel:112")
    page.go_back()
    answer_outside(page.context)
    hands.press(box.get_by_role("link", name=say("Leave quickly", language)))
    expect(page).to_have_url(OUTSIDE)
    assert page.context.cookies() == []
