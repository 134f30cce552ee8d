"""Somebody joins and writes their profile; a mentee asks mentors, who answer; a pair begins."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import BrowserContext, Page, expect

from mentoring.models.report import Kind, Why
from mentoring.models.request import Reason
from mentoring.reports import REPORTS
from tests.browser.askers import code_of
from tests.browser.axe import violations
from tests.browser.hands import Pointer
from tests.browser.words import sign_in
from tests.portal.people import address

MENTEE, MENTOR = "Dea Hoxha", "Arta Gjoni"
UNSAID = "Më shkruani te ana@example.org"


@pytest.fixture
def coordinator(new_context: Callable[..., BrowserContext]) -> Page:
    """The coordinator's desk, in Albanian."""
    page = new_context().new_page()
    sign_in(page, "coordinator@example.org")
    return page


def test_the_desk_is_accessible(coordinator: Page):
    forms = ("mentoring_weights", "invite_to_mentoring", "propose_pair", "declare_conflict")
    for name in ("mentoring_desk", *(each.name for each in REPORTS), *forms):
        coordinator.goto(reverse(name))
        assert not violations(coordinator), name
    for name in ("desk_pairs", "mentoring_reports", "mentoring_texts"):
        coordinator.goto(reverse(name))
        coordinator.locator("main table a").first.click()
        coordinator.wait_for_load_state()
        assert not violations(coordinator), f"the first of {name}"


def decide(coordinator: Page, report: str, row: str, decision: str) -> None:
    """Open the first row of a list of the desk that says so, and decide."""
    coordinator.goto(reverse(report))
    coordinator.locator("main table a").filter(has_text=row).first.click()
    coordinator.locator(f"[name=decision][value={decision}]").check()
    coordinator.locator("main button[type=submit]").last.click()
    expect(coordinator.locator(".messages .success")).to_be_visible()


def test_a_mentor_is_reviewed_listed_and_pauses(hands: Pointer, coordinator: Page):
    main, profile = hands.page.get_by_role("main"), address("mentoring_profile", hands.language)
    hands.sign_in(f"listed-{hands.name}@example.org")
    hands.page.goto(profile)
    hands.push("Ask to be listed")
    expect(main.get_by_role("button", name=hands.say("Ask to be listed"))).to_have_count(0)
    hands.see("My mentoring profile")
    decide(coordinator, "profiles_to_review", "Mira Shpata", "accept")
    hands.page.goto(profile)
    listed = "You are in the directory. Each part is shown to those whom you chose."
    expect(main).to_contain_text(hands.say(listed))
    hands.press(hands.page.locator("summary").filter(has_text=hands.say("Pause")))
    hands.push("Begin the pause")
    expect(main).to_contain_text(hands.say("You are pausing."))
    hands.push("End the pause")
    hands.push("Take me out of the directory")
    expect(main.get_by_role("button", name=hands.say("Ask to be listed"))).to_be_visible()
    hands.see("My mentoring profile")


def test_somebody_joins_and_writes_their_profile(hands: Pointer):
    hands.sign_in(f"joiner-{hands.name}@example.org")
    join(hands)
    write_profile(hands)
    see_as_others_do(hands)


def join(hands: Pointer) -> None:
    hands.follow("Join the mentoring programme")
    hands.see("Join the mentoring programme")
    hands.push("Join the programme")
    expect(hands.page.locator(".error-summary")).to_be_visible()
    hands.see("Join the mentoring programme")
    hands.choose(hands.page.locator("[name=is_mentor]"))
    hands.choose(hands.page.locator("[name=accepts]"))
    hands.push("Join the programme")
    hands.see("My mentoring profile")


def write_profile(hands: Pointer) -> None:
    page = hands.page
    hands.write(page.locator("[name=headline]"), UNSAID)
    hands.push("Save", exact=True)
    expect(page.locator("#id_headline_error")).to_be_visible()
    expect(page.locator("[name=headline]")).to_have_value(UNSAID)
    hands.see("My mentoring profile")
    hands.write(page.locator("[name=name]"), "Ana Leka")
    hands.write(page.locator("[name=headline]"), "Punoj me rastet.")
    hands.press(page.locator("summary").filter(has_text=hands.say("I can talk in")))
    hands.choose(page.locator("[name=languages][value=sq]"))
    hands.push("Save", exact=True)
    expect(page.locator(".message--success")).to_be_visible()


def see_as_others_do(hands: Pointer) -> None:
    hands.follow("See it as others do")
    hands.see("My profile as others see it")
    expect(hands.page.locator(".mentor")).to_contain_text("Punoj me rastet.")
    hands.follow("Everyone", exact=True)
    expect(hands.page.locator(".mentor")).to_have_count(0)
    hands.see("My profile as others see it")


def test_a_mentee_asks_and_mentors_answer(hands: Pointer, coordinator: Page):
    hands.sign_in(f"asker-{hands.name}@example.org")
    hands.page.goto(address("mentoring_suggestions", hands.language))
    hands.see("Mentors who may suit you")
    for name in ("accepts", "declines"):
        ask(hands, code_of(name, hands.name))
    accept(hands)
    agree(hands)
    talk(hands)
    decline(hands)
    hands.page.context.clear_cookies()
    hands.sign_in(f"asker-{hands.name}@example.org")
    hands.page.goto(address("mentoring_requests", hands.language))
    hands.see("Mentoring requests")
    hands.press(hands.page.locator(".own-list__link").last)
    hands.follow("Mentors who may suit you")
    hands.see("Mentors who may suit you")
    report(hands)
    with override("sq"):
        decide(coordinator, "mentoring_reports", str(Kind.PROFILE.label), "resumed")
    see_pair(hands, is_paused=False)
    block(hands)


