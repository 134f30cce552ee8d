"""Trainees join a group by its link, change it and leave it; a trainer invites by a table."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.groups import CLOSED, FIRST, LINKS, SECOND
from tests.browser.hands import Pointer, fits
from tests.browser.words import PASSWORD
from tests.portal.people import address

JOIN = "Join the group “%(group)s”"


def ask_for_account(hands: Pointer, email: str) -> None:
    """Have a link sent, at first to an address that is none."""
    page = hands.page
    title = page.get_by_role("heading", level=1).inner_text()
    hands.write(page.locator("[name=email]"), "bashkohet@")
    hands.push("Send me a link")
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(title)
    hands.write(page.locator("[name=email]"), email)
    hands.push("Send me a link")
    expect(page.locator("main [role=status]")).to_be_visible()
    hands.look_at(title)


def open_account(hands: Pointer, group: str) -> None:
    """Say who one is, where the mailed link led to."""
    page = hands.page
    hands.see("Open an account")
    expect(page.get_by_role("main")).to_contain_text(group)
    hands.write(page.locator("[name=name]"), "Ana Shembull")
    hands.write(page.locator("[name=password]"), "nje fjalekalim i gjate")
    hands.push("Open my account")
    hands.see("My page")


def test_a_trainee_without_an_account_joins_a_group_by_its_link_and_leaves_it(
    hands: Pointer, mailed: Callable[[str], str]
):
    page, name = hands.page, LINKS[FIRST]
    email = f"bashkohet-{hands.name}@example.org"
    link = address("join_cohort", hands.language, FIRST)
    page.goto(link)
    hands.look_at(hands.say(JOIN, group=name))
    ask_for_account(hands, email)
    page.goto(mailed(email))
    open_account(hands, name)
    hands.press(page.get_by_role("link", name=name))
    hands.look_at(name)
    page.goto(link)
    hands.look_at(hands.say(JOIN, group=name))
    hands.follow("Go to the programme")
    hands.look_at(page.get_by_role("heading", level=1).inner_text())
    hands.follow("Sessions and messages of the group, or leave it")
    hands.look_at(name)
    assert fits(page)
    hands.push("Leave the group")
    left = hands.say("You have left the group. What you did stays yours.")
    expect(page.locator(".message")).to_have_text(left)


def test_a_trainee_signs_in_joins_a_group_and_changes_to_another(hands: Pointer):
    language, page = hands.language, hands.page
    page.goto(address("join_cohort", language, SECOND))
    hands.press(page.get_by_role("main").get_by_role("link", name=hands.say("Sign in")))
    hands.see("Sign in")
    hands.write(page.locator("[name=login]"), f"joiner-{hands.name}@example.org")
    hands.write(page.locator("[name=password]"), PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name=hands.say("Sign in")).first)
    hands.look_at(hands.say(JOIN, group=LINKS[SECOND]))
    hands.push("Join", exact=True)
    joined = "You are in the group “%(group)s” now."
    expect(page.locator(".message")).to_have_text(hands.say(joined, group=LINKS[SECOND]))
    page.goto(address("join_cohort", language, FIRST))
    hands.look_at(hands.say(JOIN, group=LINKS[FIRST]))
    groups = {"other": LINKS[SECOND], "group": LINKS[FIRST]}
    change = hands.say("Change from “%(other)s” to “%(group)s”", **groups)
    assert fits(page)
    hands.press(page.get_by_role("button", name=change))
    expect(page.locator(".message")).to_have_text(hands.say(joined, group=LINKS[FIRST]))
    page.goto(address("join_cohort", language, CLOSED))
    hands.see("This group is closed")


def make_group(hands: Pointer, name: str) -> None:
    """Make a group, from one's own page."""
    hands.follow("My groups")
    hands.see("My groups")
    hands.follow("New group")
    hands.see("New group")
    hands.write(hands.page.locator("[name=name]"), name)
    hands.push("Make the group")
    hands.look_at(name)


def bring_table(hands: Pointer, table: Path, *lines: str, encoding: str) -> None:
    """Have a table of people checked."""
    table.write_text("\n".join(("E-mail;Emri", *lines)), encoding)
    hands.page.locator("[name=table]").set_input_files(table)
    hands.push("Check the list")


def test_a_trainer_invites_by_a_table(hands: Pointer, mailed: Callable[[str], str], tmp_path: Path):
    page, table = hands.page, tmp_path / "lista.csv"
    emails = [f"tabela-{number}-{hands.name}@example.org" for number in range(2)]
    hands.sign_in("trainer@example.org")
    make_group(hands, f"Grupi {hands.name}")
    hands.follow("People", exact=True)
    hands.see("People")
    hands.follow("Invite people")
    hands.see("Invite people")
    bring_table(hands, table, f"{emails[0]};Ana Ë", "ana;Beni", encoding="utf-8")
    expect(page.locator(".error-summary li")).to_have_count(1)
    expect(page.locator(".error-summary")).to_contain_text("3")
    hands.see("Invite people")
    bring_table(hands, table, f"{emails[0]};Ana Ë", emails[1], encoding="cp1250")
    hands.see("Before you send")
    expect(page.get_by_role("main")).to_contain_text("Ana Ë")
    assert fits(page)
    hands.push("Send the invitations")
    hands.see("People")
    for email in emails:
        expect(page.get_by_role("main")).to_contain_text(email)
        assert mailed(email)
    hands.push("Make a link")
    expect(page.locator(".join-link a")).to_have_attribute("href", re.compile(r"/[\w-]{43}/$"))
    hands.see("People")
    assert fits(page)


def take_out_and_invite_again(hands: Pointer) -> None:
    """Take the first of the people out of the group whose people are listed, and invite them."""
    page = hands.page
    hands.press(page.get_by_role("link", name=re.compile(hands.say("Move or take out"))).first)
    hands.look_at("Dora Leka")
    assert fits(page)
    hands.push("Take out of the group")
    hands.see("People")
    hands.press(page.get_by_role("button", name=re.compile(hands.say("Invite again"))).first)
    expect(page.locator(".message")).to_be_visible()
    hands.see("People")


def share_the_lead(hands: Pointer) -> None:
    """Add somebody who is no trainer, and leave the lead as the only one: neither is done."""
    page = hands.page
    hands.follow("Settings", exact=True)
    hands.see("Settings")
    hands.write(page.locator("[name=email]"), "editor@example.org")
    hands.push("Add the trainer")
    expect(page.locator("#id_email_error")).to_be_visible()
    hands.see("Settings")
    hands.push("Leave the lead of the group")
    expect(page.locator(".message")).to_be_visible()


def test_a_trainer_moves_somebody_takes_them_out_and_shares_the_lead(hands: Pointer):
    hands.sign_in("trainer@example.org")
    hands.follow("My groups")
    hands.press(hands.page.get_by_role("link", name=LINKS[SECOND]))
    hands.look_at(LINKS[SECOND])
    hands.follow("People", exact=True)
    hands.see("People")
    take_out_and_invite_again(hands)
    share_the_lead(hands)
