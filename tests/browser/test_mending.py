"""An author finds by the item analysis that a question is marked wrongly, and mends it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser.axe import violations
from tests.browser.content import MARKED_WRONGLY
from tests.browser.hands import DESKTOP, Keyboard, Touch
from tests.browser.test_my_data import sign_in
from tests.browser.training_addresses import TRAINING
from tests.browser.words import quiz_button, say
from tests.browser.words import sign_in as look_in


def test_an_author_mends_a_question_that_is_marked_wrongly(
    new_context: Callable[..., BrowserContext], language: str
):
    author = Touch(new_context, language)
    page = author.page
    slug = MARKED_WRONGLY[language]
    quiz = TRAINING["training"].path(language) + f"autoret/{slug}/"
    look_in(page, "moderator@example.org")
    page.goto(quiz)
    author.press(page.get_by_role("link", name=say("Analysis of the questions", language)))
    author.look_at(say("Analysis of the questions", language))
    suspect = page.get_by_role("region", name="1. 1")
    chose_b = (
        "People who did well on the rest chose “%(text)s”: check that the right answer is marked."
    )
    expect(suspect).to_contain_text(say(chose_b, language) % {"text": "B"})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(DESKTOP)
    page.goto(
        suspect.get_by_role("link", name=say("Edit this question", language)).get_attribute("href")
    )
    question = page.locator(page.url.partition("#")[1] + page.url.partition("#")[2])
    boxes = question.get_by_role("checkbox")
    expect(boxes.first).to_be_visible()
    expect(question).to_be_in_viewport()
    expect(boxes.first).to_be_checked()
    boxes.first.uncheck()
    boxes.nth(1).check()
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto(quiz)
    page.get_by_role("link", name=say("Analysis of the questions", language)).click()
    expect(page.get_by_role("heading", level=2, name="1. 1")).to_be_visible()
    none_yet = say(
        "Fewer than %(count)s people have been asked so far, so no figures are shown.", language
    )
    expect(page.get_by_role("region", name="1. 1")).to_contain_text(none_yet % {"count": 5})
    earlier = page.get_by_role(
        "region", name=say("Earlier wordings and removed questions", language)
    )
    expect(earlier.get_by_role("row", name="B 15 (60%)")).to_be_visible()
    assert not violations(page)
    take_mended_quiz(Keyboard(new_context, language), quiz)


def take_mended_quiz(trainee: Keyboard, quiz: str) -> None:
    """Give the answer that is right now, and see that it counts."""
    language, page = trainee.language, trainee.page
    sign_in(trainee, f"sitter-{language}@example.org")
    trainee.look_at(say("My page", language))
    page.goto(quiz)
    trainee.press(page.get_by_role("button", name=quiz_button(language)))
    for number, letter in (("1", "B"), ("2", "A"), ("3", "A")):
        asked = page.get_by_role("group", name=number)
        trainee.choose(asked.get_by_role("radio", name=letter))
    trainee.press(page.get_by_role("button", name=say("Hand in", language), exact=True))
    expect(page.locator(".outcome__score")).to_have_text("100%")
