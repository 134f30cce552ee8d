"""A day of each role in an Albanian desk, from the first page on; the moderator has a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.words import sign_in

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
STATEMENT = ADDRESSES["accessibility"]
WORDS = "Si e ndërtojmë portalin që ta përdorin të gjithë."
COMMENT = "Shtoni kujt mund t’i shkruajnë."


@pytest.fixture
def person(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Somebody of the desk, on the first page of the admin."""

    def come(email: str, **device: object) -> Page:
        page = new_context(**device).new_page()
        sign_in(page, email)
        expect(page.locator(".desk-waiting")).to_be_visible()
        return page

    return come


def open_form(editor: Page) -> None:
    """Go from the page to its form."""
    editor.goto(STATEMENT.path("sq"))
    editor.goto(editor.locator("a[href$='/edit/']").first.evaluate("link => link.href"))


def submit(editor: Page, summary: str) -> None:
    """Change the page in its form and give it to the moderators."""
    open_form(editor)
    editor.locator("textarea[name=summary]").fill(summary)
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    editor.locator("footer button[name=action-submit]").click()
    expect(editor.locator(".messages .success").first).to_be_visible()


def decide(moderator: Page, action: str, comment: str) -> None:
    """Go from the first page to what waits, and decide on it with a comment."""
    moderator.goto("/admin/")
    assert fits(moderator)
    moderator.locator(".listing--dashboard td.title a").filter(has_text="aksesueshm").first.tap()
    moderator.wait_for_url("**/edit/")
    moderator.locator("footer [data-w-dropdown-target=toggle]").tap()
    moderator.locator(f"footer button[data-workflow-action-name={action}]").last.tap()
    dialog = moderator.get_by_role("dialog")
    dialog.locator("textarea").tap()
    dialog.locator("textarea").fill(comment)
    dialog.locator("button[type=submit], input[type=submit]").tap()
    expect(moderator.locator(".messages .success").first).to_be_visible()


def fits(page: Page) -> bool:
    """Whether nothing reaches over the edge."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_goes_from_the_editor_to_the_moderator_and_back_and_to_the_reader(
    person: Callable[..., Page], new_context: Callable[..., BrowserContext]
):
    editor, moderator = person("editor@example.org"), person("moderator@example.org", **PHONE)
    reader = new_context().new_page()
    submit(editor, WORDS)
    decide(moderator, "reject", COMMENT)
    open_form(editor)
    expect(editor.locator(".messages")).to_contain_text(COMMENT)
    submit(editor, f"{WORDS} Na shkruani.")
    decide(moderator, "approve", "")
    reader.goto(STATEMENT.path("sq"))
    expect(reader.locator("meta[name=description]")).to_have_attribute(
        "content", f"{WORDS} Na shkruani."
    )


@pytest.mark.parametrize(
    ("email", "place", "heading"),
    [
        ("trainer@example.org", "a[href*='/grupe']", "Grupet"),
        ("coordinator@example.org", "a[href='/admin/mentoring/']", "Çfarë pret"),
        ("translator@example.org", "a[href*='translation-states']", "Gjendja e përkthimeve"),
    ],
)
def test_the_first_page_leads_to_where_one_works(
    person: Callable[..., Page], email: str, place: str, heading: str
):
    page = person(email, **PHONE)
    assert not violations(page)
    assert fits(page)
    page.locator(f".desk-waiting {place}").last.tap()
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
