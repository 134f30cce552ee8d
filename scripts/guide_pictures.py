"""Takes the pictures of the editors' guide from a portal of its own, in both admin languages.

The folder of a portal that `python -m tests.browser.site` built may be given; else one is built.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from pictures import ARGUMENTS
from PIL import Image
from playwright.sync_api import Browser, Page, Response, sync_playwright
from prepare import ROOT, SetupError, guarded

sys.path.append(str(ROOT))

from portal.guide.chapters import CHAPTERS, inline, tokens_of
from tests.browser.site import built_once, served
from tests.browser.words import sign_in

FOLDER = ROOT / "static" / "guide"
LANGUAGES = ("sq", "en")
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
WINDOW = {"width": 1280, "height": 900}
SIDEBAR = 200  # pixels of the window's left side
MOST = 60_000  # bytes of a picture
QUALITIES = (85, 70, 55, 40)
SETTLES_WITHIN = 700  # milliseconds in which menus and panels open

NEW_NUMBER = {"sq": "Telefononi 0800 222.", "en": "Call 0800 222."}
TRANSLATED = "/sq/rreth-nesh/linja-e-zyres/"
PROJECT = "/sq/projekte/iris-progress/"
NEWS = "/sq/njoftime/takim-i-hapur-ne-vlore/"
MEETING = "Takim i hapur në Vlorë: çfarë ofrojnë shërbimet dhe çfarë mungon."
COMMENT = "Edhe ky koment"
TOGETHER = {"sq": "Takimi në Vlorë", "en": "The meeting in Vlora"}
PICTURE = "Kopertinë: rombe"
CONSENT = {  # name of the picture, scope, place of the paper
    "sq": ("Takim në Vlorë", "faqja dhe broshura", "Zyra, dosja 3"),
    "en": ("A meeting in Vlora", "site and leaflet", "Office, folder 3"),
}
CONSENT_ENDS_IN = timedelta(days=20)


class Camera:
    """Takes pictures of what people of the desk see in a language, and remembers their names."""

    def __init__(self, browser: Browser, address: str, language: str) -> None:
        self.browser, self.address, self.language = browser, address, language
        self.taken: set[str] = set()

    def person(self, email: str) -> Page:
        """Sign somebody in who uses the admin in the language."""
        context = self.browser.new_context(
            base_url=self.address, viewport=WINDOW, reduced_motion="reduce"
        )
        page = context.new_page()
        sign_in(page, email)
        page.goto("/admin/account/")
        page.locator("select[name$=preferred_language]").select_option(self.language)
        page.locator("main button[type=submit]").last.click()
        page.wait_for_load_state("networkidle")
        return page

    def take(self, page: Page, name: str, height: int, *, top: int = 0, left: int = 0) -> None:
        """Save a part of the window; sizes in its pixels."""
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SETTLES_WITHIN)
        clip = {"x": left, "y": top, "width": WINDOW["width"] - left, "height": height}
        image = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB")
        path = FOLDER / self.language / f"{name}.webp"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(next(filter(fits, (webp(image, each) for each in QUALITIES)), b""))
        if not path.stat().st_size:
            raise SetupError(f"{name} is bigger than {MOST} bytes: show less of the page")
        self.taken.add(name)
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB", flush=True)


def webp(image: Image.Image, quality: int) -> bytes:
    """Return a picture as a WebP file."""
    file = BytesIO()
    image.save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()


def fits(file: bytes) -> bool:
    """Whether a picture is small enough for a slow line."""
    return len(file) <= MOST


def show(page: Page, path: str) -> None:
    """Open an address of the admin."""
    response = page.goto(path, wait_until="networkidle")
    if not response or not response.ok:
        raise SetupError(f"{path} cannot be shown")


def edit(page: Page, path: str) -> None:
    """Go from a public page to its form."""
    page.goto(path)
    show(page, page.locator("a[href$='/edit/']").first.evaluate("link => link.href"))


def is_saving(response: Response) -> bool:
    """Whether it answers a form of a page that was sent."""
    return response.request.method == "POST" and response.url.endswith("/edit/")


def open_picture(page: Page, title: str) -> None:
    """Open the form of a picture."""
    show(page, "/admin/images/")
    show(page, page.locator("main a", has_text=title).first.evaluate("link => link.href"))


def save(page: Page) -> None:
    """Save the form of a picture."""
    page.locator("main form footer button[type=submit]").first.click()
    page.locator(".messages .success").wait_for()


def open_panel(page: Page, name: str) -> None:
    """Open a panel beside a page's form."""
    page.locator(f"[data-side-panel-toggle={name}]").first.click()


def editors_day(camera: Camera) -> None:
    """An editor looks around, and writes."""
    page = camera.person("editor@example.org")
    show(page, "/admin/account/")
    camera.take(page, "language", 370, left=SIDEBAR)
    show(page, "/admin/")
    camera.take(page, "first-page", 640)
    edit(page, PROJECT)
    camera.take(page, "page-form", 620, left=SIDEBAR)
    edit(page, TRANSLATED)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    camera.take(page, "send-draft", 160, top=740, left=SIDEBAR)
    edit(page, TRANSLATED)
    open_panel(page, "preview")
    page.wait_for_timeout(3 * SETTLES_WITHIN)
    camera.take(page, "preview", 620, left=SIDEBAR)
    show(page, "/admin/images/add/")
    camera.take(page, "image-form", 700, left=SIDEBAR)


