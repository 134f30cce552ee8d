"""What the tests of papers share: asking for one, and a printer that is quick."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from knowledgebase.papers import tasks


@pytest.fixture
def made(settings, tmp_path, monkeypatch) -> list[str]:
    """The titles of what was printed, without a typesetter; files are put aside."""
    settings.PRIVATE_ROOT = settings.MEDIA_ROOT = tmp_path
    titles = []

    def make_pdf(document) -> bytes:
        titles.append(document.title)
        return b"%PDF-1.7 " + document.title.encode()

    monkeypatch.setattr(tasks, "make_pdf", make_pdf)
    return titles


@pytest.fixture
def ask(publish) -> Callable[[str], Any]:
    """A function that asks for a paper and lets its task run afterwards."""
    return lambda url: publish(Client().get, url)
