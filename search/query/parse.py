"""Reads what somebody typed as trees of terms, once in each language."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import NamedTuple

from django.conf import settings

from search.analysis.languages import LANGUAGES
from search.analysis.normal import fold
from search.analysis.real_words import is_real
from search.query.expressions import Ways, alternatives, other_ways
from search.query.tree import Node, Term, all_of, any_of, as_typed, phrase_of
from search.terms import index_terms, languages, question_terms

LONGEST_QUERY = 200
MOST_TERMS = 16
LETTERS = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"[\"“”„«»]")


class Piece(NamedTuple):
    """Terms that stand together in a query."""

    terms: list[str]
    is_phrase: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as somebody means it who writes one language.

    `terms` are its words in their order, `literal` all of them, function words too; `parts` are
    what an entry must have of it, each with all ways to say it.
    """

    language: str
    terms: tuple[str, ...]
    literal: tuple[str, ...]
    parts: tuple[Node, ...]

    @property
    def node(self) -> Node:
        """The whole query, every part of it required."""
        return all_of(list(self.parts))


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for; without readings there is nothing to look for."""

    text: str
    readings: tuple[Reading, ...] = field(default=())

    @property
    def node(self) -> Node:
        """The query in whichever language it is meant."""
        return any_of([reading.node for reading in self.readings])

    @property
    def typed(self) -> Node:
        """The same without other ways to say it."""
        said = ([as_typed(part) for part in reading.parts] for reading in self.readings)
        return any_of([all_of(parts) for parts in said])

    @property
    def parts(self) -> list[Node]:
        """The different parts of all readings."""
        return list(dict.fromkeys(part for reading in self.readings for part in reading.parts))

    @property
    def meant(self) -> "Query":
        """The same in the languages alone that it can be in: that of most words, or nearly."""
        words = LETTERS.findall(self.text)
        known = {
            code: sum(is_of(word, code) for word in words) for code, _name in settings.LANGUAGES
        }
        least = max(known.values()) - 1
        readings = [each for each in self.readings if known.get(each.language, least) >= least]
        return Query(self.text, tuple(readings))


def clean(text: str) -> str:
    """Return what a person can have meant: no control characters, no endless text."""
    start = text[: LONGEST_QUERY * 5]
    printable = (" " if unicodedata.category(letter)[0] == "C" else letter for letter in start)
    return " ".join("".join(printable).split())[:LONGEST_QUERY]


def parse(text: str, language: str) -> Query:
    """Return the query that `text` is, first as one in `language`."""
    text = clean(text)
    said = {code: list(_pieces(text, code)) for code in languages(language)}
    ways = other_ways(piece.terms for pieces in said.values() for piece in pieces)
    _take_over(ways, text)
    readings = (_reading(text, code, pieces, ways) for code, pieces in said.items())
    return Query(text, tuple(reading for reading in readings if reading.parts))


def _pieces(text: str, language: str) -> Iterator[Piece]:
    """Yield the terms within quotation marks and those outside, as words of one language."""
    room = MOST_TERMS
    for number, piece in enumerate(QUOTED.split(text)):
        is_phrase = bool(number % 2)
        terms = (index_terms if is_phrase else question_terms)(piece, language)[:room]
        room -= len(terms)
        yield Piece(terms, is_phrase)


def _take_over(ways: Ways, text: str) -> None:
    """Give a word that is none of one language what it says in another."""
    codes = [code for code, _name in settings.LANGUAGES]
    for word in LETTERS.findall(text):
        terms = {code: " ".join(index_terms(word, code)) for code in codes}
        for code, other in permutations(codes, 2):
            is_foreign = ways.get(terms[other]) and not is_of(word, code)
            if is_foreign and not ways.get(terms[code]):
                ways[terms[code]] = {terms[other], *ways[terms[other]]}


def is_of(word: str, language: str) -> bool:
    """Whether a word is one of a language, if only a small one."""
    return fold(word) in LANGUAGES[language].function_words or is_real(word, language)


def _reading(text: str, language: str, pieces: list[Piece], ways: Ways) -> Reading:
    parts: list[Node] = []
    for terms, is_phrase in pieces:
        if is_phrase and terms:
            parts.append(phrase_of(terms))
        else:
            parts += _with_alternatives(terms, ways)
    return Reading(
        language=language,
        terms=tuple(term for piece in pieces for term in piece.terms),
        literal=tuple(index_terms(text, language)),
        parts=tuple(dict.fromkeys(parts)),
    )


def _with_alternatives(terms: list[str], ways: Ways) -> list[Node]:
    """Return a part for each term, or for terms that say one thing, with other ways to say it."""
    parts: list[Node] = []
    start = 0
    known = alternatives(terms, ways)
    while start < len(terms):
        length, others = known.get(start, (1, []))
        own = all_of([Term(term) for term in terms[start : start + length]])
        parts.append(any_of([own, *(phrase_of(other) for other in others)]))
        start += length
    return parts
