"""A trainee loses the connection: reads what is kept, answers a quiz, leaves and signs out."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.hands import Pointer, Touch
from tests.browser.test_training import WAITS
from tests.browser.training_addresses import TRAINING
from tests.browser.watch import OUTSIDE, answer_outside
from tests.browser.words import say

KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const answer = await cache.match(request, {ignoreVary: true});
            kept[new URL(request.url).pathname] = await answer.text();
        }
    }
    return kept;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(each => each.scope)"
ANSWERS = "() => Object.values(localStorage).map(each => JSON.parse(each))"
GROW_OLD = """async path => {
    const [pages] = await kept.open();
    await pages.put(path, new Response("old"));
}"""
IS_RENEWED = """async path => {
    for (let tries = 0; tries < 100; tries += 1) {
        const copy = await kept.lesson(path);
        if (await copy.text() !== "old") return true;
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return false;
}"""
NOTHING: tuple[dict, list, list] = ({}, [], [])


def traces(page: Page) -> tuple[dict[str, str], list[str], list[Any]]:
    """Return copies by address, the scopes of workers, and answers: all that is on the device."""
    return page.evaluate(KEPT), page.evaluate(WORKERS), page.evaluate(ANSWERS)


def path_of(name: str, language: str) -> str:
    return TRAINING[name].path(language)


def paths_of(name: str) -> set[str]:
    return {path_of(name, language) for language in ("sq", "en")}


def open_lesson(hands: Touch, name: str = "lesson") -> None:
    hands.page.goto(path_of(name, hands.language))
    hands.page.wait_for_load_state()


def keep_lesson(hands: Touch) -> None:
    page = hands.page
    hands.push("Keep this lesson on this device")
    said = page.locator("[data-keep-said]")
    expect(said).to_have_text(hands.say("This lesson is kept on this device."))
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")


def test_nothing_is_kept_of_whoever_did_not_choose_it(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in(f"away-{language}@example.org")
    for name in ("programme", "module", "lesson", "quiz", "kept lessons"):
        open_lesson(hands, name)
        assert traces(hands.page) == NOTHING
    expect(hands.page.locator("[data-keep-none]")).to_be_visible()


def test_without_scripts_nothing_of_it_appears(new_context, language: str):
    page = Pointer(new_context, language).page
    for name in ("programme", "lesson"):
        page.goto(path_of(name, language))
        expect(page.locator("[data-keep]")).to_be_hidden()
        expect(page.get_by_text(say("Reading without a connection", language))).to_be_hidden()


def test_a_lesson_is_read_again_without_a_connection(new_context, language: str):
    hands = Touch(new_context, language)
    page = hands.page
    answer_outside(page.context)
    hands.sign_in(f"away-{language}@example.org")
    open_lesson(hands)
    title = page.get_by_role("heading", level=1).inner_text()
    keep_lesson(hands)
    hands.look_at(title)
    copies, scopes, _ = traces(page)
    assert {urlsplit(scope).path for scope in scopes} == paths_of("programme")
    pages = {path for path in copies if not path.startswith("/static/")}
    lesson = path_of("lesson", language)
    assert pages == {lesson, *paths_of("kept lessons")}
    for copy in (copies[path] for path in pages):
        assert "Dora Leka" not in copy
        assert "csrf" not in copy
        assert 'class="progress' not in copy

    page.context.set_offline(True)
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.goto(lesson)
    hands.look_at(title)
    page.evaluate("async () => { await document.fonts.ready; }")
    assert not missing
    expect(page.locator("[data-in-copies]")).to_be_visible()
    expect(page.locator("main [type=submit]")).to_have_count(0)
    later = hands.say("This works again when there is a connection.")
    expect(page.locator(".task").get_by_text(later).first).to_be_visible()
    assert page.evaluate("document.fonts.check('1em Text')")
    for other in {"sq": ("en", "sq"), "en": ("sq", "en")}[language]:
        page.goto(path_of("lesson with a task", other))
        title_of_list = say("Lessons on this device", other)
        expect(page.get_by_role("heading", level=1)).to_have_text(title_of_list)
        expect(page.locator("[data-keep-missing]")).to_be_visible()
    hands.press(page.locator("[data-keep-list]").get_by_role("link", name=title))
    hands.look_at(title)

    page.context.set_offline(False)
    hands.follow("Try again")
    expect(page.locator("[data-in-copies]")).to_be_hidden()
    expect(page.locator(".mine")).to_be_visible()
    hands.push("Remove what is kept")
    gone = hands.say("Nothing is kept on this device any more.")
    expect(page.locator("[data-keep-said]")).to_have_text(gone)
    assert traces(page) == NOTHING


def test_a_copy_is_renewed_and_only_lessons_for_everybody_are_kept(new_context, language: str):
    hands = Touch(new_context, language)
    page = hands.page
    open_lesson(hands)
    keep_lesson(hands)
    lesson = path_of("lesson", language)
    page.evaluate(GROW_OLD, lesson)
    assert page.goto(lesson).from_service_worker
    assert page.evaluate(IS_RENEWED, lesson)
    others = [ADDRESSES[name].path(language) for name in ("password", "front page", "module")]
    page.evaluate("paths => kept.keep(paths, [], '', () => {})", others)
    copies, *_ = traces(page)
    assert not set(others) & set(copies)


def test_a_whole_programme_is_kept_and_what_is_no_lesson_is_not_touched(new_context, language: str):
    hands = Touch(new_context, language)
    page = hands.page
    open_lesson(hands, "programme")
    hands.push("Keep all lessons on this device")
    kept = hands.say("All lessons are kept on this device.")
    expect(page.locator("[data-keep-said]")).to_have_text(kept)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    lessons = page.locator("[data-keep]").get_attribute("data-lessons").split()
    copies, *_ = traces(page)
    assert set(lessons) <= set(copies)
    answered = {
        name: page.goto(path_of(name, language)) for name in ("programme", "module", "quiz")
    }
    assert not any(answer.from_service_worker for answer in answered.values())
    assert page.goto(lessons[-1]).from_service_worker
    page.context.set_offline(True)
    page.goto(lessons[-1])
    expect(page.locator("[data-in-copies]")).to_be_visible()


def wait_until_signed_out(page: Page) -> None:
    """Load the page again until the end of the session came through: leaving waits for nothing."""
    for _second in range(30):
        if not page.locator(".mine").count():
            return
        page.wait_for_timeout(1000)
        page.reload()


@pytest.mark.parametrize("connection", ["there", "lost", "back"])
def test_leaving_quickly_takes_everything_along(new_context, language: str, connection: str):
    hands = Touch(new_context, language)
    page = hands.page
    answer_outside(page.context)
    hands.sign_in(f"away-{language}@example.org")
    open_lesson(hands)
    keep_lesson(hands)
    page.evaluate("localStorage.setItem('answers-x', '{}')")
    page.context.set_offline(connection != "there")
    open_lesson(hands)
    page.context.set_offline(connection == "lost")
    role = "button" if connection == "there" else "link"
    hands.press(page.get_by_role(role, name=hands.say("Leave quickly")).first)
    expect(page).to_have_url(OUTSIDE)
    page.context.set_offline(False)
    page.goto(path_of("kept lessons", language))
    assert traces(page) == NOTHING
    if connection != "lost":
        wait_until_signed_out(page)
    expect(page.locator(".mine")).to_have_count(1 if connection == "lost" else 0)


def answer_without_connection(hands: Touch) -> tuple[str, str]:
    """Begin a quiz, answer its first question offline; return its address and what was chosen."""
    page = hands.page
    open_lesson(hands, "quiz")
    hands.push_quiz()
    expect(page.locator("form.quiz")).to_be_visible()
    page.context.set_offline(True)
    value = page.locator("[type=radio]:not(:checked)").first.get_attribute("value") or ""
    hands.choose(page.locator(f"[type=radio][value='{value}']"))
    expect(page.locator(".quiz__state")).to_have_text(hands.say(WAITS))
    return page.url, value


def reopen(hands: Touch, path: str) -> None:
    """Close the page, find the connection again, and open another page on the same device."""
    context = hands.page.context
    hands.page.close()
    context.set_offline(False)
    hands.page = context.new_page()
    hands.page.goto(path)


def test_answers_wait_while_the_page_is_closed(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in(f"away-{language}@example.org")
    attempt, value = answer_without_connection(hands)
    (kept,) = hands.page.evaluate(ANSWERS)
    assert list(kept["given"].values()) == [[value]]
    reopen(hands, path_of("quiz", language))
    waits = hands.page.locator("[data-answers]")
    expect(waits).to_be_visible()
    hands.press(waits.get_by_role("link"))
    expect(hands.page.locator(".quiz__state")).to_have_text(hands.say("Saved."))
    assert hands.page.evaluate(ANSWERS) == []
    hands.page.goto(attempt)
    expect(hands.page.locator(f"[type=radio][value='{value}']")).to_be_checked()


def test_signing_out_warns_of_answers_that_wait(new_context, language: str):
    hands = Touch(new_context, language)
    hands.sign_in(f"away-{language}@example.org")
    open_lesson(hands)
    keep_lesson(hands)
    answer_without_connection(hands)
    with override(language):
        reopen(hands, reverse("account_logout"))
    page = hands.page
    button = page.locator("main").get_by_role("button", name=hands.say("Sign out"))
    hands.press(button)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate(ANSWERS)
    hands.see("Sign out")
    hands.press(button)
    expect(page.locator(".mine")).to_be_hidden()
    page.goto(path_of("kept lessons", language))
    assert traces(page) == NOTHING


def test_another_person_on_the_same_device_sends_nobody_elses_answers(new_context, language: str):
    hands = Touch(new_context, language)
    context = hands.page.context
    hands.sign_in(f"away-{language}@example.org")
    attempt, value = answer_without_connection(hands)
    context.clear_cookies()  # as when a session has ended
    with override(language):
        reopen(hands, reverse("account_login"))
    hands.sign_in(f"stranger-{language}@example.org")
    sent: list[str] = []
    context.on("request", lambda each: sent.append(each.post_data or ""))
    hands.page.goto(path_of("quiz", language))
    expect(hands.page.locator("[data-answers]")).to_be_hidden()
    hands.push_quiz()
    expect(hands.page.locator("form.quiz")).to_be_visible()
    assert hands.page.url != attempt
    assert hands.page.goto(attempt).status == 404
    assert not any(value in each for each in sent)
    with override(language):
        hands.page.goto(reverse("account_logout"))
    (kept,) = hands.page.evaluate(ANSWERS)
    assert kept["url"] in attempt
    context.clear_cookies()
    with override(language):
        hands.page.goto(reverse("account_login"))
    hands.sign_in(f"away-{language}@example.org")
    hands.page.goto(attempt)
    expect(hands.page.locator(".quiz__state")).to_have_text(hands.say("Saved."))
    assert hands.page.evaluate(ANSWERS) == []
