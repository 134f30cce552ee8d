"""Searching: a word as people type it, narrowing, a mistyped word, many results of one kind."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.content import DIARIES, DIARY
from tests.browser.hands import PHONE, Pointer
from tests.browser.words import say

# Inflected and without diacritics, and where its first result leads.
TYPED = {"sq": "bashkise vlore", "en": "municipalities vlora"}
COMMON = {"sq": "dhune", "en": "violence"}
MISTYPED = {"sq": ("strehimm", "strehim"), "en": ("housingg", "housing")}


@pytest.fixture
def results(hands: Pointer) -> Locator:
    return hands.page.locator("ol.search-results > li")


def type_into_the_header(hands: Pointer, text: str) -> None:
    """Search from the front page, by the form that stands above every page."""
    page, language = hands.page, hands.language
    page.goto(ADDRESSES["front page"].path(language))
    form = page.locator("header").get_by_role("search")
    if not form.is_visible():
        hands.press(page.get_by_role("button", name=say("Menu", language), exact=True))
    hands.write(form.get_by_role("searchbox").or_(form.get_by_role("combobox")), text)
    hands.press(form.get_by_role("button", name=say("Search", language)))
    hands.look_at(say("Search", language))


def expect_total(hands: Pointer, total: str) -> None:
    """See how many results there are; `total` is a pattern."""
    expect(status(hands)).to_have_text(re.compile(rf"^{total} "))


def status(hands: Pointer) -> Locator:
    """Return what says how much was found."""
    return hands.page.get_by_role("main").get_by_role("status")


def filters(hands: Pointer) -> Locator:
    """Return the form of filters, opened."""
    form = hands.page.get_by_role("form", name=say("Filter the results", hands.language))
    hands.unfold(form)
    return form


def test_a_word_as_people_type_it_leads_to_the_page(
    hands: Pointer, results: Locator, language: str
):
    type_into_the_header(hands, TYPED[language])
    expect(results.first.locator("mark").first).to_be_visible()
    hands.press(results.first.get_by_role("link"))
    expect(hands.page).to_have_url(re.compile(ADDRESSES["municipality"].path(language) + "$"))
    assert hands.page.context.cookies() == []


def test_results_are_narrowed_step_by_step_and_widened_again(
    hands: Pointer, results: Locator, language: str
):
    type_into_the_header(hands, COMMON[language])
    if hands.options["viewport"] == PHONE:
        kinds = hands.page.get_by_role("navigation", name=say("Kind", language))
        hands.press(kinds.get_by_role("link").first)
    else:
        form = filters(hands)
        hands.choose(form.locator("input[name=kind]").first)
        hands.press(form.get_by_role("button", name=say("Show", language)))
    expect(hands.page).to_have_url(re.compile("[?&]kind=[a-z]+"))
    expect(results.last).to_be_visible()
    form = filters(hands)
    box = form.locator("input[name=language]").first
    count = box.locator("xpath=..").locator(".choice__count").inner_text()
    hands.choose(box)
    hands.press(form.get_by_role("button", name=say("Show", language)))
    expect_total(hands, count)
    expect(results).to_have_count(int(count))
    hands.look_at(say("Search", language))
    chosen = hands.page.get_by_role("list", name=say("Chosen filters", language))
    hands.press(chosen.get_by_role("link", name=say("Remove all", language)))
    expect(hands.page).to_have_url(re.compile(r"\?q=[a-z]+(&sort=relevance)?$"))


def test_a_mistyped_word_is_put_right_and_can_be_insisted_on(
    hands: Pointer, results: Locator, language: str
):
    typed, meant = MISTYPED[language]
    type_into_the_header(hands, typed)
    main = hands.page.get_by_role("main")
    expect(status(hands)).to_contain_text(meant)
    expect(results.first).to_be_visible()
    hands.press(main.locator("a[href$='exact=1']"))
    expect_total(hands, "0")
    hands.look_at(say("Search", language))
    expect(main.get_by_role("heading", name=say("Nothing found", language))).to_be_visible()
    hands.press(main.get_by_role("link", name=say("Look for other spellings too", language)))
    expect(results.first).to_be_visible()


def test_many_results_of_one_kind_leave_room_for_others(
    hands: Pointer, results: Locator, language: str
):
    hands.page.goto(ADDRESSES["search, by kind"].path(language))
    expect_total(hands, str(DIARIES + 1))
    main = hands.page.get_by_role("main")
    expect(main.get_by_role("region", name=say("Chapters", language))).to_be_visible()
    pages = main.get_by_role("region", name=say("Pages", language))
    hands.press(pages.get_by_role("link", name=re.compile(rf"\b{DIARIES}\b")).last)
    expect_total(hands, str(DIARIES))
    hands.press(main.get_by_role("link", name=say("Next", language)))
    expect(hands.page).to_have_url(re.compile(rf"q={DIARY}&kind=page&page=2$"))
    expect(results).to_have_count(1)
    hands.look_at(say("Search", language))
