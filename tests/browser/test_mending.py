"""An author finds by the item analysis that a question is marked wrongly, and mends it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.content import MARKED_WRONGLY
from tests.browser.hands import DESKTOP, Keyboard, Touch, fits
from tests.browser.training_addresses import TRAINING
from tests.browser.words import sign_in

ASKED = "1. 1"  # the first question of the first group


def test_an_author_mends_a_question_that_is_marked_wrongly(
    new_context: Callable[..., BrowserContext], language: str
):
    author = Touch(new_context, language)
    quiz = TRAINING["training"].path(language) + f"autoret/{MARKED_WRONGLY[language]}/"
    sign_in(author.page, "moderator@example.org")
    author.page.goto(quiz)
    author.follow("Analysis of the questions")
    author.see("Analysis of the questions")
    mend(author.page, find_suspect(author))
    author.page.goto(quiz)
    see_that_it_is_new(author)
    take_mended_quiz(Keyboard(new_context, language), quiz)


def find_suspect(author: Touch) -> str:
    """Read in the analysis what is suspected; return the address at which it is mended."""
    suspect = author.page.get_by_role("region", name=ASKED)
    chose_b = (
        "People who did well on the rest chose “%(text)s”: check that the right answer is marked."
    )
    expect(suspect).to_contain_text(author.say(chose_b, text="B"))
    assert fits(author.page)
    edit = suspect.get_by_role("link", name=author.say("Edit this question"))
    return edit.get_attribute("href")


def mend(page: Page, address: str) -> None:
    """Mark the second answer instead of the first, and publish."""
    page.set_viewport_size(DESKTOP)
    page.goto(address)
    question = page.locator(f"#{page.url.partition('#')[2]}")
    boxes = question.get_by_role("checkbox")
    expect(boxes.first).to_be_visible()
    expect(question).to_be_in_viewport()
    expect(boxes.first).to_be_checked()
    boxes.first.uncheck()
    boxes.nth(1).check()
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()


def see_that_it_is_new(author: Touch) -> None:
    """Read in the analysis that nobody was asked the question yet as it is now."""
    page = author.page
    page.get_by_role("link", name=author.say("Analysis of the questions")).click()
    expect(page.get_by_role("heading", level=2, name=ASKED)).to_be_visible()
    none_yet = "Fewer than %(count)s people have been asked so far, so no figures are shown."
    expect(page.get_by_role("region", name=ASKED)).to_contain_text(author.say(none_yet, count="5"))
    earlier = author.say("Earlier wordings and removed questions")
    row = page.get_by_role("region", name=earlier).get_by_role("row", name="B 15 (60%)")
    expect(row).to_be_visible()
    assert not violations(page)


def take_mended_quiz(trainee: Keyboard, quiz: str) -> None:
    """Give the answer that is right now, and see that it counts."""
    page = trainee.page
    trainee.sign_in(f"sitter-{trainee.language}@example.org")
    page.goto(quiz)
    trainee.push_quiz()
    for number, letter in (("1", "B"), ("2", "A"), ("3", "A")):
        asked = page.get_by_role("group", name=number)
        trainee.choose(asked.get_by_role("radio", name=letter))
    trainee.push("Hand in", exact=True)
    expect(page.locator(".outcome__score")).to_have_text("100%")
