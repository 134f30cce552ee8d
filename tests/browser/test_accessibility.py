"""No page breaks a rule of WCAG 2.2 AA, in any state, language, width or colour scheme."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.hands import DESKTOP, NARROW, PHONE, fits
from tests.browser.watch import Watch
from tests.browser.words import say


@pytest.fixture(scope="session")
def watched(
    browser: Browser, browser_context_args: dict, site: str
) -> Iterator[tuple[Page, Watch]]:
    """A page that lasts from test to test, because opening one costs as much as looking at it."""
    watch = Watch(site)
    with browser.new_context(**browser_context_args, reduced_motion="reduce") as context:
        watch.add(context)
        yield context.new_page(), watch


@pytest.fixture
def lasting_page(watched: tuple[Page, Watch]) -> Iterator[Page]:
    page, watch = watched
    page.emulate_media(color_scheme="light")
    yield page
    faults = watch.faults()
    watch.forget()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ADDRESSES)
def test_page_is_accessible(lasting_page: Page, name: str, language: str):
    page, address = lasting_page, ADDRESSES[name]
    page.set_viewport_size(PHONE)
    response = page.goto(address.path(language))
    assert response.status == address.status
    assert not violations(page), "on a phone, light"
    page.set_viewport_size(NARROW)
    assert fits(page)
    if language == "sq":  # what is dark or wide in one language is so in the other
        page.set_viewport_size(DESKTOP)
        page.emulate_media(color_scheme="dark")
        assert not violations(page), "on a desktop, dark"


def test_everything_that_opens_is_accessible(phone: Page, language: str):
    phone.goto(ADDRESSES["projects, filtered"].path(language))
    phone.get_by_role("button", name=say("Menu", language), exact=True).click()
    phone.locator("nav details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert not violations(phone), "menu"
    phone.keyboard.press("Escape")
    phone.keyboard.press("Escape")
    phone.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert not violations(phone), "filters"
    phone.goto(ADDRESSES["help"].path(language))
    phone.locator("main details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert not violations(phone), "accordion"


@pytest.mark.parametrize("name", ["untranslated", "chapter, untranslated"])
def test_content_in_the_other_language_is_announced_and_marked(page: Page, name: str):
    page.goto(ADDRESSES[name].path("en"))
    assert page.locator("html").get_attribute("lang") == "en"
    content = page.get_by_role("main").locator("[lang=sq]").filter(has=page.locator("h1"))
    assert content.count() == 1
    notice = page.get_by_role("main").get_by_role("link", name="Shqip")
    assert notice.get_attribute("hreflang") == "sq"
