"""A project on paper, and in the colours that a visitor forces."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.words import say


def test_paper_shows_the_content_without_the_controls(page: Page, language: str):
    page.goto(ADDRESSES["iris"].path(language))
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for section in page.get_by_role("main").locator("section").all():
        expect(section).to_be_visible()
    for control in ("Main menu", "Language"):
        expect(page.get_by_role("navigation", name=say(control, language))).to_be_hidden()
    expect(page.get_by_text(say("Leave quickly", language)).first).to_be_hidden()
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert len(paper) > 20_000


def test_forced_colours_break_nothing(new_context: Callable[..., BrowserContext], language: str):
    page = new_context(forced_colors="active").new_page()
    page.goto(ADDRESSES["iris"].path(language))
    assert not violations(page)
