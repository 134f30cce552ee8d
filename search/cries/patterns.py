"""Lines of an editors' list as patterns of terms, and whether a query has one of them.

A line stands for words that follow each other in a query, small words between them apart;
`beat/hit` is one word of several, ` + ` joins words that may stand anywhere, and after ` - ` come
words with which the line does not count.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.analysis import tokens
from search.analysis.languages import LANGUAGES, OTHER
from search.analysis.normal import fold
from search.lines import lines_of

# One letter may be wrong from this length on, and two may change places from the shorter one.
FORGIVING, SWAPPING = 6, 4
COUNTRY = re.compile(r"(?:\+|\b00)355(?=[\s\d()./-])[\s()./-]*0?")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s().-]+(?=\d)")

Slot = frozenset[str]
Run = tuple[Slot, ...]


class Said(NamedTuple):
    """A word of a query as the terms of a list that it may stand for."""

    terms: frozenset[str]
    is_function: bool


class Line(NamedTuple):
    """What a query must have, and what it must not."""

    runs: tuple[Run, ...]
    never: tuple[Run, ...] = ()

    def fits(self, said: list[Said], terms: frozenset[str]) -> bool:
        """Whether a query has all that it must, and nothing that it must not."""
        if any(slot.isdisjoint(terms) for run in self.runs for slot in run):
            return False
        has_all = all(_stands(run, said) for run in self.runs)
        return has_all and not any(_stands(run, said) for run in self.never)


class Patterns:
    """What the two texts of a list stand for: lines wherever they stand, and whole queries."""

    def __init__(self, language: str, anywhere: str, alone: str) -> None:
        self.language = language
        self.function_words = LANGUAGES.get(language, OTHER).function_words
        self.small = {term for word in self.function_words for term in self._terms(word)}
        self.anywhere = [self._line(line) for line in lines_of(anywhere)]
        self.alone = [self._telling(self._runs(line)) for line in lines_of(alone)]
        runs = chain(*self.alone, *chain(*self.anywhere))
        slots = (slot for run in runs for slot in run)
        self.known: frozenset[str] = frozenset().union(*slots)

    def fit(self, query: str) -> bool:
        """Whether somebody who asks this cries for help."""
        said = [
            Said(self._meant(term), word in self.function_words)
            for term, word in self._words(query)
        ]
        terms = frozenset().union(*(word.terms for word in said))
        has_line = any(line.fits(said, terms) for line in self.anywhere)
        return has_line or any(_is_whole(runs, said) for runs in self.alone)

    def _line(self, text: str) -> Line:
        wanted, *never = text.split(" - ")
        return Line(self._runs(wanted), tuple(run for each in never for run in self._runs(each)))

    def _runs(self, line: str) -> tuple[Run, ...]:
        parts = (part.split() for part in plain_numbers(line).split(" + "))
        return tuple(tuple(slot for word in part for slot in self._slots(word)) for part in parts)

    def _slots(self, choices: str) -> list[Slot]:
        """Return what stands for `a/b`: one word of these; or for `s'ka`, which is two."""
        words = [self._terms(word) for word in choices.split("/")]
        if len(words) == 1:
            return [frozenset([term]) for term in words[0]]
        return [frozenset().union(*words)]

    def _telling(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return the runs without function words, unless they have no others."""
        telling = tuple(tuple(slot for slot in run if not slot <= self.small) for run in runs)
        return telling if any(telling) else runs

    def _terms(self, text: str) -> list[str]:
        return [term for term, _word in self._words(text)]

    def _words(self, text: str) -> list[tuple[str, str]]:
        text = plain_numbers(text)
        found = tokens(text, self.language)
        return [(token.term, fold(text[token.start : token.end])) for token in found]

    def _meant(self, term: str) -> frozenset[str]:
        """Return the terms of the list that a word may be, misspelt by a letter."""
        if term in self.known or len(term) < SWAPPING:
            return self.known & {term}
        return frozenset(known for known in self.known if _is_near(term, known))


@lru_cache(maxsize=8)
def compiled(language: str, anywhere: str, alone: str) -> Patterns:
    """Return the patterns of a list, made once for each of its versions."""
    return Patterns(language, anywhere, alone)


def plain_numbers(text: str) -> str:
    """Return a text whose telephone numbers are written without spaces and country code."""
    return BETWEEN_DIGITS.sub("", COUNTRY.sub("", text))


def _is_near(term: str, known: str) -> bool:
    shortest = min(len(term), len(known))
    is_comparable = shortest >= FORGIVING or (
        shortest >= SWAPPING and sorted(term) == sorted(known)
    )
    return is_comparable and term[0] == known[0] and OSA.distance(term, known, score_cutoff=1) <= 1


def _stands(run: Run, said: list[Said]) -> bool:
    """Whether the words of a run follow each other somewhere."""
    return any(_begins(run, said[start:]) for start in range(len(said)))


def _begins(run: Run, said: list[Said]) -> bool:
    words = iter(said)
    for number, slot in enumerate(run):
        word = next(words, None)
        while number and word and word.is_function and not slot & word.terms:
            word = next(words, None)
        if not word or not slot & word.terms:
            return False
    return True


def _is_whole(runs: Iterable[Run], said: list[Said]) -> bool:
    """Whether a query has these words and no others, in any order."""
    slots = [slot for run in runs for slot in run]
    telling = [word for word in said if not word.is_function] or said
    return (
        bool(telling)
        and all(any(slot & word.terms for slot in slots) for word in telling)
        and all(any(slot & word.terms for word in telling) for slot in slots)
    )
