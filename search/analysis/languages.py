"""What the analyser knows of each language: its words, prefixes, endings and stems."""

from collections.abc import Callable
from typing import NamedTuple

import snowballstemmer

from search.analysis import words
from search.analysis.exceptions import exceptions
from search.analysis.stripper import strip

# "socioekonomik" stands for "socio-ekonomik", which a search for "ekonomik" should find.
COMBINING = "socio"
SHORTEST_SECOND = 5


class Language(NamedTuple):
    """Folded words: those without meaning alone, those that only ask, prefixes that may be joined,
    and endings that stand after a hyphen or an apostrophe."""

    terms: Callable[[str], list[str]]
    function_words: frozenset[str] = frozenset()
    asking_words: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()


def albanian(word: str) -> list[str]:
    """Return the stem of a folded word, or of both its halves."""
    table = exceptions()
    return [table.get(half) or strip(half) for half in _halves(word)]


def english(word: str) -> list[str]:
    """Return the stem of a folded word, or of both its halves."""
    # A stemmer keeps the word that it works on: threads must not share one.
    return [snowballstemmer.stemmer("english").stemWord(half) for half in _halves(word)]


def plain(word: str) -> list[str]:
    """Return the word alone: in other languages only accents and case are levelled."""
    return [word]


def _halves(word: str) -> list[str]:
    second = word.removeprefix(COMBINING)
    if second == word or len(second) < SHORTEST_SECOND or second.startswith("log"):
        return [word]
    return [COMBINING, second]


OTHER = Language(plain)
LANGUAGES = {
    "sq": Language(
        albanian,
        words.ALBANIAN,
        words.ALBANIAN_ASKING,
        words.ALBANIAN_PREFIXES,
        words.ALBANIAN_ENDINGS,
    ),
    "en": Language(
        english,
        words.ENGLISH,
        words.ENGLISH_ASKING,
        words.ENGLISH_PREFIXES,
        words.ENGLISH_ENDINGS,
    ),
}
