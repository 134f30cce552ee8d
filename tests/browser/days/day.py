"""A working day at an Albanian desk, from the first page on: every screen is looked at."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.english import english
from tests.browser.hands import PHONE, fits
from tests.browser.words import say, sign_in

# Wagtail names thumbnails as the words beside them, opens its tips outside landmarks, has a map of
# the form that scrolls, and lists the fields of a dialog that are no list.
WAGTAILS = (
    "image-redundant-alt: ",
    "region: #tippy",
    "scrollable-region-focusable: .w-minimap",
    "list: .fields: ",
)


class Day:
    """Follows the links and pushes the buttons that somebody sees, by touch or by a pointer."""

    def __init__(self, page: Page, email: str) -> None:
        """Come to the first page."""
        self.page = page
        self.is_touched = bool(page.evaluate("navigator.maxTouchPoints"))
        sign_in(page, email)
        self.see()

    def see(self) -> None:
        """Look at the screen: in Albanian, no wider than a phone, without barriers of ours."""
        page = self.page
        page.wait_for_load_state()
        faults = [fault for fault in violations(page) if not fault.startswith(WAGTAILS)]
        assert not faults, "\n".join([page.url, *faults])
        self.read()

    def read(self) -> None:
        """Look only whether it is in Albanian and no wider than a phone."""
        page = self.page
        assert not english(page), (page.url, english(page))
        if (wide := page.viewport_size) != PHONE:
            page.set_viewport_size(PHONE)
            assert fits(page)
            page.set_viewport_size(wide)
        assert fits(page)

    def press(self, target: Locator) -> None:
        """Touch or click what stays on the same screen."""
        target.tap() if self.is_touched else target.click()

    def open(self, target: Locator) -> None:
        """Follow a link or push a button that leads to another screen, and look at that."""
        with self.page.expect_navigation():
            self.press(target)
        self.see()

    def link(self, name: str) -> Locator:
        """Return the first link that is called so."""
        return self.page.get_by_role("link", name=name).first

    def button(self, message: str) -> Locator:
        """Return the button that a message names."""
        return self.page.get_by_role("button", name=say(message, "sq"), exact=True).first

    def waiting(self, report: str) -> Locator:
        """Return the line of the first page that leads to a report, if something waits there."""
        return self.page.locator(f".desk-waiting h2:first-of-type + ul a[href*='{report}']")

    def explore(self) -> None:
        """Go from the first page to the tree of pages."""
        self.open(self.page.locator(".desk-waiting a[href='/admin/pages/']"))

    def go_down(self, *titles: str) -> None:
        """Go down the tree of pages."""
        for title in titles:
            self.open(self.link(f"Shfletoni nënfaqet e “{title}”"))

    def go_home(self) -> None:
        """Go back to the first page by the menu."""
        home = self.page.locator("a.sidebar-wagtail-branding")
        if not home.is_visible():
            self.press(self.page.locator(".sidebar-nav-toggle"))
        self.open(home)

    def choose(self, menu: str, entry: str) -> None:
        """Go where an entry of the menu leads."""
        sidebar = self.page.get_by_role("complementary", name=say("Sidebar", "sq"))
        self.press(sidebar.get_by_role("button", name=menu, exact=True))
        self.open(sidebar.get_by_role("link", name=entry, exact=True))

    def done(self) -> None:
        """Read that it was done."""
        expect(self.page.locator(".messages .success").first).to_be_visible()
