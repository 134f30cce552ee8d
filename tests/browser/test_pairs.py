"""A mentee and their mentor note two meetings, agree a third, set goals and complete their work."""

import re
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Pointer, fits
from tests.browser.pairs import key_of
from tests.portal.people import address

MENTOR, MENTEE = "Arta Gjoni", "Dea Hoxha"
TWO_HELD = re.compile(r"\b2 \w+, 2 \w+")  # meetings, and hours


def test_two_work_in_a_pair(hands: Pointer):
    key = key_of(hands.name)
    hands.sign_in(f"pupil-{hands.name}@example.org")
    note_meeting(hands, key, MENTOR)
    propose_meeting(hands, key)
    hands.page.context.clear_cookies()
    hands.sign_in(f"guide-{hands.name}@example.org")
    note_meeting(hands, key, MENTEE)
    choose_time(hands, key)
    hands.page.context.clear_cookies()
    hands.sign_in(f"pupil-{hands.name}@example.org")
    set_goal(hands, key)
    say_how_it_is(hands, key)
    complete(hands, key)


def go_to(hands: Pointer, name: str, key: object) -> None:
    hands.page.goto(address(name, hands.language, key))


def with_mentor(hands: Pointer, message: str) -> str:
    return hands.say(message, name=MENTOR)


def note_meeting(hands: Pointer, key: object, other: str) -> None:
    page, title = hands.page, hands.say("Meeting with %(name)s", name=other)
    go_to(hands, "mentoring_sessions", key)
    hands.look_at(hands.say("Meetings with %(name)s", name=other))
    hands.press(page.locator(".own-list__link").first)
    hands.look_at(title)
    hands.push("It was held", exact=True)
    expect(page.locator(".message--success")).to_be_visible()
    hands.write(page.locator("[name=note]"), "Biseduam për planin.")
    hands.push("Save the shared note")
    expect(page.locator("[name=note]")).to_have_value("Biseduam për planin.")
    hands.look_at(title)


def propose_meeting(hands: Pointer, key: object) -> None:
    page = hands.page
    go_to(hands, "mentoring_sessions", key)
    hands.push("Propose these times")
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(with_mentor(hands, "Meetings with %(name)s"))
    page.locator("[name=first]").fill("2027-03-10T12:00")
    page.locator("[name=meeting]").select_option("telephone")
    hands.push("Propose these times")
    hands.look_at(with_mentor(hands, "Meeting with %(name)s"))


def choose_time(hands: Pointer, key: object) -> None:
    page, title = hands.page, hands.say("Meeting with %(name)s", name=MENTEE)
    go_to(hands, "mentoring_sessions", key)
    hands.press(page.locator(".own-list__link").first)
    hands.look_at(title)
    hands.press(page.locator("[name=starts_at]").first)
    expect(page.locator(".message--success")).to_be_visible()
    hands.look_at(title)


def set_goal(hands: Pointer, key: object) -> None:
    page = hands.page
    go_to(hands, "mentoring_goals", key)
    hands.write(page.locator("[name=text]"), "Plan individual")
    hands.push("Add the goal")
    hands.look_at(with_mentor(hands, "Goals with %(name)s"))
    hands.press(page.locator("main").get_by_role("link", name=hands.say("Add a step")))
    hands.see("Add a step")
    hands.write(page.locator("[name=text]"), "Lexoj udhëzimin")
    hands.push("Save", exact=True)
    hands.press(page.get_by_role("button", name=hands.say("It is done")).first)
    expect(page.locator("main .progress__bar").first).to_be_visible()
    hands.look_at(with_mentor(hands, "Goals with %(name)s"))


def say_how_it_is(hands: Pointer, key: object) -> None:
    page = hands.page
    go_to(hands, "mentoring_feedback", key)
    hands.see("My feedback on the pair")
    hands.choose(page.locator("[name=is_useful][value='4']"))
    hands.push("Save my feedback")
    expect(page.locator(".message--success")).to_be_visible()
    hands.see("My feedback on the pair")


def complete(hands: Pointer, key: object) -> None:
    go_to(hands, "mentoring_sessions", key)
    expect(hands.page.locator(".lead")).to_contain_text(TWO_HELD)
    go_to(hands, "mentoring_request", key)
    hands.push("We have completed our work")
    hands.see("Your pair has completed its work")
    with hands.page.expect_download() as download:
        hands.follow("Download my copy of the pair")
    look_at_copy(hands, download.value.path())


def look_at_copy(hands: Pointer, path: Path) -> None:
    """Open the copy as it is read: as a file, without the portal."""
    page = hands.page.context.new_page()
    with ZipFile(path) as archive:
        page.set_content(archive.read("pair.html").decode())
    expect(page.get_by_role("heading", level=1)).to_have_text(hands.say("My copy of the pair"))
    if hands.has_scripts:
        assert not violations(page)
    assert fits(page)
    page.close()
