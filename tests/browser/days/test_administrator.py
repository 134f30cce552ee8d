"""An administrator sees what failed, gives a role, takes a page down and brings it back, reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.days.day import Day
from tests.browser.words import say

PERSON = "said-4@example.org"
DIARY, ADDRESS = "Ditari i terrenit 5", "/sq/rreth-nesh/ditari-5/"


@pytest.fixture
def day(begin: Callable[..., Day]) -> Day:
    return begin("admin")


def test_what_failed_and_the_trail_are_read(day: Day):
    for title in ("Background work", "E-mails", "Audit trail", "Emergency take-downs"):
        day.choose("Raportet", say(title, "sq"))
        expect(day.page.get_by_role("heading", level=1).first).to_contain_text(say(title, "sq"))
    day.go_home()


def open_account(day: Day) -> None:
    """Find somebody in the list of people."""
    rows = day.page.locator("#listing-results tbody tr")
    day.page.locator("header input[name=q]").fill(PERSON)
    expect(rows).to_have_count(1)
    day.open(rows.get_by_role("link").first)


def test_somebody_gets_a_role(day: Day):
    page = day.page
    day.choose("Cilësimet", "Përdoruesit")
    open_account(day)
    role = page.get_by_role("checkbox", name="Përkthyes")
    day.press(page.get_by_role("tab", name="Rolet"))
    role.check()
    day.see()
    day.open(page.locator("form button[type=submit]").locator("visible=true").last)
    day.done()
    day.choose("Cilësimet", "Përdoruesit")
    open_account(day)
    day.press(page.get_by_role("tab", name="Rolet"))
    expect(role).to_be_checked()


def test_a_page_goes_in_an_emergency_and_comes_back(day: Day, page: Page):
    desk = day.page
    day.explore()
    day.go_down("Kreu", "Rreth nesh")
    row = desk.locator("#listing-results tr", has=desk.get_by_role("link", name=DIARY, exact=True))
    day.press(row.locator("[data-w-dropdown-target=toggle]"))
    day.open(desk.get_by_role("link", name=say("Emergency take-down", "sq")))
    desk.locator("textarea[name=reason]").fill("Emri i një personi")
    day.open(day.button("Take down now"))
    assert page.request.get(ADDRESS).status == 404
    day.choose("Raportet", say("Emergency take-downs", "sq"))
    day.open(day.link(DIARY))
    day.open(day.button("Undo the take-down"))
    day.done()
    assert page.request.get(ADDRESS).status == 200
