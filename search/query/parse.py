"""Reads what somebody typed as trees of terms, once in each language."""

import re
import unicodedata
from dataclasses import dataclass, field

from search.query.expressions import alternatives
from search.query.tree import Node, Term, all_of, any_of, phrase_of
from search.terms import asked_terms, index_terms, languages

LONGEST_QUERY = 200
MOST_TERMS = 16
QUOTED = re.compile(r"[\"“”„«»]")


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
    def parts(self) -> list[Node]:
        """The different parts of all readings."""
        return list(dict.fromkeys(part for reading in self.readings for part in reading.parts))


def clean(text: str) -> str:
    """Return what a person can have meant: no control characters, no endless text."""
    start = text[: LONGEST_QUERY * 5]
    printable = (" " if unicodedata.category(letter)[0] == "C" else letter for letter in start)
    return " ".join("".join(printable).split())[:LONGEST_QUERY]


def parse(text: str, language: str) -> Query:
    """Return the query that `text` is, first as one in `language`."""
    text = clean(text)
    readings = (read(text, code) for code in languages(language))
    return Query(text, tuple(reading for reading in readings if reading.parts))


def read(text: str, language: str) -> Reading:
    """Return the text as words of one language."""
    terms: list[str] = []
    parts: list[Node] = []
    for number, piece in enumerate(QUOTED.split(text)):
        room = MOST_TERMS - len(terms)
        if number % 2:
            found = index_terms(piece, language)[:room]
            parts += [phrase_of(found)] if found else []
        else:
            found = asked_terms(piece, language)[:room]
            parts += _with_alternatives(found)
        terms += found
    literal = tuple(index_terms(text, language))
    return Reading(language, tuple(terms), literal, tuple(dict.fromkeys(parts)))


def _with_alternatives(terms: list[str]) -> list[Node]:
    """Return a part for each term, or for terms that say one thing, with other ways to say it."""
    parts: list[Node] = []
    start = 0
    known = alternatives(terms)
    while start < len(terms):
        length, others = known.get(start, (1, []))
        own = all_of([Term(term) for term in terms[start : start + length]])
        parts.append(any_of([own, *(phrase_of(other) for other in others)]))
        start += length
    return parts
