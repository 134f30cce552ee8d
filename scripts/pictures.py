"""Takes the README's pictures of the demonstration, served from a database in memory."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from typing import NamedTuple

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.test.testcases import LiveServerThread
from django.test.utils import setup_test_environment
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from prepare import ROOT, SetupError, guarded

FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
# Chromium refuses to run as root with its sandbox, and /dev/shm is small in a container.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
COLOURS = 256


class Shot(NamedTuple):
    """The top of a page as a picture; sizes in CSS pixels."""

    name: str
    path: str
    width: int
    height: int


SHOTS = (
    Shot("home", "/sq/", 1280, 900),
    Shot("project-desktop", "/sq/projekte/iris-progress/", 1280, 900),
    Shot("project-phone", "/en/projects/iris-progress/", 360, 780),
    Shot("evidence-map", "/sq/baza-e-njohurive/modele-integrimi/?view=map", 1280, 900),
)


def fill_database() -> None:
    """Set Django up as in the tests, with the demonstration in a database in memory."""
    sys.path.append(str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    os.environ.pop("DATABASE_URL", None)
    django.setup()
    setup_test_environment()
    warnings.filterwarnings("ignore", "No directory at")  # WhiteNoise, before collectstatic
    connections[DEFAULT_DB_ALIAS].creation.create_test_db(verbosity=0)
    call_command("demo", stdout=StringIO())


@contextmanager
def server() -> Iterator[str]:
    """Serve the portal and yield its address."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.inc_thread_sharing()
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler, {connection.alias: connection})
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise SetupError(f"the server did not start: {thread.error}")
    try:
        yield f"http://{thread.host}:{thread.port}"
    finally:
        thread.terminate()


def take(shot: Shot, browser: Browser, address: str) -> None:
    """Save a picture with few colours, which keeps it small."""
    page = browser.new_page(viewport={"width": shot.width, "height": shot.height})
    response = page.goto(f"{address}{shot.path}", wait_until="networkidle")
    if not response or not response.ok:
        raise SetupError(f"{shot.path} cannot be shown")
    image = Image.open(BytesIO(page.screenshot()))
    page.close()
    path = FOLDER / f"{shot.name}.png"
    image.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} KB", flush=True)


def main() -> int:
    print("Building the demonstration ...", flush=True)
    fill_database()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for shot in SHOTS:
            take(shot, browser, address)
        browser.close()
    shutil.rmtree(settings.MEDIA_ROOT)
    return os.EX_OK


if __name__ == "__main__":
    guarded(main)
