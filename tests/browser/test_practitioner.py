"""A practitioner finds models for housing, compares, sees what is missing here, prints, cites."""

import re
from io import BytesIO

from playwright.sync_api import Locator, Response, expect
from pypdf import PdfReader

from knowledgebase.demo import CONTENT
from tests.browser.addresses import ADDRESSES
from tests.browser.hands import Pointer
from tests.browser.words import say

# What a small municipality can afford: no model for housing besides these two is offered to it.
WISHES = [("need", "housing"), ("cost", "low"), ("cost", "unrated"), ("size", "small")]
FOUND = ["model_case_plan", "model_aid_case_management"]
ANSWERS = ["no", "yes", "partly"]  # to the first conditions; the others are left open
LOOKS = 90  # one a second; the worker may still be starting


def test_practitioner_finds_compares_prints_and_cites(hands: Pointer, language: str):
    titles = [getattr(CONTENT["models"][key]["title"], language) for key in FOUND]
    go_to_the_models(hands)
    filter_them(hands)
    compare_both(hands, titles)
    open_model(hands, titles[0])
    missing = answer_the_conditions(hands)
    hands.look_at(titles[0])
    print_page(hands, titles[0], missing)
    cite(hands, titles[0])
    get_pdf(hands, titles[0])
    assert hands.page.context.cookies() == []


def go_to_the_models(hands: Pointer) -> None:
    """Come in by the front page and the main menu."""
    page, language = hands.page, hands.language
    page.goto(ADDRESSES["front page"].path(language))
    menu = page.get_by_role("navigation", name=say("Main menu", language))
    if not menu.is_visible():
        hands.press(page.get_by_role("button", name=say("Menu", language), exact=True))
    link = page.locator(f"a[href='{ADDRESSES['knowledge base'].path(language)}']")
    submenu = menu.locator("details", has=link)
    hands.press(submenu.locator("summary"))
    hands.press(submenu.locator(link))
    hands.look_at(getattr(CONTENT["sections"]["knowledge_base"]["title"], language))
    models = ADDRESSES["model list"].path(language)
    hands.press(page.get_by_role("main").locator(f"a[href='{models}']").first)
    hands.look_at(getattr(CONTENT["sections"]["models"]["title"], language))


def filter_them(hands: Pointer) -> None:
    """Ask for housing, a small municipality, and a cost that is low or not yet rated."""
    form = hands.page.get_by_role("form", name=say("Filter the models", hands.language))
    hands.unfold(form)
    for name, value in WISHES:
        hands.choose(form.locator(f"input[name='{name}'][value='{value}']"))
    hands.press(form.get_by_role("button", name=say("Show", hands.language)))
    for name, value in WISHES:
        expect(hands.page).to_have_url(re.compile(rf"[?&]{name}={value}(&|$)"))


def compare_both(hands: Pointer, titles: list[str]) -> None:
    """Tick the two models that are left, and see them side by side."""
    expect(hands.page.get_by_role("main").get_by_role("status").first).to_have_text(
        re.compile("^2 ")
    )
    form = hands.page.get_by_role("form", name=say("Choose models to compare", hands.language))
    for box in form.get_by_role("checkbox").all():
        hands.choose(box)
    hands.press(form.get_by_role("button", name=say("Compare the chosen", hands.language)))
    hands.look_at(say("Models side by side", hands.language))
    for title in titles:
        expect(hands.page.get_by_role("columnheader", name=title)).to_be_visible()


def open_model(hands: Pointer, title: str) -> None:
    """Follow the link at the head of a column."""
    hands.press(hands.page.get_by_role("columnheader").get_by_role("link", name=title))
    hands.look_at(title)


def answer_the_conditions(hands: Pointer) -> str:
    """Answer some conditions; return the question of the one that is missing."""
    title = say("Could it work in your municipality?", hands.language)
    hands.press(hands.page.locator("summary", has_text=title))
    form = hands.page.get_by_role(
        "form", name=say("Conditions in your municipality", hands.language)
    )
    conditions = form.get_by_role("group").all()[: len(ANSWERS)]
    question = conditions[0].locator("legend").inner_text().splitlines()[0]
    for condition, answer in zip(conditions, ANSWERS, strict=True):
        hands.choose(condition.locator(f"input[value='{answer}']"))
    hands.press(form.get_by_role("button", name=say("Show what is missing here", hands.language)))
    for answer in ANSWERS:
        expect(hands.page).to_have_url(re.compile(rf"[?&]c-[0-9a-f]+={answer}\b"))
    expect(part_of_result(hands, "Missing")).to_contain_text(question)
    expect(part_of_result(hands, "In place")).to_be_visible()
    return question


def part_of_result(hands: Pointer, heading: str) -> Locator:
    """Return the part of the picture that stands below a heading."""
    result = hands.page.get_by_role("group", name=say("What the answers show", hands.language))
    name = re.compile(f"^{say(heading, hands.language)}: ")
    return result.locator("section").filter(has=hands.page.get_by_role("heading", name=name))


def print_page(hands: Pointer, title: str, missing: str) -> None:
    """Put the page with the answers on paper."""
    page = hands.page
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name=say("Main menu", hands.language))).to_be_hidden()
    words = text_of(page.pdf(format="A4"))
    assert title in words
    assert missing in words
    page.emulate_media(media="screen")


def cite(hands: Pointer, title: str) -> None:
    """Copy the citation where scripts run, and take the file for a reference manager."""
    hands.press(hands.page.get_by_role("link", name=say("Cite", hands.language), exact=True))
    section = hands.page.get_by_role("region", name=say("How to cite this page", hands.language))
    expect(section.get_by_text(title).first).to_be_visible()
    copy = section.get_by_role("button")
    expect(copy).to_have_count(3 if hands.has_scripts else 0)
    if hands.has_scripts:
        hands.press(copy.first)
        expect(copy.first).to_have_text(say("Copied", hands.language))
    with hands.page.expect_download() as download:
        hands.press(section.get_by_role("link", name="BibTeX"))
    assert title in download.value.path().read_text()
    assert download.value.suggested_filename.endswith(".bib")


def get_pdf(hands: Pointer, title: str) -> None:
    """Ask for the PDF and wait on the page that says how far it is."""
    page = hands.page
    given: list[str] = []
    page.on("response", lambda response: given.append(response.url) if is_pdf(response) else None)
    main = page.get_by_role("main")
    hands.press(main.get_by_role("link", name=say("Download as PDF", hands.language)))
    look_now = main.get_by_role("link", name=say("Look now", hands.language))
    for _ in range(LOOKS):
        if given:
            break
        page.wait_for_timeout(1000)
        # A browser that is told to run no scripts does not look again by itself either.
        if not hands.has_scripts and look_now.is_visible():
            hands.press(look_now)
    # The browser keeps no body of what it saves or shows by itself.
    assert title in text_of(page.request.get(given[0]).body())


def is_pdf(response: Response) -> bool:
    """Whether it is no longer the page that says how far the PDF is."""
    return response.headers.get("content-type") == "application/pdf"


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF, one blank between each two."""
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
