"""Takes texts apart into chunks between spaces, and chunks into the words of a language."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from search.analysis.normal import fold

if TYPE_CHECKING:
    from search.analysis.languages import Language

MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
HYPHENS = "\\-\u2010\u2011\ufe63\uff0d"
APOSTROPHES = "'\u2018\u2019\u201b\u02b9\u00b4`\uff07"

WORD = rf"\w[\w{MARKS}{INVISIBLE}]*"
JOINT = rf"[{HYPHENS}{APOSTROPHES}][{INVISIBLE}]*"
THOUSANDS = r"(?<![\d.,])[1-9]\d{0,2}(?:[.,\u00a0\u202f]\d{3})+(?![\d.,]*\d)"
# O.SH.C. too: Albanian writes some of its letters with two signs.
LETTER = r"(?:(?i:dh|gj|ll|nj|rr|sh|th|xh|zh)|[^\W\d])"
ABBREVIATION = rf"(?<!\w)(?:{LETTER}\.){{2,}}(?:{LETTER}(?!\w))?"
# What looks ahead only says sooner where nothing can begin.
START = rf"(?=\w)(?:(?=\d){THOUSANDS}|(?=\w\w?\.){ABBREVIATION}|{WORD})"
CHUNK = re.compile(rf"{START}(?:{JOINT}{WORD})*")
SEGMENT = re.compile(rf"[^{HYPHENS}{APOSTROPHES}]+")

# Longer runs of characters are nobody's words; cutting them keeps normalisation cheap.
LONGEST_WORD = 200


class Part(NamedTuple):
    """A folded word and its place in its chunk, as offsets of characters."""

    word: str
    start: int
    end: int


def chunks(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands together in a text: words joined by hyphens and apostrophes."""
    # An underscore and the letter-like apostrophe count as letters for `re`.
    return CHUNK.finditer(text.replace("_", " ").replace("\u02bc", "'"))


def parts(chunk: str, language: "Language") -> list[Part]:
    """Return the words of a chunk, prefixes joined to what follows, endings dropped."""
    if chunk.isalnum():  # nearly all are one word
        word = fold(chunk[:LONGEST_WORD])
        return [Part(word, 0, len(chunk))] if word else []
    found: list[Part] = []
    for segment in SEGMENT.finditer(chunk):
        part = Part(fold(segment[0][:LONGEST_WORD]), segment.start(), segment.end())
        before = found[-1] if found else None
        if before is None:
            found.append(part)
        elif before.word in language.prefixes:
            found[-1] = Part(before.word + part.word, before.start, part.end)
        elif part.word not in language.endings:
            found.append(part)
    return [part for part in found if part.word]