def moderators_morning(camera: Camera) -> None:
    """A moderator publishes a telephone number, and looks at comments."""
    page = camera.person("moderator@example.org")
    edit(page, TRANSLATED)
    page.locator("textarea[name=summary]").fill(NEW_NUMBER["sq"])
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    camera.take(page, "publish", 220, top=680, left=SIDEBAR)
    page.locator("button[name=action-publish]").click()
    page.wait_for_url("**/question/")
    camera.take(page, "question", 620, left=SIDEBAR)
    page.locator("main form button[type=submit]").click()
    open_panel(page, "status")
    camera.take(page, "status", 620, left=SIDEBAR)
    show(page, "/admin/reports/reader-comments/")
    camera.take(page, "comments", 480, left=SIDEBAR)
    page.get_by_role("link", name=COMMENT).first.click()
    camera.take(page, "comment", 785, left=SIDEBAR)


def translators_day(camera: Camera) -> None:
    """A translator renews what changed, and hands it over."""
    page = camera.person("translator@example.org")
    show(page, "/admin/")
    camera.take(page, "first-page-translator", 600)
    show(page, "/admin/reports/translation-states/")
    camera.take(page, "translation-states", 520, left=SIDEBAR)
    page.locator("td.title a").first.click()
    camera.take(page, "renew", 560, left=SIDEBAR)
    page.locator("textarea").first.fill(NEW_NUMBER["en"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/review/")
    camera.take(page, "hand-over", 740, left=SIDEBAR)
    page.locator("button[value=hand_over]").click()
    page.wait_for_load_state("networkidle")


def moderators_afternoon(camera: Camera) -> None:
    """A moderator reads the translation that was handed over."""
    page = camera.person("moderator@example.org")
    show(page, "/admin/")
    camera.take(page, "first-page-moderator", 760)
    show(page, "/admin/reports/translation-reviews/")
    camera.take(page, "reviews", 260, left=SIDEBAR)
    page.locator("td.title a").first.click()
    camera.take(page, "approve", 690, left=SIDEBAR)


def what_people_agreed_to(camera: Camera) -> None:
    """A moderator notes a consent, and sees when it ends."""
    page = camera.person("moderator@example.org")
    name, scope, paper = CONSENT[camera.language]
    open_picture(page, PICTURE)
    page.locator("[name=title]").fill(name)
    save(page)
    open_picture(page, name)
    page.locator("[name=people_shown][value=shown]").check()
    page.locator("[name=consent_scope]").fill(scope)
    page.locator("[name=consent_until]").fill(f"{date.today() + CONSENT_ENDS_IN:%d.%m.%Y}")
    page.locator("[name=consent_paper]").fill(paper)
    page.locator("[name=consent_scope]").click()  # closes the calendar
    page.locator("[name=people_shown]").first.evaluate(
        "e => e.closest('.w-field__wrapper').scrollIntoView()"
    )
    camera.take(page, "consent", 700, left=SIDEBAR)
    save(page)
    show(page, "/admin/reports/consents/")
    camera.take(page, "consents", 190, left=SIDEBAR)


def put_together(camera: Camera) -> None:
    """An editor puts a page and its translation together, a moderator sees when they go live."""
    page = camera.person("editor@example.org")
    edit(page, NEWS)
    number = page.url.split("/")[-3]
    page.locator("textarea[name=summary]").fill(MEETING)
    with page.expect_response(is_saving):
        page.locator("footer button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    show(page, f"/admin/bundles/add/home/newspage/{number}/")
    page.locator("input[name=title]").fill(TOGETHER[camera.language])
    page.locator("input[name=languages]").check()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/bundles/*/")
    show(page, page.url)
    camera.take(page, "bundle", 710, left=SIDEBAR)
    page.locator(".bundle-card form button").last.click()
    page.wait_for_load_state("networkidle")
    page = camera.person("moderator@example.org")
    show(page, "/admin/reports/bundles/")
    page.locator(".bundle-card__title a").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("main a[href$='/publish/']").click()
    camera.take(page, "bundle-publish", 680, left=SIDEBAR)


DAY: tuple[Callable[[Camera], None], ...] = (
    editors_day,
    moderators_morning,
    translators_day,
    moderators_afternoon,
    what_people_agreed_to,
    put_together,
)


def named(language: str) -> set[str]:
    """Return the names of the pictures that the texts in a language show."""
    tokens = [token for chapter in CHAPTERS for token in inline(tokens_of(language, chapter))]
    sources = [str(token.attrs["src"]) for token in tokens if token.type == "image"]
    return {source.removeprefix("picture:") for source in sources}


def compare(camera: Camera) -> None:
    """Fail where the texts show a picture that is not taken, or do not show one that is."""
    if wrong := named(camera.language) ^ camera.taken:
        raise SetupError(f"{camera.language}: not both taken and shown: {', '.join(sorted(wrong))}")


def take_all(browser: Browser, built: Path, language: str) -> None:
    """Live through a day at the desk, on a portal of its own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(built, Path(folder) / "served") as address,
    ):
        camera = Camera(browser, address, language)
        for part in DAY:
            part(camera)
    compare(camera)


def main() -> int:
    browsers = filter(None, map(shutil.which, BROWSERS))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        here = Path(folder)
        built = Path(sys.argv[1]) if sys.argv[1:] else built_once(here, here / "none")
        browser = playwright.chromium.launch(executable_path=next(browsers, None), args=ARGUMENTS)
        for language in LANGUAGES:
            take_all(browser, built, language)
        browser.close()
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
