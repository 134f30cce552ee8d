"""A trainer sees who is stuck, writes to them, takes a table away, and answers a task."""

from playwright.sync_api import expect

from tests.browser.hands import DESKTOP, NARROW, Pointer, Touch, fits
from tests.browser.stuck import GROUP, name_of
from tests.browser.test_my_data import sign_in
from tests.browser.words import say
from tests.portal.people import address


def member_of(hands: Pointer) -> str:
    """Return how the person is called whom nobody else works on."""
    return name_of(f"{hands.language}-{type(hands).__name__.lower()}")


def open_part(hands: Pointer, part: str) -> None:
    """Go to a part of the group as a trainer."""
    page, language = hands.page, hands.language
    sign_in(hands, "trainer@example.org")
    hands.look_at(say("My page", language))
    page.goto(address("cohorts", language))
    hands.press(page.get_by_role("link", name=GROUP))
    parts = page.get_by_role("navigation", name=say("Parts of the group", language))
    hands.press(parts.get_by_role("link", name=say(part, language)))
    hands.look_at(say(part, language))


def test_a_trainer_sees_who_is_stuck_writes_to_them_and_takes_a_table(hands: Pointer):
    page, language = hands.page, hands.language
    open_part(hands, "Progress")
    stuck = page.get_by_role("region", name=say("Who needs help", language))
    expect(stuck.get_by_role("listitem").first).to_be_visible()
    shown = page.get_by_role("navigation", name=say("Who is shown", language))
    hands.press(shown.get_by_role("link", name=say("Behind", language)))
    expect(shown.locator("[aria-current]")).to_contain_text(say("Behind", language))
    expect(page.get_by_role("link", name=member_of(hands)).first).to_be_visible()
    with page.expect_download() as download:
        name = say("Download as CSV", language)
        hands.press(page.get_by_role("button", name=name))
    assert download.value.suggested_filename.endswith(".csv")
    hands.press(page.locator("a[href$='?to=behind']"))
    hands.look_at(say("Messages", language))
    expect(page.locator("[name=recipients]")).to_have_value("behind")


def test_a_trainer_answers_a_task(hands: Pointer):
    page, language = hands.page, hands.language
    open_part(hands, "Tasks")
    hands.press(page.get_by_role("link", name=member_of(hands)))
    hands.look_at(member_of(hands))
    page.locator("[name=decision]").select_option("return")
    hands.press(page.get_by_role("button", name=say("Send", language), exact=True))
    expect(page.locator("#id_reply_error")).to_be_visible()
    hands.write(page.locator("[name=reply]"), "Shtoni orarin.")
    hands.press(page.get_by_role("button", name=say("Send", language), exact=True))
    expect(page.get_by_text(say("Your answer was sent.", language))).to_be_visible()


def test_a_trainer_makes_an_exception(hands: Pointer):
    page, language = hands.page, hands.language
    open_part(hands, "Progress")
    hands.press(page.get_by_role("link", name=member_of(hands)).locator("visible=true").first)
    hands.look_at(member_of(hands))
    page.locator("[name=what]").select_option(label=say("One live session", language))
    hands.write(page.locator("[name=reason]"), "Ishte në sallë gjyqi.")
    hands.press(page.get_by_role("button", name=say("Make the exception", language)))
    expect(page.get_by_text("Ishte në sallë gjyqi.")).to_be_visible()
    hands.press(page.get_by_role("button", name=say("Withdraw", language)))
    expect(page.get_by_role("button", name=say("Make it again", language))).to_be_visible()
    hands.look_at(member_of(hands))


def test_what_was_learned_is_looked_at_too(new_context, language: str):
    hands = Touch(new_context, language)
    open_part(hands, "Progress")
    hands.press(hands.page.get_by_role("link", name=say("Compare before and after", language)))
    hands.look_at(say("Before and after", language))


def test_the_table_scrolls_by_itself_and_not_the_page(new_context, language: str):
    hands = Touch(new_context, language)
    open_part(hands, "Progress")
    page = hands.page
    expect(page.locator(".people-list")).to_be_visible()
    assert fits(page)
    page.set_viewport_size(NARROW)
    assert fits(page)
    page.set_viewport_size(DESKTOP)
    expect(page.locator(".people-list")).to_be_hidden()
    expect(
        page.get_by_role(
            "region", name=say("What each person has done; the steps are named below", language)
        )
    ).to_be_visible()
    assert fits(page)
