"""An editor writes, has a colleague and a moderator read, answers, and sees what waits."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.days.day import Day
from tests.browser.test_days import PHONE as PHONE_IN_HAND
from tests.browser.words import say, sign_in

TITLE, ALT = "Takimi i dhjetorit", "Një tryezë me njerëz që flasin."
FIRST, SECOND = "Bashkitë takohen në Vlorë.", "Bashkitë takohen në Vlorë më 12 dhjetor."
QUESTION, ASKED = "A është dita e saktë?", "Shkruani edhe ditën."


def picture() -> dict:
    """Return a picture as somebody uploads it."""
    content = BytesIO()
    Image.effect_noise((900, 600), 90).convert("RGB").save(content, "JPEG")
    return {"name": "tryeza.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def begin_page(day: Day) -> None:
    """Go from the first page to the list of news, and begin a page in it."""
    day.explore()
    day.go_down("Kreu", "Njoftime")
    day.open(day.link("Shtoni nënfaqe"))
    day.page.locator("input[name=title]").fill(TITLE)
    day.page.locator("textarea[name=summary]").fill(FIRST)


def upload(day: Day) -> None:
    """Give the page a cover, with who made it and what it shows."""
    page = day.page
    day.press(page.get_by_role("button", name=say("Choose an image", "sq")).first)
    dialog = page.get_by_role("dialog")
    day.press(dialog.get_by_role("tab", name=say("Upload", "sq")))
    dialog.locator("input[type=file]").set_input_files([picture()])
    dialog.locator("[name$=credit]").fill("Dora Leka")
    dialog.locator("[name$=description]").fill(ALT)
    day.see()
    day.press(dialog.get_by_role("button", name=say("Upload", "sq"), exact=True))
    expect(dialog).to_have_count(0)
    page.locator("input[name=cover_alt]").fill(ALT)


def ask_colleague(day: Day) -> None:
    """Leave a comment on the summary."""
    page = day.page
    summary = page.locator("section", has=page.locator("textarea[name=summary]"))
    day.press(summary.get_by_role("button", name="Shtoni koment").first)
    comments = page.locator("#comments")
    comments.get_by_role("textbox").fill(QUESTION)
    day.press(comments.locator("button[type=submit]"))
    expect(comments).to_contain_text(QUESTION)
    day.see()


def save(day: Day) -> None:
    """Save the draft, and read that it was saved."""
    day.open(day.page.locator("footer button.action-save").first)
    day.done()


def preview(day: Day) -> None:
    """See the page as it will be, beside its form."""
    page = day.page
    day.press(page.get_by_role("button", name=say("Toggle preview", "sq")))
    shown = page.frame_locator("iframe.w-preview__iframe").first
    expect(shown.get_by_role("heading", level=1)).to_have_text(TITLE)
    day.see()
    day.press(page.get_by_role("button", name=say("Toggle preview", "sq")))


def set_review_day(day: Day) -> str:
    """Say by when somebody should check the page again; return the day as it was typed."""
    page = day.page
    day.press(page.get_by_role("tab", name=say("Settings", "sq")))
    day.see()
    typed = (timezone.localdate() + timedelta(days=10)).strftime("%d.%m.%Y")
    page.locator("input[name=review_by]").fill(typed)
    day.press(page.get_by_role("tab", name=say("Content", "sq")))
    return typed


def compare(day: Day, new: str) -> None:
    """Read in the history what the last draft changed."""
    page = day.page
    day.open(day.link(say("History", "sq")))
    day.press(page.locator("main td [data-w-dropdown-target=toggle]").first)
    day.open(page.locator("a[href*='/revisions/compare/']").locator("visible=true").first)
    expect(page.locator("ins, .addition").filter(has_text=new).first).to_be_visible()
    page.go_back()
    day.open(page.locator("main a[href$='/edit/']").first)


def submit(day: Day) -> None:
    """Give the page to the moderators."""
    day.press(day.page.locator("footer [data-w-dropdown-target=toggle]"))
    day.open(day.page.locator("footer button[name=action-submit]"))
    day.done()


def ask_for_changes(moderator: Page) -> None:
    """Be the moderator, whose day is another test's."""
    sign_in(moderator, "moderator@example.org")
    moderator.locator(".listing--dashboard td.title a").filter(has_text=TITLE).first.click()
    moderator.wait_for_url("**/edit/")
    moderator.locator("footer [data-w-dropdown-target=toggle]").click()
    moderator.locator("footer button[data-workflow-action-name=reject]").last.click()
    dialog = moderator.get_by_role("dialog")
    dialog.locator("textarea").fill(ASKED)
    dialog.locator("button[type=submit], input[type=submit]").click()
    expect(moderator.locator(".messages .success").first).to_be_visible()


def test_a_page_is_written_discussed_compared_and_given_to_the_moderators(
    begin: Callable[..., Day], new_context: Callable[..., BrowserContext]
):
    day = begin("editor")
    page = day.page
    begin_page(day)
    upload(day)
    save(day)
    ask_colleague(day)
    save(day)
    preview(day)
    page.locator("textarea[name=summary]").fill(SECOND)
    typed = set_review_day(day)
    save(day)
    expect(page.locator("input[name=review_by]")).to_have_value(typed)
    submit(day)
    ask_for_changes(new_context(**PHONE_IN_HAND).new_page())
    day.go_home()
    day.open(page.locator("#main a", has_text=TITLE).first)
    expect(page.locator(".messages")).to_contain_text(ASKED)
    page.locator("textarea[name=summary]").fill(f"{SECOND} Ejani!")
    save(day)
    compare(day, "Ejani!")
    submit(day)
    day.go_home()
    expect(page.locator("#main")).to_contain_text(TITLE)
