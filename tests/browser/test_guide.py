"""The editors' guide is read without barriers, in both languages, and found from anywhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from portal.guide.chapters import chapters
from tests.browser.axe import violations
from tests.browser.hands import fits
from tests.browser.test_translating import speak
from tests.browser.words import say, sign_in


def come(page: Page, language: str, email: str = "translator@example.org") -> None:
    """Sign somebody in who uses the admin in a language."""
    sign_in(page, email)
    speak(page, language)
    expect(page.locator(".messages .success")).to_be_visible()  # also where it was so before


@pytest.fixture
def translator(
    new_context: Callable[..., BrowserContext], viewport: ViewportSize, language: str
) -> Page:
    page = new_context(viewport=viewport).new_page()
    come(page, language)
    return page


def test_each_chapter_is_read_by_everybody(translator: Page, language: str):
    translator.goto("/admin/guide/")
    assert not violations(translator)
    assert fits(translator)
    for chapter in chapters(language):
        translator.get_by_role("link", name=chapter.title, exact=True).first.click()
        expect(translator.get_by_role("heading", level=1)).to_contain_text(chapter.title)
        assert not violations(translator), chapter.name
        assert fits(translator), chapter.name
        for picture in translator.locator(".guide img").all():
            assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_help_is_about_where_one_is(new_context: Callable[..., BrowserContext], language: str):
    page = new_context().new_page()
    come(page, language)
    page.goto("/admin/reports/translation-states/")
    page.get_by_role("button", name=say("Help", language)).click()
    page.get_by_role("link", name=say("Guide to this screen", language)).click()
    page.wait_for_url("**/admin/guide/translate/")


@pytest.fixture
def editor(
    new_context: Callable[..., BrowserContext], viewport: ViewportSize, language: str
) -> Page:
    page = new_context(viewport=viewport).new_page()
    come(page, language, "editor@example.org")
    return page


def test_a_part_of_a_form_leads_to_its_section_and_the_form_stays_open(editor: Page):
    editor.goto("/sq/projekte/iris-progress/")
    editor.goto(editor.locator("a[href$='/edit/']").first.evaluate("link => link.href"))
    assert fits(editor)
    assert not [each for each in violations(editor) if "guide-link" in each]
    for link in editor.locator("a.guide-link:visible").all()[:3]:
        link.focus()
        expect(link).to_be_in_viewport(ratio=1)
    editor.locator("a.guide-link[href$='#title']").first.focus()
    with editor.context.expect_page() as opened:
        editor.keyboard.press("Enter")
    expect(opened.value.locator("#title")).to_be_in_viewport()
    assert editor.url.endswith("/edit/")


def test_the_forms_of_files_lead_to_their_sections(editor: Page):
    for kind in ("images", "documents"):
        editor.goto(f"/admin/{kind}/add/")
        expect(editor.locator(".guide-links a").first).to_be_in_viewport(ratio=1)
        assert fits(editor)
        assert not [each for each in violations(editor) if "guide-link" in each]