def report(hands: Pointer) -> None:
    page, title = hands.page, "Report it to the coordinator"
    page.goto(address("mentor", hands.language, code_of("accepts", hands.name)))
    hands.follow(title)
    hands.see(title)
    hands.choose(page.locator(f"[name=reason][value={Why.PRESSURE}]"))
    hands.push("Report this", exact=True)
    expect(page.locator(".message--success")).to_be_visible()
    hands.look_at(MENTOR)
    hands.follow(title)
    hands.see(title)
    expect(page.get_by_role("button", name=hands.say("Report this"))).to_have_count(0)
    see_pair(hands, is_paused=True)


def see_pair(hands: Pointer, *, is_paused: bool) -> None:
    hands.page.goto(address("mentoring_requests", hands.language))
    hands.press(hands.page.locator(".own-list__link").first)
    hands.look_at(hands.say("You and %(name)s", name=MENTOR))
    said = hands.say("Contact in this pair is paused. The coordinator will write to you.")
    count = 1 if is_paused else 0
    expect(hands.page.get_by_role("main").get_by_text(said)).to_have_count(count)


def block(hands: Pointer) -> None:
    page, title = hands.page, "Blocked people and conflicts of interest"
    page.goto(address("mentor", hands.language, code_of("declines", hands.name)))
    hands.follow("Block this person")
    hands.look_at(hands.say("Block %(name)s", name=MENTOR))
    hands.push("Block this person")
    hands.see(title)
    expect(page.locator(".own-list__link")).to_have_text([MENTOR])
    hands.push("Take it back")
    hands.see(title)
    expect(page.locator(".own-list__link")).to_have_count(0)
    hands.follow("Go to my profile")
    hands.follow("The code of conduct, and when I accepted it")
    hands.see("Code of conduct")


def ask(hands: Pointer, code: str) -> None:
    page = hands.page
    title = hands.say("Ask %(name)s", name=MENTOR)
    page.goto(address("mentoring_ask", hands.language, code))
    hands.look_at(title)
    hands.push("Send the request")
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(title)
    hands.write(page.locator("[name=goals]"), "Plan individual")
    hands.push("Send the request")
    hands.look_at(hands.say("Request to %(name)s", name=MENTOR))


def accept(hands: Pointer) -> None:
    open_as(hands, f"accepts-{hands.name}@example.org")
    hands.push("Accept", exact=True)
    expect(hands.page.locator(".message--success")).to_be_visible()
    hands.look_at(hands.say("Request from %(name)s", name=MENTEE))


def agree(hands: Pointer) -> None:
    page = hands.page
    hands.follow("Open the page of the pair")
    hands.look_at(hands.say("You and %(name)s", name=MENTEE))
    hands.press(page.locator("main .button").first)
    title = hands.say("What you and %(name)s agree on", name=MENTEE)
    hands.look_at(title)
    hands.push("Save the agreement")
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(title)
    hands.choose(page.locator("[name=rhythm][value=weekly]"))
    hands.push("Save the agreement")
    hands.push("I have read it and sign it")
    expect(page.locator(".message--success")).to_be_visible()
    hands.look_at(title)
    hands.follow("Back to the page of the pair")


def talk(hands: Pointer) -> None:
    page = hands.page
    title = hands.say("Messages with %(name)s", name=MENTEE)
    hands.press(page.locator("main .button").first)
    hands.look_at(title)
    hands.write(page.locator("[name=text]"), "Më shkruani te ana@example.org")
    hands.push("Send", exact=True)
    expect(page.locator("#id_text_warning")).to_be_visible()
    hands.look_at(title)
    hands.write(page.locator("[name=text]"), "Mirë se u gjetëm!")
    hands.push("Send", exact=True)
    expect(page.locator(".talk__text")).to_have_text("Mirë se u gjetëm!")
    hands.look_at(title)
    hands.press(page.locator(".talk__more summary"))
    hands.push("Take the message back")
    expect(page.locator(".talk__text")).to_have_count(0)


def decline(hands: Pointer) -> None:
    page = hands.page
    open_as(hands, f"declines-{hands.name}@example.org")
    hands.press(page.locator("summary").filter(has_text=hands.say("Decline")))
    hands.choose(page.locator(f"[name=reason][value={Reason.FIELD}]"))
    hands.push("Decline", exact=True)
    expect(page.locator(".message--success")).to_be_visible()


def open_as(hands: Pointer, email: str) -> None:
    """Open the only request that waits for somebody."""
    hands.page.context.clear_cookies()
    hands.sign_in(email)
    hands.page.goto(address("mentoring_requests", hands.language))
    hands.see("Mentoring requests")
    hands.press(hands.page.locator(".own-list__link").first)
    hands.look_at(hands.say("Request from %(name)s", name=MENTEE))
