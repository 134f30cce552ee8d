"""Trainees join a group by its link, change it and leave it; a trainer invites by a table."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.groups import CLOSED, FIRST, LINKS, SECOND
from tests.browser.hands import Pointer, fits
from tests.browser.test_groups import hand_of
from tests.browser.test_my_data import sign_in
from tests.browser.words import PASSWORD, say
from tests.portal.people import address


def said(message: str, language: str, **about: str) -> str:
    return say(message, language) % about


def test_a_trainee_without_an_account_joins_a_group_by_its_link_and_leaves_it(
    hands: Pointer, mailed: Callable[[str], str]
):
    language, page, name = hands.language, hands.page, LINKS[FIRST]
    email = f"bashkohet-{hand_of(hands)}@example.org"
    link = address("join_cohort", language, FIRST)
    title = said("Join the group “%(group)s”", language, group=name)
    page.goto(link)
    hands.look_at(title)
    send = page.get_by_role("button", name=say("Send me a link", language))
    hands.write(page.locator("[name=email]"), "bashkohet@")
    hands.press(send)
    expect(page.locator(".error-summary")).to_be_visible()
    hands.look_at(title)
    hands.write(page.locator("[name=email]"), email)
    hands.press(send)
    expect(page.locator("main [role=status]")).to_be_visible()
    hands.look_at(title)
    page.goto(mailed(email))
    hands.look_at(say("Open an account", language))
    expect(page.get_by_role("main")).to_contain_text(name)
    hands.write(page.locator("[name=name]"), "Ana Shembull")
    hands.write(page.locator("[name=password]"), "nje fjalekalim i gjate")
    hands.press(page.get_by_role("button", name=say("Open my account", language)))
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=name))
    hands.look_at(name)
    page.goto(link)
    hands.look_at(title)
    hands.press(page.get_by_role("link", name=say("Go to the programme", language)))
    hands.look_at(page.get_by_role("heading", level=1).inner_text())
    hands.press(
        page.get_by_role(
            "link", name=say("Sessions and messages of the group, or leave it", language)
        )
    )
    hands.look_at(name)
    assert fits(page)
    hands.press(page.get_by_role("button", name=say("Leave the group", language)))
    left = say("You have left the group. What you did stays yours.", language)
    expect(page.locator(".message")).to_have_text(left)


def test_a_trainee_signs_in_joins_a_group_and_changes_to_another(hands: Pointer):
    language, page = hands.language, hands.page
    page.goto(address("join_cohort", language, SECOND))
    hands.press(page.get_by_role("main").get_by_role("link", name=say("Sign in", language)))
    hands.look_at(say("Sign in", language))
    hands.write(page.locator("[name=login]"), f"joiner-{hand_of(hands)}@example.org")
    hands.write(page.locator("[name=password]"), PASSWORD)
    hands.press(page.get_by_role("main").get_by_role("button", name=say("Sign in", language)).first)
    hands.look_at(said("Join the group “%(group)s”", language, group=LINKS[SECOND]))
    hands.press(page.get_by_role("button", name=say("Join", language), exact=True))
    joined = "You are in the group “%(group)s” now."
    expect(page.locator(".message")).to_have_text(said(joined, language, group=LINKS[SECOND]))
    page.goto(address("join_cohort", language, FIRST))
    hands.look_at(said("Join the group “%(group)s”", language, group=LINKS[FIRST]))
    groups = {"other": LINKS[SECOND], "group": LINKS[FIRST]}
    change = said("Change from “%(other)s” to “%(group)s”", language, **groups)
    assert fits(page)
    hands.press(page.get_by_role("button", name=change))
    expect(page.locator(".message")).to_have_text(said(joined, language, group=LINKS[FIRST]))
    page.goto(address("join_cohort", language, CLOSED))
    hands.look_at(say("This group is closed", language))


def test_a_trainer_invites_by_a_table(hands: Pointer, mailed: Callable[[str], str], tmp_path: Path):
    language, page, name = hands.language, hands.page, f"Grupi {hand_of(hands)}"
    sign_in(hands, "trainer@example.org")
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=say("My groups", language)))
    hands.look_at(say("My groups", language))
    hands.press(page.get_by_role("link", name=say("New group", language)))
    hands.look_at(say("New group", language))
    hands.write(page.locator("[name=name]"), name)
    hands.press(page.get_by_role("button", name=say("Make the group", language)))
    hands.look_at(name)
    hands.press(page.get_by_role("link", name=say("People", language), exact=True))
    hands.look_at(say("People", language))
    hands.press(page.get_by_role("link", name=say("Invite people", language)))
    hands.look_at(say("Invite people", language))
    emails = [f"tabela-{number}-{hand_of(hands)}@example.org" for number in range(2)]
    table = tmp_path / "lista.csv"
    table.write_text("\n".join(("E-mail;Emri", f"{emails[0]};Ana Ë", "ana;Beni")), "utf-8")
    check = page.get_by_role("button", name=say("Check the list", language))
    page.locator("[name=table]").set_input_files(table)
    hands.press(check)
    expect(page.locator(".error-summary li")).to_have_count(1)
    expect(page.locator(".error-summary")).to_contain_text("3")
    hands.look_at(say("Invite people", language))
    table.write_text("\n".join(("E-mail;Emri", f"{emails[0]};Ana Ë", emails[1])), "cp1250")
    page.locator("[name=table]").set_input_files(table)
    hands.press(check)
    hands.look_at(say("Before you send", language))
    expect(page.get_by_role("main")).to_contain_text("Ana Ë")
    assert fits(page)
    hands.press(page.get_by_role("button", name=say("Send the invitations", language)))
    hands.look_at(say("People", language))
    for email in emails:
        expect(page.get_by_role("main")).to_contain_text(email)
        assert mailed(email)
    hands.press(page.get_by_role("button", name=say("Make a link", language)))
    expect(page.locator(".join-link a")).to_have_attribute("href", re.compile(r"/[\w-]{43}/$"))
    hands.look_at(say("People", language))
    assert fits(page)


def test_a_trainer_moves_somebody_takes_them_out_and_shares_the_lead(hands: Pointer):
    language, page = hands.language, hands.page
    sign_in(hands, "trainer@example.org")
    hands.look_at(say("My page", language))
    hands.press(page.get_by_role("link", name=say("My groups", language)))
    hands.press(page.get_by_role("link", name=LINKS[SECOND]))
    hands.look_at(LINKS[SECOND])
    hands.press(page.get_by_role("link", name=say("People", language), exact=True))
    hands.look_at(say("People", language))
    hands.press(page.get_by_role("link", name=re.compile(say("Move or take out", language))).first)
    hands.look_at("Dora Leka")
    assert fits(page)
    hands.press(page.get_by_role("button", name=say("Take out of the group", language)))
    hands.look_at(say("People", language))
    hands.press(page.get_by_role("button", name=re.compile(say("Invite again", language))).first)
    expect(page.locator(".message")).to_be_visible()
    hands.look_at(say("People", language))
    hands.press(page.get_by_role("link", name=say("Settings", language), exact=True))
    hands.look_at(say("Settings", language))
    hands.write(page.locator("[name=email]"), "editor@example.org")
    hands.press(page.get_by_role("button", name=say("Add the trainer", language)))
    expect(page.locator("#id_email_error")).to_be_visible()
    hands.look_at(say("Settings", language))
    hands.press(page.get_by_role("button", name=say("Leave the lead of the group", language)))
    expect(page.locator(".message")).to_be_visible()
