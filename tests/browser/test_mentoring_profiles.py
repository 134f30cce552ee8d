"""Somebody joins the programme, writes their profile and sees it as others do, by every hand."""

from playwright.sync_api import expect

from tests.browser.hands import Pointer
from tests.browser.test_groups import hand_of
from tests.browser.test_my_data import sign_in
from tests.browser.words import say


def test_somebody_joins_and_writes_their_profile(hands: Pointer):
    page, language = hands.page, hands.language
    sign_in(hands, f"joiner-{hand_of(hands)}@example.org")
    hands.look_at(say("My page", language))
    join = say("Join the mentoring programme", language)
    hands.press(page.get_by_role("link", name=join))
    hands.look_at(join)
    hands.press(page.get_by_role("button", name=say("Join the programme", language)))
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(join)
    hands.choose(page.locator("[name=is_mentor]"))
    hands.choose(page.locator("[name=accepts]"))
    hands.press(page.get_by_role("button", name=say("Join the programme", language)))
    title = say("My mentoring profile", language)
    hands.look_at(title)
    save = page.get_by_role("button", name=say("Save", language), exact=True)
    hands.write(page.locator("[name=headline]"), "Më shkruani te ana@example.org")
    hands.press(save)
    expect(page.locator("#id_headline_error")).to_be_visible()
    expect(page.locator("[name=headline]")).to_have_value("Më shkruani te ana@example.org")
    hands.look_at(title)
    hands.write(page.locator("[name=name]"), "Ana Leka")
    hands.write(page.locator("[name=headline]"), "Punoj me rastet.")
    hands.choose(page.locator("[name=languages][value=sq]"))
    hands.press(save)
    expect(page.locator(".message--success")).to_be_visible()
    hands.press(page.get_by_role("link", name=say("See it as others do", language)))
    hands.look_at(say("My profile as others see it", language))
    expect(page.locator(".mentor")).to_contain_text("Punoj me rastet.")
    hands.press(page.get_by_role("link", name=say("Everyone", language), exact=True))
    expect(page.locator(".mentor")).to_have_count(0)
    hands.look_at(say("My profile as others see it", language))
