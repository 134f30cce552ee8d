"""A trainee does a lesson and takes a quiz, by every hand, and changes language in the middle."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.hands import Pointer, Touch
from tests.browser.training_addresses import TRAINING
from tests.browser.words import sign_in as look_in

WAITS = (
    "No connection. Your answers stay on this device and are sent when it is back, "
    "or when you open this page again."
)


def test_a_trainee_does_a_lesson(hands: Pointer):
    language, page = hands.language, hands.page
    hands.sign_in(f"trainee-{hands.name}@example.org")
    page.goto(TRAINING["lesson"].path(language))
    title = page.get_by_role("heading", level=1).inner_text()
    hands.look_at(title)
    case = page.locator(".task", has_text=hands.say("What would you do?")).first
    hands.choose(case.get_by_role("radio").first)
    hands.press(case.get_by_role("button", name=hands.say("Decide")))
    expect(page.get_by_text(hands.say("You chose:")).first).to_be_visible()
    reflection = page.locator(".task").filter(has=page.locator("textarea")).first
    hands.write(reflection.locator("textarea"), "Do të pyesja më shumë.")
    hands.press(reflection.get_by_role("button", name=hands.say("Save")))
    expect(page.get_by_text(hands.say("Saved. Only you can read this."))).to_be_visible()
    expect(page.locator("textarea").first).to_have_value("Do të pyesja më shumë.")
    hands.look_at(title)
    hands.push("I am done, go on")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    page.goto(TRAINING["lesson"].path(language))
    expect(page.get_by_role("button", name=hands.say("Mark as not done"))).to_be_visible()


def test_a_trainee_is_asked_about_a_text_that_leads_to_a_person(hands: Pointer):
    language, page = hands.language, hands.page
    hands.sign_in(f"trainee-{hands.name}@example.org")
    page.goto(TRAINING["lesson with a task"].path(language))
    title = page.get_by_role("heading", level=1).inner_text()
    task = page.locator(".task", has_text=hands.say("In your municipality"))
    hands.write(task.locator("textarea"), "Dora Leka, 069 123 4567")
    hands.press(task.get_by_role("button", name=hands.say("Hand in")))
    hands.look_at(title)
    hands.push("Send it as it is")
    expect(page.get_by_text(hands.say("Your task was handed in."))).to_be_visible()


def test_a_trainer_reads_the_notes_of_a_lesson(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in("trainer@example.org")
    hands.page.goto(TRAINING["lesson"].path(language))
    hands.follow("Notes for trainers")
    hands.see("Notes for trainers")


def test_an_author_previews_a_quiz(page: Page):
    look_in(page, "editor@example.org")
    page.goto("/admin/pages/search/?q=kuiz")
    found = page.get_by_role("link", name="Kuiz: mbështetja e riintegrimit").first
    number = re.search(r"/admin/pages/(\d+)/", found.get_attribute("href") or "")
    assert number
    page.goto(f"/admin/pages/{number[1]}/view_draft/")
    expect(page.locator(".answers").first).to_be_visible()
    assert not violations(page)


def test_a_trainee_takes_a_quiz_and_changes_language_in_the_middle(hands: Pointer):
    language, page = hands.language, hands.page
    other = {"sq": "en", "en": "sq"}[language]
    hands.sign_in(f"trainee-{hands.name}@example.org")
    page.goto(TRAINING["quiz"].path(language))
    title = page.get_by_role("heading", level=1).inner_text()
    hands.look_at(title)
    hands.push_quiz()
    hands.look_at(title)
    chosen = page.get_by_role("radio").first
    hands.choose(chosen)
    name, value = chosen.get_attribute("name"), chosen.get_attribute("value")
    hands.write(page.locator("input[name^=q-][maxlength]").first, "bashkia")
    hands.push("Save and continue later")
    expect(page.locator(".message").first).to_be_visible()
    page.goto(page.locator(f"a[hreflang={other}]").first.get_attribute("href") or "")
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(f"[name='{name}'][value='{value}']")).to_be_checked()
    expect(page.locator("input[name^=q-][maxlength]").first).to_have_value("bashkia")
    page.go_back()
    hands.push("Hand in", exact=True)
    hands.look_at(title)
    hands.push("Hand in as it is")
    expect(page.locator(".outcome__score")).to_be_visible()
    hands.look_at(title)


def test_answers_given_without_a_connection_are_sent_when_it_is_back(new_context, language: str):
    hands = Touch(new_context, language)
    page: Page = hands.page
    hands.sign_in(f"offline-{language}@example.org")
    page.goto(TRAINING["quiz"].path(language))
    hands.push_quiz()
    first, last = page.get_by_role("radio").first, page.get_by_role("checkbox").last
    hands.choose(first)
    expect(page.locator(".quiz__state")).to_have_text(hands.say("Saved."))
    page.context.set_offline(True)
    hands.choose(last)
    expect(page.locator(".quiz__state")).to_have_text(hands.say(WAITS))
    hands.push("Hand in", exact=True)
    expect(page.locator(".quiz__state")).to_have_text(hands.say(WAITS))
    page.context.set_offline(False)
    expect(page.locator(".quiz__state")).to_have_text(hands.say("Saved."))
    page.reload()
    expect(first).to_be_checked()
    expect(last).to_be_checked()


def test_an_answer_given_before_the_script_came_is_saved(new_context, language: str):
    hands = Touch(new_context, language)
    page: Page = hands.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    hands.sign_in(f"early-{language}@example.org")
    page.goto(TRAINING["quiz"].path(language))
    page.route("**/js/quiz*.js", hold)
    hands.push_quiz()
    hands.choose(page.get_by_role("radio").first)
    held[0].continue_()
    expect(page.locator(".quiz__state")).to_have_text(hands.say("Saved."))
    page.unroute("**/js/quiz*.js", hold)
    page.reload()
    expect(page.get_by_role("radio").first).to_be_checked()
