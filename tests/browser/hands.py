"""The ways in which people work a page: by the keyboard alone, by touch, by a pointer."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, ElementHandle, Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.words import PASSWORD, say
from tests.portal.people import address

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}  # 1280 px at 400 per cent

# The outline may stand around the control's own box instead, where that is the larger target.
IS_OUTLINED = """element => {
    const boxes = [element, element.parentElement, element.closest(".leave")];
    return boxes.filter(Boolean).some((box) => {
        const {outlineStyle, outlineWidth} = getComputedStyle(box);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
}"""
STOP = f"""target => {{
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    return {{
        isOutlined: ({IS_OUTLINED})(focused),
        isTarget: focused === target,
        isGone: Boolean(target) && !target.isConnected,
        html: focused.outerHTML,
    }};
}}"""
# Chromium goes to an address's fragment in a frame of its own, and takes the focus away with it.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def fits(page: Page) -> bool:
    """Return whether nothing on the page is wider than the screen."""
    page.wait_for_load_state()  # with its styles
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def stop_at(page: Page, target: ElementHandle | None = None) -> dict[str, Any] | None:
    """Return what has the focus, as HTML, and whether that shows; None if nothing has it.

    Of `target` it is said whether that is it, in one question to the browser for all.
    """
    return page.evaluate(STOP, target)


def tab_to(page: Page, target: Locator, limit: int = 150) -> None:
    """Press Tab until `target` has the focus; each stop on the way shows that it has it."""
    target.wait_for(state="attached")
    page.wait_for_load_state()
    page.evaluate(TWO_FRAMES)
    element = target.element_handle()
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = stop_at(page, element)
        if not stop:
            continue
        assert stop["isOutlined"], stop["html"]
        if stop["isTarget"]:
            return
        if stop["isGone"]:
            element = target.element_handle()
    raise AssertionError(f"{limit} times Tab do not lead to {target}")


class Pointer:
    """Works a page by a mouse, with scripts switched off."""

    options = {"viewport": PHONE, "java_script_enabled": False}
    has_scripts = False

    def __init__(self, new_context: Callable[..., BrowserContext], language: str) -> None:
        self.page: Page = new_context(**self.options).new_page()
        self.language = language
        self.name = f"{language}-{type(self).__name__.lower()}"  # which accounts of its own have

    def say(self, message: str, **about: str) -> str:
        """Return an English message of ours as the visitor reads it."""
        said = say(message, self.language)
        return said % about if about else said

    def press(self, target: Locator) -> None:
        """Follow a link, push a button, open what is folded."""
        target.click()

    def choose(self, target: Locator) -> None:
        """Tick a box or choose one of several answers."""
        target.check()

    def write(self, target: Locator, text: str) -> None:
        """Replace what stands in a field."""
        target.fill(text)

    def unfold(self, form: Locator) -> None:
        """Open a form of filters where the screen is too narrow to show it open."""
        self.page.wait_for_load_state()  # of a page half read, no box is visible yet
        if not form.get_by_role("checkbox").first.is_visible():
            self.press(form.locator("summary").first)

    def follow(self, link: str, *, exact: bool = False) -> None:
        """Follow the link that this message of ours names."""
        self.press(self.page.get_by_role("link", name=self.say(link), exact=exact))

    def push(self, button: str, *, exact: bool = False) -> None:
        """Push the button that this message of ours names."""
        self.press(self.page.get_by_role("button", name=self.say(button), exact=exact))

    def push_quiz(self) -> None:
        """Push the button of a quiz, whatever the person did at it so far."""
        words = map(self.say, ("Begin", "Go on", "Try again"))
        name = re.compile(f"^({'|'.join(words)})$")
        self.press(self.page.get_by_role("button", name=name))

    def see(self, title: str) -> None:
        """Look at the page that this message of ours is the title of."""
        self.look_at(self.say(title))

    def sign_in(self, email: str) -> None:
        """Sign in and come to one's own page."""
        self.give_password(email)
        self.see("My page")

    def give_password(self, email: str) -> None:
        """Fill in the form to sign in, whatever comes of it."""
        self.page.goto(address("account_login", self.language))
        self.page.locator("[name=login]").fill(email)
        self.page.locator("[name=password]").fill(PASSWORD)
        self.page.locator("main button[type=submit]").first.click()

    def look_at(self, title: str) -> None:
        """See the page with this title, in the visitor's language."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        self.page.wait_for_load_state()  # with its styles, which say what stands in which line


class Touch(Pointer):
    """Works a phone by touch."""

    options = {"viewport": PHONE, "has_touch": True}
    has_scripts = True

    def look_at(self, title: str) -> None:
        """See the page without barriers too; each address is looked at in every language elsewhere.

        Once a journey, for the engine takes five times as long as the page.
        """
        super().look_at(title)
        if self.language == "sq":
            assert not violations(self.page)

    def press(self, target: Locator) -> None:
        target.tap()

    def choose(self, target: Locator) -> None:
        target.tap()
        expect(target).to_be_checked()


class Keyboard(Pointer):
    """Works a desktop by Tab, Enter, Space and arrows."""

    options = {"viewport": DESKTOP}
    has_scripts = True

    def press(self, target: Locator) -> None:
        tab_to(self.page, target)
        target.press("Enter")  # and wait, as a tap does, for the page that answers

    def choose(self, target: Locator) -> None:
        if target.get_attribute("type") == "radio":
            self.choose_by_arrows(target)
        else:
            tab_to(self.page, target)
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def write(self, target: Locator, text: str) -> None:
        tab_to(self.page, target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose_by_arrows(self, target: Locator) -> None:
        """Tab to a group of answers, of which the first takes the focus, and go down in it."""
        name = target.get_attribute("name")
        group = self.page.locator(f"input[name='{name}']")
        tab_to(self.page, group.first)
        self.page.keyboard.press("Space")
        while not target.is_checked():
            self.page.keyboard.press("ArrowDown")


HANDS = {"keyboard": Keyboard, "phone": Touch, "no scripts": Pointer}
