"""A reader finds the way in the study, follows notes, meets terms, and says what was missing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from knowledgebase.demo import CONTENT
from tests.browser.addresses import ADDRESSES
from tests.browser.axe import violations
from tests.browser.hands import Keyboard, Pointer, fits, tab_to
from tests.browser.words import say

CHAPTER = ADDRESSES["chapter"]
NEXT_CHAPTER = CONTENT["chapters"]["chapter_following"]
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}  # 400 per cent


def first(page: Page, role: str) -> Locator:
    """Return the first element of the text with a role of DPUB-ARIA."""
    return page.get_by_role("main").locator(f"[role={role}]").first


def test_contents_are_at_hand_on_a_phone(phone: Page, language: str):
    phone.goto(CHAPTER.path(language))
    contents = phone.get_by_role("complementary", name=say("Contents", language))
    here = contents.get_by_role("navigation", name=say("In this chapter", language))
    phone.mouse.wheel(0, 3000)
    expect(here).to_be_hidden()
    contents.locator("summary").tap()
    last = here.get_by_role("link").last
    anchor = last.get_attribute("href")
    last.tap()
    expect(phone).to_have_url(re.compile(f"{re.escape(anchor)}$"))
    expect(phone.locator(anchor)).to_be_in_viewport()
    expect(here).to_be_hidden()


def test_chapters_lead_to_one_another(hands: Pointer, language: str):
    page = hands.page
    page.goto(CHAPTER.path(language))
    onward = page.get_by_role("navigation", name=say("Read on", language))
    hands.press(onward.locator("[rel=next]"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        getattr(NEXT_CHAPTER["title"], language)
    )
    hands.press(onward.locator("[rel=prev]"))
    expect(page).to_have_url(re.compile(f"{CHAPTER.path(language)}$"))


def test_notes_and_references_lead_there_and_back(hands: Pointer, language: str):
    page = hands.page
    page.goto(CHAPTER.path(language))
    for role in ("doc-noteref", "doc-biblioref"):
        mark = first(page, role)
        target = page.locator(mark.get_attribute("href"))
        hands.press(mark)
        expect(target).to_be_in_viewport()
        hands.press(target.locator("[role=doc-backlink]").first)
        expect(mark).to_be_in_viewport()
        expect(page).to_have_url(re.compile(f"#{mark.get_attribute('id')}$"))


def test_term_is_explained_in_its_place(hands: Pointer, language: str):
    page = hands.page
    page.goto(CHAPTER.path(language))
    term = page.get_by_role("main").locator("button[popovertarget]").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    hands.press(term)
    expect(note).to_be_visible()
    if hands.has_scripts:
        assert not violations(page)
    close(hands)
    expect(note).to_be_hidden()
    hands.press(term)
    hands.press(note.get_by_role("link"))
    expect(page).to_have_url(re.compile(rf"{ADDRESSES['glossary'].path(language)}#term-[a-z-]+$"))
    expect(page.locator("article:target")).to_be_in_viewport()


def close(hands: Pointer) -> None:
    """Close an explanation by Escape, which gives the focus back, or by turning elsewhere."""
    if isinstance(hands, Keyboard):
        hands.page.keyboard.press("Escape")
        expect(hands.page.locator("button[popovertarget]:focus")).to_have_count(1)
    else:
        hands.press(hands.page.get_by_role("heading", level=1))


@pytest.mark.parametrize("name", ["glossary", "chapter"])
def test_phones_alone_fold_definitions_and_tables(
    page_without_scripts: Page, page: Page, name: str, language: str
):
    address = ADDRESSES[name].path(language)
    for each, is_folded in ((page_without_scripts, True), (page, False)):
        each.goto(address)
        folded = each.locator(".phone-fold > :not(summary)")
        assert folded.count()
        for part in folded.all():
            expect(part).to_be_visible(visible=not is_folded)
    page_without_scripts.goto(f"{address}#{folded.last.get_attribute('id')}")
    expect(page_without_scripts.locator(":target")).to_be_in_viewport()
    page_without_scripts.emulate_media(media="print")
    for part in page_without_scripts.locator(".phone-fold > :not(summary)").all():
        expect(part).to_be_visible()


def test_address_of_a_heading_is_copied(page: Page, language: str):
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.goto(CHAPTER.path(language))
    words = say("Link to this part: %(title)s", language) % {"title": ""}
    link = page.get_by_role("main").get_by_role("link", name=words).last
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(link.get_attribute('href'))}$"))
    expect(page.get_by_text(say("The address is copied.", language))).to_be_visible()
    assert page.evaluate("window.copied") == page.url


def test_chapter_reads_at_four_times_its_size(
    new_context: Callable[..., BrowserContext], language: str
):
    page = new_context(**ZOOMED).new_page()
    page.goto(CHAPTER.path(language))
    term = page.get_by_role("main").locator("button[popovertarget]").first
    term.click()
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(note.get_by_role("link")).to_be_in_viewport()
    page.keyboard.press("Escape")
    contents = page.get_by_role("complementary", name=say("Contents", language))
    contents.locator("summary").click()
    expect(contents.get_by_role("link").first).to_be_in_viewport()
    assert fits(page)


def test_feedback_is_checked_kept_and_thanked_for(hands: Pointer, language: str):
    page = hands.page
    page.goto(CHAPTER.path(language))
    form = page.get_by_role("main").locator("form[method=post]")
    no = form.get_by_role("radio", name=say("No", language), exact=True)
    sentence = form.get_by_role("textbox")
    send = form.get_by_role("button", name=say("Send", language))
    hands.choose(no)
    hands.write(sentence, "Më shkruani te dikush@example.org")
    hands.press(send)
    hands.look_at(say("Was this page useful?", language))
    refusal = say("Please leave out telephone numbers, e-mail and web addresses.", language)
    expect(page.get_by_role("alert").get_by_role("link", name=refusal)).to_be_visible()
    expect(sentence).to_have_value("Më shkruani te dikush@example.org")
    expect(no).to_be_checked()
    hands.write(sentence, "Mungon një shembull.")
    hands.press(send)
    hands.look_at(say("Thank you for your answer", language))
    hands.press(page.get_by_role("main").get_by_role("link").last)
    expect(page).to_have_url(re.compile(f"{CHAPTER.path(language)}$"))
    assert page.context.cookies() == []
