"""A trainer plans a session, notes who was there and writes; a participant reads it."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.browser.groups import key_of
from tests.browser.hands import Keyboard, Pointer, fits, tab_to
from tests.portal.people import address


def write_day(hands: Pointer, field: Locator, day: date) -> None:
    """Fill in a day; at the keyboard in its parts, month first as the browser shows them."""
    if isinstance(hands, Keyboard):
        tab_to(hands.page, field)
        hands.page.keyboard.type(day.strftime("%m%d%Y"))
    else:
        field.fill(day.isoformat())
    expect(field).to_have_value(day.isoformat())


def write_time(hands: Pointer, field: Locator, time: str) -> None:
    """Fill in an hour of the morning."""
    if isinstance(hands, Keyboard):
        tab_to(hands.page, field)
        hands.page.keyboard.type(time.replace(":", "") + "AM")
    else:
        field.fill(time)
    expect(field).to_have_value(time)


def plan(hands: Pointer, title: str, day: date) -> None:
    """Plan a session in the group of the hand, at first without saying anything of it."""
    page, language = hands.page, hands.language
    page.goto(address("cohort_sessions", language, key_of(hands.name)))
    hands.see("Sessions")
    hands.follow("Plan a session")
    hands.see("Plan a session")
    hands.push("Plan it")
    expect(page.locator(".error-summary")).to_be_visible()
    hands.see("Plan a session")
    hands.write(page.locator("[name=title]"), title)
    write_day(hands, page.locator("[name=day]"), day)
    write_time(hands, page.locator("[name=begins]"), "09:00")
    write_time(hands, page.locator("[name=ends]"), "11:30")
    hands.write(page.locator("[name=place]"), "Vlorë")
    hands.push("Plan it")
    hands.see("Sessions")


def note_attendance(hands: Pointer, title: str) -> None:
    """Tick the first of the people for a session that is listed."""
    page = hands.page
    held = page.get_by_role("listitem").filter(has_text=title)
    hands.press(held.get_by_role("link", name=hands.say("Attendance")))
    hands.see("Attendance")
    hands.choose(page.locator("[name=there]").first)
    hands.push("Save")
    expect(page.locator(".message")).to_be_visible()
    expect(page.locator("[name=there]").first).to_be_checked()
    hands.see("Attendance")


def cancel(hands: Pointer, title: str) -> None:
    """Cancel a session that is listed."""
    coming = hands.page.get_by_role("listitem").filter(has_text=title)
    hands.press(coming.get_by_role("link", name=hands.say("Change or cancel")))
    hands.see("Change the session")
    hands.push("Cancel the session")
    hands.see("Sessions")
    expect(coming.locator(".badge")).to_have_text(hands.say("Cancelled"))


def write_to_all(hands: Pointer, subject: str) -> None:
    """Write to the whole group."""
    page = hands.page
    page.goto(address("cohort_messages", hands.language, key_of(hands.name)))
    hands.see("Messages")
    page.locator("[name=recipients]").select_option("all")
    hands.write(page.locator("[name=subject]"), subject)
    hands.write(page.locator("[name=text]"), "Sillni planin tuaj.")
    hands.push("Look at it before sending")
    hands.see("Before you send")
    hands.push("Send", exact=True)
    expect(page.locator(".message")).to_be_visible()
    hands.see("Messages")


def read_in_the_group(hands: Pointer, *said: str) -> None:
    """Find what the trainer did on the page of the group, and take its calendar."""
    page = hands.page
    hands.press(page.get_by_role("link", name="Pranvera"))
    hands.look_at("Pranvera")
    for words in said:
        expect(page.get_by_role("main")).to_contain_text(words)
    assert fits(page)
    with page.expect_download() as download:
        hands.follow("All sessions, only the times")
    assert "STATUS:CANCELLED" in download.value.path().read_text()


def test_a_trainer_holds_a_session_and_writes_and_a_participant_reads_it(hands: Pointer):
    today = timezone.localdate()
    hands.sign_in("trainer@example.org")
    plan(hands, "Takimi i djeshëm", today - timedelta(days=1))
    note_attendance(hands, "Takimi i djeshëm")
    for title in ("Takimi i ardhshëm", "Takimi që nuk mbahet"):
        plan(hands, title, today + timedelta(days=30))
    cancel(hands, "Takimi që nuk mbahet")
    write_to_all(hands, "Para takimit")

    hands.page.context.clear_cookies()
    hands.sign_in(f"trainee-{hands.name}@example.org")
    read_in_the_group(hands, "Takimi i ardhshëm", "Takimi i djeshëm", "Para takimit", "Vlorë")
