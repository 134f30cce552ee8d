"""The portal that is measured: its settings, its commands and its files."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from prepare import ROOT, SetupError, run_logged
from services import answers, service_settings

from bench.servers import HOST

FOLDER = ROOT / "var" / "bench"


def production() -> dict[str, str]:
    """Return the settings of a production that is reached through a TLS front."""
    return {
        "DJANGO_SETTINGS_MODULE": "bench.baseline.settings",
        "PYTHONPATH": str(ROOT / "scripts"),
        "SECRET_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": f"{HOST},bare.localhost",
        "SITE_URL": f"https://{HOST}",
        "EMAIL_URL": "smtp://127.0.0.1:25",  # nothing that is measured sends mail
        "DEMO_PASSWORD": secrets.token_urlsafe(),
        "SECOND_FACTOR_REQUIRED": "false",  # of a trainer who is signed in without a browser
    }


@contextmanager
def configured(settings: Mapping[str, str]) -> Iterator[None]:
    """Let what is started within the block have these settings too."""
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def service_url(name: str) -> str:
    """Return the address that "make services" wrote under this name; something answers there."""
    url = service_settings().get(name, "")
    if not answers(url):
        raise SetupError(f"nothing answers at {name}, start the servers first: make services")
    return url


def manage(command: str, *arguments: str) -> str:
    return run_logged(f"bench-{command}", "manage.py", command, *arguments)


def quietly(command: str, *arguments: str) -> str:
    manage(command, *arguments)
    return "done"


@contextmanager
def step(name: str) -> Iterator[None]:
    """Print what is being done, and how long it took."""
    print(f"{name} ...", end=" ", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f"{time.monotonic() - start:.0f} s", flush=True)


def empty_folder() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "pages").mkdir(parents=True)
