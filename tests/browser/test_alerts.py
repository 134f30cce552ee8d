"""An alert is folded away for this tab alone, with and without scripts; the gallery shows two."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.watch import OUTSIDE, answer_outside
from tests.browser.words import say


def alerts(page: Page, language: str) -> Locator:
    page.goto(ADDRESSES["gallery"].path(language))
    return page.get_by_role("region", name=say("Announcements", language))


def fold(region: Locator) -> None:
    region.locator("summary").last.click()
    expect(region.get_by_text("The telephone line")).to_be_hidden()


def test_a_folded_alert_stays_folded_in_this_tab_only(page: Page, language: str):
    region = alerts(page, language)
    expect(region.locator("summary").last).to_contain_text(say("Warning", language))
    fold(region)
    region = alerts(page, language)
    expect(region.get_by_text("The telephone line")).to_be_hidden()
    expect(region.get_by_text("The offices")).to_be_visible()
    another = alerts(page.context.new_page(), language)
    expect(another.get_by_text("The telephone line")).to_be_visible()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_leaving_quickly_forgets_what_was_folded(page: Page, language: str):
    answer_outside(page.context)
    fold(alerts(page, language))
    page.get_by_role("link", name=say("Leave quickly", language)).first.click()
    expect(page).to_have_url(OUTSIDE)
    expect(alerts(page, language).get_by_text("The telephone line")).to_be_visible()


def test_an_alert_folds_without_scripts_on_a_phone(page_without_scripts: Page, language: str):
    region = alerts(page_without_scripts, language)
    summary = region.locator("summary").last
    assert summary.bounding_box()["height"] >= 44
    fold(region)
    summary.click()
    expect(region.get_by_text("The telephone line")).to_be_visible()


def test_a_kept_copy_shows_no_alert(new_context: Callable[..., BrowserContext]):
    page = new_context().new_page()
    region = alerts(page, "sq")
    page.evaluate("document.documentElement.dataset.kept = ''")
    expect(region).to_be_hidden()
