"""A trainer sees who is stuck, writes to them, takes a table away, and answers a task."""

from playwright.sync_api import expect

from tests.browser.hands import DESKTOP, NARROW, Pointer, Touch, fits
from tests.browser.stuck import GROUP, name_of
from tests.portal.people import address


def member_of(hands: Pointer) -> str:
    """Return how the person is called whom nobody else works on."""
    return name_of(hands.name)


def open_part(hands: Pointer, part: str) -> None:
    """Go to a part of the group as a trainer."""
    page = hands.page
    hands.sign_in("trainer@example.org")
    page.goto(address("cohorts", hands.language))
    hands.press(page.get_by_role("link", name=GROUP))
    parts = page.get_by_role("navigation", name=hands.say("Parts of the group"))
    hands.press(parts.get_by_role("link", name=hands.say(part)))
    hands.see(part)


def test_a_trainer_sees_who_is_stuck_writes_to_them_and_takes_a_table(hands: Pointer):
    page = hands.page
    open_part(hands, "Progress")
    stuck = page.get_by_role("region", name=hands.say("Who needs help"))
    expect(stuck.get_by_role("listitem").first).to_be_visible()
    shown = page.get_by_role("navigation", name=hands.say("Who is shown"))
    hands.press(shown.get_by_role("link", name=hands.say("Behind")))
    expect(shown.locator("[aria-current]")).to_contain_text(hands.say("Behind"))
    expect(page.get_by_role("link", name=member_of(hands)).first).to_be_visible()
    with page.expect_download() as download:
        hands.push("Download as CSV")
    assert download.value.suggested_filename.endswith(".csv")
    hands.press(page.locator("a[href$='?to=behind']"))
    hands.see("Messages")
    expect(page.locator("[name=recipients]")).to_have_value("behind")


def test_a_trainer_answers_a_task(hands: Pointer):
    page = hands.page
    open_part(hands, "Tasks")
    hands.press(page.get_by_role("link", name=member_of(hands)))
    hands.look_at(member_of(hands))
    page.locator("[name=decision]").select_option("return")
    hands.push("Send", exact=True)
    expect(page.locator("#id_reply_error")).to_be_visible()
    hands.write(page.locator("[name=reply]"), "Shtoni orarin.")
    hands.push("Send", exact=True)
    expect(page.get_by_text(hands.say("Your answer was sent."))).to_be_visible()


def test_a_trainer_makes_an_exception(hands: Pointer):
    page = hands.page
    open_part(hands, "Progress")
    hands.press(page.get_by_role("link", name=member_of(hands)).locator("visible=true").first)
    hands.look_at(member_of(hands))
    page.locator("[name=what]").select_option(label=hands.say("One live session"))
    hands.write(page.locator("[name=reason]"), "Ishte në sallë gjyqi.")
    hands.push("Make the exception")
    expect(page.get_by_text("Ishte në sallë gjyqi.")).to_be_visible()
    hands.push("Withdraw the exception")
    expect(page.get_by_role("button", name=hands.say("Restore the exception"))).to_be_visible()
    hands.look_at(member_of(hands))


def test_what_was_learned_is_looked_at_too(new_context, language: str):
    hands = Touch(new_context, language)
    open_part(hands, "Progress")
    hands.follow("Compare before and after")
    hands.see("Before and after")


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
            "region", name=hands.say("What each person has done; the steps are named below")
        )
    ).to_be_visible()
    assert fits(page)
