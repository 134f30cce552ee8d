"""An editor answers what visitors look for in vain: by a synonym, then by a best bet."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.words import say, sign_in

# In no text of the demonstration, in either language.
QUERY = "zhymbrrak"
NOTE = "Këtu fillohet."
PROMOTED = "Bashkia Vlorë"


def test_a_search_in_vain_is_answered(
    new_context: Callable[..., BrowserContext], page: Page, language: str
):
    editor = new_context().new_page()
    sign_in(editor, "editor@example.org")
    query = f"{QUERY}{language}"
    look_for(page, query, language)
    expect(page.get_by_text(say("Nothing found", language))).to_be_visible()
    make_synonym(editor, query, language)
    look_for(page, query, language)
    expect(page.locator("ol.search-results mark").first).to_be_visible()
    make_best_bet(editor, query, language)
    look_for(page, query, language)
    recommended = page.get_by_role("region", name=say("Our editors recommend", language))
    expect(recommended).to_contain_text(NOTE)
    recommended.get_by_role("link").click()
    page.wait_for_url(f"**{ADDRESSES['municipality'].path(language)}")


def look_for(page: Page, text: str, language: str) -> None:
    page.goto(f"{ADDRESSES['search, empty'].path(language)}?q={text}")


def open_form(editor: Page, model: str, field: str, query: str, language: str) -> None:
    """Follow the address that the report's button has."""
    editor.goto(f"/admin/snippets/portal_search/{model}/add/?language={language}&{field}={query}")
    expect(editor.locator(f"main [name={field}]")).to_have_value(query)
    expect(editor.locator("main [name=language]")).to_have_value(language)


def make_synonym(editor: Page, query: str, language: str) -> None:
    """Say that the query means what texts call otherwise."""
    open_form(editor, "synonymset", "expressions", query, language)
    same = {"sq": "strehim", "en": "shelter"}[language]
    editor.locator("main [name=expressions]").fill(f"{query}\n{same}")
    save(editor)


def make_best_bet(editor: Page, query: str, language: str) -> None:
    """Put a municipality's page above the results of the query, whatever its language."""
    open_form(editor, "bestbet", "queries", query, language)
    editor.locator("main [data-chooser-action-choose]").locator("visible=true").first.click()
    editor.locator(".modal input[name=q]").fill(PROMOTED)
    editor.locator(".modal a.choose-page").get_by_text(PROMOTED, exact=True).first.click()
    editor.locator("main [name$=-note]").first.fill(NOTE)
    save(editor)


def save(editor: Page) -> None:
    editor.locator("footer button[type=submit]").first.click()
    expect(editor.locator(".messages .success")).to_be_visible()
