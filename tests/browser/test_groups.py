"""A trainer plans a session, notes who was there and writes; a participant reads it."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Locator, expect

from tests.browser.groups import key_of
from tests.browser.hands import Keyboard, Pointer, fits, tab_to
from tests.browser.test_my_data import sign_in
from tests.browser.words import say
from tests.portal.people import address


def hand_of(hands: Pointer) -> str:
    return f"{hands.language}-{type(hands).__name__.lower()}"


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
    page, language = hands.page, hands.language
    page.goto(address("cohort_sessions", language, key_of(hand_of(hands))))
    hands.look_at(say("Sessions", language))
    hands.press(page.get_by_role("link", name=say("Plan a session", language)))
    hands.look_at(say("Plan a session", language))
    hands.press(page.get_by_role("button", name=say("Plan it", language)))
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(say("Plan a session", language))
    hands.write(page.locator("[name=title]"), title)
    write_day(hands, page.locator("[name=day]"), day)
    write_time(hands, page.locator("[name=begins]"), "09:00")
    write_time(hands, page.locator("[name=ends]"), "11:30")
    hands.write(page.locator("[name=place]"), "Vlorë")
    hands.press(page.get_by_role("button", name=say("Plan it", language)))
    hands.look_at(say("Sessions", language))


def test_a_trainer_holds_a_session_and_writes_and_a_participant_reads_it(hands: Pointer):
    language, page, key = hands.language, hands.page, key_of(hand_of(hands))
    sign_in(hands, "trainer@example.org")
    hands.look_at(say("My page", language))
    today = timezone.localdate()
    plan(hands, "Takimi i djeshëm", today - timedelta(days=1))
    held = page.get_by_role("listitem").filter(has_text="Takimi i djeshëm")
    hands.press(held.get_by_role("link", name=say("Attendance", language)))
    hands.look_at(say("Attendance", language))
    hands.choose(page.locator("[name=there]").first)
    hands.press(page.get_by_role("button", name=say("Save", language)))
    expect(page.locator(".message")).to_be_visible()
    expect(page.locator("[name=there]").first).to_be_checked()
    hands.look_at(say("Attendance", language))
    for title in ("Takimi i ardhshëm", "Takimi që nuk mbahet"):
        plan(hands, title, today + timedelta(days=30))
    coming = page.get_by_role("listitem").filter(has_text="Takimi që nuk mbahet")
    hands.press(coming.get_by_role("link", name=say("Change or cancel", language)))
    hands.look_at(say("Change the session", language))
    hands.press(page.get_by_role("button", name=say("Cancel the session", language)))
    hands.look_at(say("Sessions", language))
    expect(coming.locator(".badge")).to_have_text(say("Cancelled", language))
    page.goto(address("cohort_messages", language, key))
    hands.look_at(say("Messages", language))
    page.locator("[name=recipients]").select_option("all")
    hands.write(page.locator("[name=subject]"), "Para takimit")
    hands.write(page.locator("[name=text]"), "Sillni planin tuaj.")
    hands.press(page.get_by_role("button", name=say("Look at it before sending", language)))
    hands.look_at(say("Before you send", language))
    hands.press(page.get_by_role("button", name=say("Send", language), exact=True))
    expect(page.locator(".message")).to_be_visible()
    hands.look_at(say("Messages", language))

    page.context.clear_cookies()
    sign_in(hands, f"trainee-{hand_of(hands)}@example.org")
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name="Pranvera"))
    hands.look_at("Pranvera")
    main = page.get_by_role("main")
    for words in ("Takimi i ardhshëm", "Takimi i djeshëm", "Para takimit", "Vlorë"):
        expect(main).to_contain_text(words)
    assert fits(page)
    with page.expect_download() as download:
        calendar = page.get_by_role("link", name=say("All sessions, only the times", language))
        hands.press(calendar)
    assert "STATUS:CANCELLED" in download.value.path().read_text()
