"""What stands around every page: rows that do not wrap, bars that hide nothing, a short foot."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import ADDRESSES
from tests.browser.hands import PHONE, fits
from tests.browser.words import say, sign_in

WIDTHS = (1200, 1280, 1366, 1440, 1536, 1920, 2560)
LOW = {"width": 320, "height": 256}  # 1280 by 1024 px at 400 per cent
FOOTER_LIMIT = 700  # px on a phone
# By line of the header, the tops of what stands in it; and labels that take more than one line.
ROWS = """() => {
    const box = (element) => element.getBoundingClientRect();
    const all = (selector) => [...document.querySelectorAll(selector)]
        .filter((element) => element.getClientRects().length);
    const middles = (selector) => all(selector)
        .map((element) => Math.round((box(element).top + box(element).bottom) / 2));
    const ends = all(".site-header :is(a, button, summary, input)").map((one) => box(one).right);
    return {
        bar: middles(".brand, .languages a, .mine, .menu .search, .leave"),
        menu: middles(".menu__list > li"),
        labels: all(".leave__control, .leave__hint, .menu__link, .brand__name, .mine__text")
            .map((element) => {
                const texts = [...element.childNodes].filter((node) => node.data?.trim());
                const lines = texts.flatMap((text) => {
                    const range = document.createRange();
                    range.selectNodeContents(text);
                    return [...range.getClientRects()].map((line) => Math.round(line.bottom));
                });
                return new Set(lines).size;
            }),
        end: Math.max(...ends),
    };
}"""
COVERED = """() => [...document.querySelectorAll("*")].filter((element) => {
    const {position, display} = getComputedStyle(element);
    const {width, height} = element.getBoundingClientRect();
    return ["fixed", "sticky"].includes(position) && display !== "none"
        && width * height && (position === "fixed" || element.matches(
            ".site-header, .page__aside, .compare__bar, .filters__apply"));
}).reduce((sum, element) => {
    const {top, bottom, left, right} = element.getBoundingClientRect();
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return sum + Math.max(0, height) * (right - left);
}, 0) / (innerWidth * innerHeight)"""
HIDDEN_TARGETS = """() => [...document.querySelectorAll("main [id]")]
    .filter((element) => element.checkVisibility() && element.getClientRects().length
        && !element.closest("svg, [popover]"))
    .filter((element) => {
        scrollTo(0, 0);
        element.scrollIntoView();
        const {top} = element.getBoundingClientRect();
        const stuck = ".site-header, .page__body--chapter > .page__aside";
        const bars = [...document.querySelectorAll(stuck)]
            .filter((bar) => getComputedStyle(bar).position === "sticky" && !bar.contains(element))
            .map((bar) => bar.getBoundingClientRect())
            .filter((bar) => bar.width > innerWidth / 2);
        return bars.some((bar) => top < bar.bottom - 1);
    }).map((element) => element.id)"""
COMMA_ALONE = """(paragraph) => {
    const words = paragraph.querySelector(".explained").getClientRects();
    const range = document.createRange();
    const after = paragraph.lastChild;
    range.setStart(after, 0);
    range.setEnd(after, 1);
    return range.getBoundingClientRect().top >= [...words].at(-1).bottom - 3;
}"""


@pytest.mark.parametrize("email", ["", "editor@example.org"], ids=["visitor", "signed in"])
def test_no_row_of_the_header_wraps(page: Page, language: str, email: str):
    if email:
        sign_in(page, email)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(ADDRESSES["projects"].path(language), wait_until="networkidle")
        rows = page.evaluate(ROWS)
        bar, menu = rows["bar"], rows["menu"]
        is_calm = max(bar) - min(bar) <= 4 and len(set(menu)) == 1 and set(rows["labels"]) == {1}
        if not is_calm or not bar or rows["end"] > width or not fits(page):
            found[width] = rows
    assert not found


def test_foot_of_a_page_is_short_on_a_phone(phone: Page, language: str):
    for name in ("projects", "iris", "404"):
        phone.goto(ADDRESSES[name].path(language))
        footer = phone.get_by_role("contentinfo")
        assert footer.bounding_box()["height"] <= FOOTER_LIMIT, name
        for link in footer.get_by_role("link").all():
            assert link.is_visible()
            assert link.bounding_box()["height"] >= 24


@pytest.mark.parametrize("size", [(1280, 800), (360, 740), (1024, 700), LOW.values()], ids=str)
def test_no_target_within_a_page_hides_behind_a_bar(page: Page, size):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    for name in ("model", "chapter", "glossary", "help"):
        page.goto(ADDRESSES[name].path("sq"), wait_until="networkidle")
        assert not page.evaluate(HIDDEN_TARGETS), name


@pytest.mark.parametrize("name", ["chapter", "model list", "projects", "iris"])
def test_low_screen_is_not_covered_by_bars(page: Page, name: str):
    page.set_viewport_size(LOW)
    page.goto(ADDRESSES[name].path("sq"))
    for box in page.locator(".compare input[type=checkbox]").all()[:1]:
        box.check()
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    assert page.evaluate(COVERED) < 0.15
    leave = page.get_by_role("link", name=say("Leave quickly", "sq"))
    expect(leave).to_be_in_viewport(ratio=1)


def test_way_out_is_the_second_stop(page: Page, language: str, viewport):
    page.set_viewport_size(viewport)
    page.goto(ADDRESSES["help"].path(language))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=say("Leave quickly", language))).to_be_focused()


def test_no_line_begins_with_the_comma_after_an_explained_word(page: Page):
    page.goto(ADDRESSES["chapter"].path("sq"))
    word = page.locator(".explained").first
    paragraph = page.evaluate_handle(
        """(word) => {
            const paragraph = document.createElement("p");
            paragraph.append("Kjo është një fjali me ", word, ", dhe më tej.");
            document.querySelector(".prose").append(paragraph);
            return paragraph;
        }""",
        word.element_handle(),
    ).as_element()
    begun = []
    for width in range(160, 420):  # wider than the word alone, which would be broken itself
        paragraph.evaluate("(one, width) => { one.style.inlineSize = `${width}px`; }", width)
        if paragraph.evaluate(COMMA_ALONE):
            begun.append(width)
    assert not begun
    assert word.evaluate("one => getComputedStyle(one).display") == "inline"


def test_an_explained_word_closes_its_note_when_it_is_pressed_again(phone: Page):
    phone.goto(ADDRESSES["chapter"].path("sq"))
    word = phone.locator(".explained").first
    note = phone.locator(f"#{word.locator('button').get_attribute('popovertarget')}")
    word.scroll_into_view_if_needed()
    line = word.bounding_box()
    at = (line["x"] + line["width"] - 4, line["y"] + 8)
    phone.touchscreen.tap(*at)
    expect(note).to_be_visible()
    phone.touchscreen.tap(*at)
    expect(note).to_be_hidden()


def test_comparing_nothing_says_what_to_do_and_loses_nothing(hands, language: str):
    page = hands.page
    page.goto(ADDRESSES["model list, filtered"].path(language))
    form = page.get_by_role("form", name=hands.say("Choose models to compare"))
    hands.press(form.get_by_role("button", name=hands.say("Compare the chosen")))
    said = form.get_by_role("alert")
    expect(said).to_contain_text(hands.say("You have not chosen any models yet."))
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport(ratio=1)
    for name, value in (("need", "housing"), ("size", "small")):
        box = page.locator(f".filters input[name={name}][value={value}]")
        expect(box).to_be_checked()
    expect(page.locator(".filters select[name=sort]")).to_have_value("cost")


def test_filters_are_applied_from_wherever_one_ticks(
    new_context: Callable[..., BrowserContext], language: str
):
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(ADDRESSES["model list"].path(language))
    form = page.get_by_role("form", name=say("Filter the models", language))
    form.locator("summary").first.click()
    show = form.get_by_role("button", name=say("Show", language))
    boxes = form.get_by_role("checkbox").all()
    boxes[0].check()
    for box in boxes:
        box.scroll_into_view_if_needed()
        expect(show).to_be_in_viewport(ratio=1)
