"""A portal on a port of its own, and browser contexts in which every error fails the test."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.hands import DESKTOP, HANDS, PHONE, Pointer
from tests.browser.site import built_once, served
from tests.browser.watch import Watch
from tests.conftest import need
from tests.database import SQLITE_TEMPLATE

# As long as a page may take to load: saving one takes more than five seconds on a busy machine.
expect.set_options(timeout=30_000)

SERVED = pytest.StashKey[Path]()
MAILED_WITHIN = 30  # seconds
HERE = Path(__file__).resolve().parent
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
# Without windows the browser can ask nobody whether a page may copy.
USUAL = {"viewport": DESKTOP, "reduced_motion": "reduce", "permissions": ["clipboard-write"]}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    need(CHROMIUM, "Chromium")
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture(scope="session")
def site(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    tmp_path_factory: pytest.TempPathFactory,
    shared_folder: Path,
    browser_built: Path,
) -> Iterator[str]:
    """The address of a portal filled from zero; built once a run, copied for each worker."""
    need(CHROMIUM, "Chromium")
    built_once(browser_built, shared_folder / SQLITE_TEMPLATE)
    folder = tmp_path_factory.getbasetemp() / "served"
    with served(browser_built, folder) as address:
        request.config.stash[SERVED] = folder
        yield address


@pytest.fixture(scope="session")
def base_url(site: str) -> str:
    return site


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], site: str
) -> Iterator[Callable[..., BrowserContext]]:
    """A function that opens a context, on a desktop unless told otherwise; nothing moves in it."""
    watch = Watch(site)

    def open_context(**options) -> BrowserContext:
        context = new_context(**{**USUAL, **options})
        watch.add(context)
        return context

    yield open_context
    assert not watch.faults(), "\n".join(watch.faults())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Say after a failure what the server said last."""
    report = yield
    folder = item.config.stash.get(SERVED, None)
    if report.failed and folder:
        for log in folder.glob("*.log"):
            report.sections.append((log.name, log.read_text(errors="replace")[-8000:]))
    return report


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """In each language; a journey in the source by every hand, in the others by one."""
    if "hands" in metafunc.fixturenames:
        journeys = [("sq", hand) for hand in HANDS] + [("en", "phone")]
        metafunc.parametrize(("language", "hands"), journeys, indirect=True)
    elif "language" in metafunc.fixturenames:
        metafunc.parametrize("language", ["sq", "en"], indirect=True)


@pytest.fixture
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def mailed(request: pytest.FixtureRequest, site: str) -> Callable[[str], str]:
    """A function that returns the last link that was mailed to an address."""
    folder: Path = request.config.stash[SERVED]

    def link_for(email: str) -> str:
        deadline = time.monotonic() + MAILED_WITHIN
        while time.monotonic() < deadline:
            files = sorted(folder.glob("mails/*"), key=lambda file: file.stat().st_mtime)
            mails = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
            sent = [
                mail.get_body(("plain",)).get_content() for mail in mails if mail["To"] == email
            ]
            if sent:
                return re.search(r"http://\S+", sent[-1])[0]
            time.sleep(0.2)
        raise AssertionError(f"nothing was mailed to {email}")

    return link_for


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def viewport(request: pytest.FixtureRequest) -> ViewportSize:
    return request.param


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(viewport=PHONE, has_touch=True).new_page()


@pytest.fixture
def page_without_scripts(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(viewport=PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def hands(
    request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext], language: str
) -> Pointer:
    """A way of working a page."""
    return HANDS[request.param](new_context, language)
