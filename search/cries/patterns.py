"""Lines of an editors' list as patterns of terms, and whether a query has one of them.

A line stands for words that follow each other in a query, small words between them apart;
`beat/hit` is one word of several, `@family` one of a group, `*oj` one that ends so, ` + ` joins
words that may stand anywhere, and after ` - ` come words with which the line does not count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.analysis import tokens
from search.analysis.languages import LANGUAGES, OTHER
from search.analysis.normal import fold
from search.cries.syntax import ENDING, EXACT, GROUP, Groups, defines, groups_of, undefined
from search.lines import lines_of

# Nobody cries for help in more words; what follows them is not read.
MOST_WORDS = 200
# One letter may be wrong from this length on, and two may change places from the shorter one.
FORGIVING, SWAPPING = 6, 4
COUNTRY = re.compile(r"(?:\+|\b00)355(?=[\s\d()./-])[\s()./-]*0?")
LONGEST_ENDING = 20
# Written together where somebody types in a hurry: "sdua" is "s'dua", "mrreh" is "m'rreh".
JOINED = {"sq": frozenset("smtc")}
DOUBLED = re.compile(r"([^\W\daeiou_])\1+")
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
        self.joined = JOINED.get(language, frozenset())
        self.small = {term for word in self.function_words for term in self._terms(word)}
        groups = groups_of(lines_of(f"{anywhere}\n{alone}"))
        self.groups: dict[str, Slot] = {}
        for name, choices in groups.items():
            self.groups[name] = frozenset(chain(*map(self._choice, choices)))
        self.anywhere = [self._line(line) for line in _usable(anywhere, groups)]
        self.alone = [self._telling(self._runs(line)) for line in _usable(alone, groups)]
        wanted = _terms_of(chain(*self.alone, *(line.runs for line in self.anywhere)))
        self.known = wanted | _terms_of(chain(*(line.never for line in self.anywhere)))
        # What is misspelt may make a cry of a query, and never takes one away.
        self.spelt: defaultdict[str, set[str]] = defaultdict(set)
        self.undoubled: defaultdict[str, set[str]] = defaultdict(set)
        for term in wanted:
            self.spelt[term[0]].add(term)
            self.undoubled[DOUBLED.sub(r"\1", term)].add(term)

    def fit(self, query: str) -> bool:
        """Whether somebody who asks this cries for help."""
        said = list(islice(self._said(query), MOST_WORDS))
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
        if "/" in choices or choices.startswith((GROUP, ENDING, EXACT)):
            return [frozenset(chain(*map(self._choice, choices.split("/"))))]
        return [frozenset([term]) for term in self._terms(choices)]

    def _choice(self, word: str) -> Iterable[str]:
        """Return the terms of a word or a group; an ending or a form is kept with its sign."""
        if word.startswith(GROUP):
            return self.groups[word]
        if word.startswith((ENDING, EXACT)):
            return [word[0] + fold(word)] if fold(word) else []
        return self._terms(word)

    def _telling(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return the runs without function words, unless they have no others."""
        telling = tuple(tuple(slot for slot in run if not slot <= self.small) for run in runs)
        return telling if any(telling) else runs

    def _terms(self, text: str) -> list[str]:
        return [term for term, _word in self._words(text)]

    def _words(self, text: str) -> Iterator[tuple[str, str]]:
        text = plain_numbers(text)
        for token in tokens(text, self.language):
            yield token.term, fold(text[token.start : token.end])

    def _said(self, query: str) -> Iterator[Said]:
        for term, word in self._words(query):
            for each, spelt in self._apart(term, word):
                terms = self._meant(each) | self._forms(spelt)
                yield Said(terms, spelt in self.function_words)

    def _apart(self, term: str, word: str) -> list[tuple[str, str]]:
        """Return a word, or the two that somebody wrote together."""
        first, rest = word[:1], word[1:]
        is_whole = term in self.known or word in self.function_words or self._forms(word)
        if is_whole or first not in self.joined:
            return [(term, word)]
        words = list(self._words(rest)) if len(rest) > 1 else []
        is_joined = words and all(
            found in self.known or each in self.function_words or self._forms(each)
            for found, each in words
        )
        return [(first, first), *words] if is_joined else [(term, word)]

    def _forms(self, word: str) -> frozenset[str]:
        end = word[-LONGEST_ENDING:]
        endings = (ENDING + end[start:] for start in range(len(end)))
        return self.known.intersection([EXACT + word, *endings]) | self._undoubled(EXACT + word)

    def _meant(self, term: str) -> frozenset[str]:
        """Return the terms of the list that a word may be, misspelt by a letter."""
        if term in self.known:
            return frozenset([term])
        near = (known for known in self.spelt.get(term[0], ()) if _is_near(term, known))
        return self._undoubled(term).union(near)

    def _undoubled(self, term: str) -> frozenset[str]:
        """Return the terms of the list that differ at most in consonants written twice."""
        return frozenset(self.undoubled.get(DOUBLED.sub(r"\1", term), ()))


def _terms_of(runs: Iterable[Run]) -> frozenset[str]:
    return frozenset(chain.from_iterable(slot for run in runs for slot in run))


def _usable(text: str, groups: Groups) -> Iterator[str]:
    """Yield the lines that say what a query must have."""
    for line in lines_of(text):
        if not defines(line) and not undefined(line, groups):
            yield line


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
    return any(_begins(run, said, start) for start in range(len(said)))


def _begins(run: Run, said: list[Said], start: int) -> bool:
    words = islice(said, start, None)
    for number, slot in enumerate(run):
        word = next(words, None)
        while number and word and word.is_function and slot.isdisjoint(word.terms):
            word = next(words, None)
        if not word or slot.isdisjoint(word.terms):
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
