"""A mentee asks two mentors; one accepts and one declines, on a phone and at the keyboard."""

from playwright.sync_api import expect

from mentoring.models.request import Reason
from tests.browser.askers import code_of
from tests.browser.hands import Pointer
from tests.browser.test_groups import hand_of
from tests.browser.test_my_data import sign_in
from tests.browser.words import say
from tests.portal.people import address

MENTEE, MENTOR = "Dea Hoxha", "Arta Gjoni"


def ask(hands: Pointer, code: str) -> None:
    page, language = hands.page, hands.language
    title = say("Ask %(name)s", language) % {"name": MENTOR}
    page.goto(address("mentoring_ask", language, code))
    hands.look_at(title)
    hands.press(page.get_by_role("button", name=say("Send the request", language)))
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(title)
    hands.write(page.locator("[name=goals]"), "Plan individual")
    hands.press(page.get_by_role("button", name=say("Send the request", language)))
    hands.look_at(say("Request to %(name)s", language) % {"name": MENTOR})


def open_as(hands: Pointer, email: str) -> None:
    """Open the only request that waits for somebody."""
    page, language = hands.page, hands.language
    page.context.clear_cookies()
    sign_in(hands, email)
    page.goto(address("mentoring_requests", language))
    hands.look_at(say("Mentoring requests", language))
    hands.press(page.locator(".own-list__link").first)
    hands.look_at(say("Request from %(name)s", language) % {"name": MENTEE})


def test_a_mentee_asks_and_mentors_answer(hands: Pointer):
    page, language, hand = hands.page, hands.language, hand_of(hands)
    sign_in(hands, f"asker-{hand}@example.org")
    hands.look_at(say("My page", language))
    for name in ("accepts", "declines"):
        ask(hands, code_of(name, hand))
    open_as(hands, f"accepts-{hand}@example.org")
    hands.press(page.get_by_role("button", name=say("Accept", language), exact=True))
    expect(page.locator(".message--success")).to_be_visible()
    hands.look_at(say("Request from %(name)s", language) % {"name": MENTEE})
    open_as(hands, f"declines-{hand}@example.org")
    hands.press(page.locator("summary").filter(has_text=say("Decline", language)))
    hands.choose(page.locator(f"[name=reason][value={Reason.FIELD}]"))
    hands.press(page.get_by_role("button", name=say("Decline", language), exact=True))
    expect(page.locator(".message--success")).to_be_visible()
    page.context.clear_cookies()
    sign_in(hands, f"asker-{hand}@example.org")
    page.goto(address("mentoring_requests", language))
    hands.look_at(say("Mentoring requests", language))
    hands.press(page.locator(".own-list__link").last)
    expect(page.get_by_role("link", name=say("Mentors who fit you", language))).to_be_visible()
