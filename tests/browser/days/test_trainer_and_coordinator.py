"""A trainer answers the task that waits, a coordinator decides on a profile; then nothing waits."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.days.day import Day
from tests.browser.hands import PHONE
from tests.browser.words import say

GROUP = "Grup demonstrativ"


def test_a_trainer_answers_what_waits(begin: Callable[..., Day]):
    day = begin("trainer", viewport=PHONE, has_touch=True)
    page = day.page
    task = page.locator(".desk-waiting a", has_text=GROUP)
    said = task.inner_text()
    day.open(task)
    day.open(page.get_by_role("listitem").filter(has_text="pret trajnerin").get_by_role("link"))
    page.locator("[name=decision]").select_option("accept")
    page.locator("[name=reply]").fill("E qartë dhe e plotë. Faleminderit!")
    day.open(day.button("Send"))
    expect(page.get_by_text(say("Your answer was sent.", "sq"))).to_be_visible()
    day.open(day.link(say("My groups", "sq")))
    day.open(day.link(GROUP))
    day.press(page.locator("summary", has_text="Trajner Shembull"))
    day.open(day.link(say("My page", "sq")))
    day.open(day.link(say("Edit the site", "sq")))
    expect(task.filter(has_text=said)).to_have_count(0)


def test_a_coordinator_decides_on_what_waits(begin: Callable[..., Day]):
    day = begin("coordinator", viewport=PHONE, has_touch=True)
    page = day.page
    profile = page.locator(".desk-waiting a[href*='profiles-to-review']")
    said = profile.inner_text()
    day.open(profile)
    day.open(page.locator("main table a").first)
    day.press(page.locator("[name=decision][value=accept]"))
    day.open(day.button("Save the decision"))
    day.done()
    day.go_home()
    expect(profile.filter(has_text=said)).to_have_count(0)
    day.open(page.locator(".desk-waiting a[href='/admin/mentoring/']"))
    day.open(
        page.locator("main a[href*='/admin/reports/'], main a[href*='/admin/mentoring/']").first
    )
