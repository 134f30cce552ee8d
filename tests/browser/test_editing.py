"""What editors and translators do in the admin, and what visitors then see."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from projects.demo import CONTENT
from tests.browser.addresses import ADDRESSES
from tests.browser.words import sign_in


def open_for_editing(page: Page, address: str) -> None:
    """Go from a public page to its editor, by the bar that editors see."""
    page.goto(address)
    page.goto(page.locator("a[href$='/edit/']").first.evaluate("link => link.href"))


def publish_final_beneficiaries(page: Page, before: str, after: str) -> None:
    """Change the count of the IRIS project's final beneficiaries in its form."""
    open_for_editing(page, ADDRESSES["iris"].path("sq"))
    final = page.locator("select[name^='beneficiaries-'][name$='-value-kind']").filter(
        has=page.locator("option[value=final]:checked")
    )
    name = final.get_attribute("name").replace("-kind", "-count")
    count = page.locator(f"input[name='{name}']")
    expect(count).to_have_value(before)
    count.fill(after)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()


@pytest.fixture
def moderator(page: Page) -> Page:
    sign_in(page, "moderator@example.org")
    return page


def test_a_figure_changes_in_both_languages_at_once(
    moderator: Page, new_context: Callable[..., BrowserContext]
):
    reader = new_context().new_page()
    publish_final_beneficiaries(moderator, "2000", "2100")
    for language, figure in (("sq", "2\N{NO-BREAK SPACE}100"), ("en", "2,100")):
        reader.goto(ADDRESSES["iris"].path(language))
        expect(reader.get_by_role("main").get_by_text(figure).first).to_be_visible()
    publish_final_beneficiaries(moderator, "2100", "2000")
    reader.goto(ADDRESSES["iris"].path("en"))
    expect(reader.get_by_role("main").get_by_text("2,000").first).to_be_visible()


def test_shares_that_do_not_add_up_are_refused_by_the_field(moderator: Page):
    open_for_editing(moderator, ADDRESSES["iris"].path("sq"))
    women = moderator.locator("input[name^='beneficiaries-'][name$='-value-women_share']").nth(1)
    women.fill("99")
    moderator.locator("footer [data-w-dropdown-target=toggle]").click()
    moderator.locator("button[name=action-publish]").click()
    men = moderator.locator("input[name^='beneficiaries-'][name$='-value-men_share']").nth(1)
    expect(men).to_have_attribute("aria-invalid", "true")
    expect(moderator.locator(".w-field", has=men).last).to_contain_text("100")
    expect(women).to_have_value("99")


def test_translator_finds_the_page_as_a_translation(page: Page):
    sign_in(page, "translator@example.org")
    open_for_editing(page, ADDRESSES["iris"].path("en"))
    editor = page.locator(".js-translation-editor")
    for language in ("sq", "en"):
        title = getattr(CONTENT["projects"]["project_iris"]["title"], language)
        expect(editor.get_by_text(title, exact=True).first).to_be_visible()
