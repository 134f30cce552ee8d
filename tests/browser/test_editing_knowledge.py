"""An editor adds a model with its reference and its term; it is translated and read in English."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.words import say, sign_in

KEY = "prova-2024"
REFERENCE = {"key": KEY, "authors": "Hoxha, Ana", "title": "Dhoma e provës", "year": "2024"}
TERM = {"name": "dhomë e ngrohtë", "slug": "warm-room", "definition": "Një dhomë ku pritet."}
WRONG = "Një dhomë e ngrohtë hapet çdo natë [@prova-2042]."
# What is written in Albanian, and how it is translated.
MODEL = {
    "Dhoma e hapur": "The open room",
    "Një vend ku mund të vihet.": "A place to come to.",
    f"Një dhomë e ngrohtë hapet çdo natë [@{KEY}].^[Edhe të dielave.]": (
        f"A warm room opens every night [@{KEY}].^[On Sundays too.]"
    ),
    "dhoma-e-hapur": "the-open-room",
}
TITLE, SUMMARY, AIM, SLUG = MODEL
WORDS = {**MODEL, TERM["name"]: "warm room", TERM["definition"]: "A room to wait in."}


@pytest.fixture
def person(new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """A function that opens a browser in which somebody with a role has signed in."""

    def signed_in(role: str) -> Page:
        page = new_context().new_page()
        sign_in(page, f"{role}@example.org")
        return page

    return signed_in


def test_model_is_written_translated_and_read_in_both_languages(
    person: Callable[[str], Page], page: Page
):
    editor, moderator, translator = map(person, ("editor", "moderator", "translator"))
    add_snippet(editor, "reference", REFERENCE)
    add_snippet(editor, "glossaryterm", TERM)
    term = f"snippet/knowledgebase/glossaryterm/{publish_term(moderator)}"
    translate(translator, moderator, term)
    write_model(editor)
    model = f"page/{approve_model(moderator)}"
    read(page, "sq", SLUG, TERM["name"], TERM["definition"])
    translate(translator, moderator, model)
    read(page, "en", MODEL[SLUG], WORDS[TERM["name"]], WORDS[TERM["definition"]])


def add_snippet(page: Page, model: str, values: dict[str, str]) -> None:
    """Fill in the form for a reference or a term, and save it."""
    page.goto(f"/admin/snippets/knowledgebase/{model}/add/")
    for name, value in values.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("footer button[type=submit]").first.click()
    saved(page)


def saved(page: Page) -> None:
    """Wait for the admin to say that it is done."""
    expect(page.locator(".messages .success")).to_be_visible()


def publish_term(page: Page) -> str:
    """Publish the term that the editor has drafted; return its id."""
    page.goto("/admin/snippets/knowledgebase/glossaryterm/")
    page.get_by_role("link", name=TERM["name"]).first.click()
    pk = opened(page)
    press(page, "[name=action-publish]")
    saved(page)
    return pk


def press(page: Page, action: str) -> None:
    """Press a button in the menu beside the one that saves."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator(action).click()


def opened(page: Page) -> str:
    """Return the id of what is open in the editor."""
    page.wait_for_url(re.compile(r"/edit/"))
    return re.search(r"/(\d+)/", page.url)[1]


def translate(translator: Page, moderator: Page, source: str) -> None:
    """Take something published for translation, translate its texts, and have them published."""
    translator.goto(f"/admin/localize/submit/{source}/")
    translator.get_by_role("checkbox", name="English").check()
    translator.locator("main form [type=submit]").last.click()
    translate_texts(translator)
    moderator.goto(translator.url)
    moderator.locator("footer button[name=action][value=publish]").click()
    saved(moderator)


def translate_texts(page: Page) -> None:
    """Translate every text of what is open in the editor, on all of its tabs if it has any."""
    expect(page.locator("li.incomplete").first).to_be_visible()
    translate_tab(page)
    for tab in page.locator(".js-translation-editor [role=tab]").all():
        tab.click()
        translate_tab(page)
    expect(page.locator("li.incomplete")).to_have_count(0)


def translate_tab(page: Page) -> None:
    """Translate what is in sight."""
    texts = page.locator("li.incomplete").locator("visible=true")
    while texts.count():
        translate_text(page, texts.first)


def translate_text(page: Page, text: Locator) -> None:
    """Open a text, write its translation and save it."""
    source = text.locator("p").first.inner_text()
    count = page.locator("li.incomplete").count()
    text.get_by_role("button").click()
    text.get_by_role("textbox").fill(WORDS[source])
    text.get_by_role("button").last.click()
    expect(page.locator("li.incomplete")).to_have_count(count - 1)


def write_model(page: Page) -> None:
    """Write the model with a wrong key, put it right, and ask for its publication."""
    page.goto(ADDRESSES["model list"].path("sq"))
    page.goto(page.locator("a[href$='/add_subpage/']").first.evaluate("link => link.href"))
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=summary]").fill(SUMMARY)
    aim = page.locator(".w-field", has=page.locator("[name=aim]"))
    write(aim, WRONG)
    press(page, "[name=action-submit]")
    expect(aim).to_contain_text("prova-2042")
    expect(aim.locator(".w-field__errors, .error-message").first).to_contain_text("prova-2042")
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    expect(aim.get_by_role("textbox")).to_have_text(WRONG)
    write(aim, AIM)
    press(page, "[name=action-submit]")
    saved(page)


def write(field: Locator, text: str) -> None:
    """Replace what stands in a rich text, and wait until the form has it too."""
    box = field.get_by_role("textbox")
    box.click()
    box.press("Control+A")
    box.press_sequentially(text)
    expect(field.locator("input[type=hidden]")).to_have_value(re.compile(re.escape(text)))


def approve_model(page: Page) -> str:
    """Find the model among what waits for approval, and approve it; return its id."""
    page.goto("/admin/")
    page.get_by_role("link", name=TITLE).first.click()
    pk = opened(page)
    press(page, "button[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])")
    saved(page)
    return pk


def read(page: Page, language: str, slug: str, term: str, definition: str) -> None:
    """See the model with its note, its reference and its explained term."""
    page.goto(f"{ADDRESSES['model list'].path(language)}{slug}/")
    main = page.get_by_role("main")
    expect(page.locator("html")).to_have_attribute("lang", language)
    button = main.get_by_role("button", name=re.compile(term, re.IGNORECASE))
    button.click()
    expect(page.locator(f"#{button.get_attribute('popovertarget')}")).to_contain_text(definition)
    references = main.get_by_role("region", name=say("References", language))
    expect(references).to_contain_text(REFERENCE["title"])
    expect(main.locator("[role=doc-noteref]")).to_have_count(1)
    page.goto(ADDRESSES["glossary"].path(language))
    expect(main.locator("article", has_text=definition)).to_be_visible()
