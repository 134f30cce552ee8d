"""Twice the text is twice the work, never four times: of each pattern, whatever is in the text.

Compared is how the work grows with the text, not how long it takes.
"""

import re
import time
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.conf import settings

from search.texts import paragraphs_of
from tests.conftest import ROOT

PIECES = [
    *("<", "<p", "<a ", "</", "<p a", "&", "&a", "[", "[@", "^[", "(", " ", "\t", "\n", "-"),
    *("a", "ë", "1", "1 ", "+", ".", ". ", "a.", "a-", "@", "a@", "'", '"', "/", "\\", "{", "\r\n"),
]
# These are asked from the beginning of a text only, or read what is in the repository.
HARMLESS = {
    "portal.demo.content.AROUND_BLOCKS",
    "portal.media.document_files.MARKUP",
    "portal.media.processing.opendocument.LEFT_OUT",
}
SHORT, TIMES = 1500, 8
# Work that cannot be told from the machine's noise, in seconds.
NOISE = 0.01


def patterns() -> Iterator[tuple[str, re.Pattern]]:
    """Yield every pattern for text that stands in a module of ours, with its name."""
    rooms = {room.partition("/")[0] for room in settings.ROOMS}
    for file in sorted(file for room in rooms for file in (ROOT / room).rglob("*.py")):
        text = file.read_text()
        if "re.compile" in text and "migrations" not in file.parts:
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            for key, value in vars(import_module(name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{name}.{key}", value


def work(function, text: str) -> float:
    """Return the least processor time of three runs."""

    def once() -> float:
        begun = time.process_time()
        function(text)
        return time.process_time() - begun

    return min(once() for _ in range(3))


def grows_with_the_square(function, piece: str) -> bool:
    long = work(function, piece * SHORT * TIMES)
    return long > NOISE and long > 3 * TIMES * work(function, piece * SHORT)


def test_no_pattern_reads_a_text_again_and_again():
    found = [
        (name, piece)
        for name, pattern in patterns()
        for piece in PIECES
        if name not in HARMLESS
        and grows_with_the_square(lambda text, p=pattern: p.sub("", text), piece)
    ]
    assert not found


@pytest.mark.parametrize("piece", ["<", "<p", "<p>", "&lt;", "< b", "</p"])
def test_texts_for_search_are_read_once(piece):
    assert not grows_with_the_square(paragraphs_of, piece)


def test_the_patterns_are_found():
    names = {name for name, _pattern in patterns()}
    assert {"search.texts.TAG", "knowledgebase.searchable.REFERENCE"} <= names
