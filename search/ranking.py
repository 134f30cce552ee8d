"""Puts what an engine chose into its final order, the same on every engine.

An engine returns up to `CHOICE` entries that match, by its own idea of their worth. This module
reads their terms (never the long texts of files) and scores them by BM25 over weighted fields
(Robertson and Zaragoza, 2009), with more for what speaks of it early, says it in the title, is
recent, or is of a kind that people look for.
"""

import datetime
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from uuid import UUID

from django.utils import timezone

from search.engines.base import WEIGHTS
from search.models import Entry
from search.query.parse import Query, Reading
from search.query.tree import AllOf, AnyOf, Node, Phrase, Term, terms_in, ways_of, weight_of

CHOICE = 100
# BM25's usual constants: how soon repetition stops to count, how much length does.
SATURATION, LENGTH = 1.2, 0.75
# A text counts for at most so many times as long as others: that a page is long is no fault of it.
LONGEST = 1.5
IN_TITLE = 0.5
COMPLETE = 1.0
RECENT = 0.1
# What another word for the same adds, as a share of what the word that was typed would.
OTHER_WAY = 0.8
# What the words of an expression add that do not stand in a row.
APART = 0.6
# Words belong together where no more than as many stand there for each.
TOGETHER = 1
HALF_LIFE = 3 * 365
FIELDS = {
    "title": "title_terms",
    "headings": "heading_terms",
    "summary": "summary_terms",
    "body": "body_terms",
}
COLUMNS = ("id", "key", "length", "date", "weight", *FIELDS.values())
# What it adds that a query is like one foreseen, from the likeness on that is no chance.
LIKE, LEAST_LIKE = 16.0, 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry's terms by field, each text with a space before and after every term.

    `opening` is all of it in the order of reading, `terms` its different terms.
    """

    id: int
    key: UUID
    texts: Mapping[str, str]
    opening: str
    terms: frozenset[str]
    length: int
    date: datetime.date | None
    weight: float


def ranked(candidates: list[Candidate], query: Query, scorer: "Scorer") -> list[int]:
    """Return the ids of entries that an engine chose, best first."""
    scores = {candidate.id: scorer.best(candidate, query) for candidate in candidates}
    return sorted(scores, key=lambda entry_id: _negative(scores[entry_id]))


def _negative(score: tuple[int, float]) -> tuple[int, float]:
    return -score[0], -score[1]


def candidates_of(ids: list[int]) -> list[Candidate]:
    """Read what is needed of the entries to rank them, in the same order."""
    rows = {row["id"]: _candidate(row) for row in Entry.objects.filter(pk__in=ids).values(*COLUMNS)}
    return [rows[entry_id] for entry_id in ids if entry_id in rows]


def _candidate(row: dict) -> Candidate:
    texts = {name: f" {row[column]} " for name, column in FIELDS.items()}
    parts = (row[FIELDS[name]] for name in ("title", "summary", "body", "headings"))
    opening = f" {' '.join(filter(None, parts))} "
    terms = frozenset(opening.split())
    columns = (row[name] for name in ("length", "date", "weight"))
    return Candidate(row["id"], row["key"], texts, opening, terms, *columns)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Says how good an entry is, knowing how much each term tells.

    `elsewhere` is how often a term counts that is in none of the texts; `likeness` says by key
    how like the query is to those that are foreseen for an entry.
    """

    rarity: Mapping[str, float]
    average_length: float
    elsewhere: float
    likeness: Mapping[UUID, float] = field(default_factory=dict)
    today: datetime.date = field(default_factory=timezone.localdate)

    def best(self, candidate: Candidate, query: Query) -> tuple[int, float]:
        """Return the score by the reading that fits best, of those whose words are in the texts."""
        text = candidate.opening
        readings = [
            reading
            for reading in query.readings
            if any(f" {term} " in text for term in terms_in(reading.node))
        ]
        return max(self.score(candidate, reading) for reading in readings or query.readings)

    def score(self, candidate: Candidate, reading: Reading) -> tuple[int, float]:
        """Return how literally an entry is what was asked for, then how good it is."""
        values = {part: self.value(candidate, part) for part in reading.parts}
        words = sum(values.values())
        said = sum(weight_of(part, self.rarity) for part, value in values.items() if value)
        factors = (
            1 + COMPLETE * said / (self._weight(reading) or 1.0),
            1 + 1 / (1 + _first(candidate, reading)),
            1 + IN_TITLE * self._share_in_title(candidate, reading),
            1 + RECENT * self._recency(candidate.date),
            1 + LIKE * max(0.0, self.likeness.get(candidate.key, 0.0) - LEAST_LIKE),
            candidate.weight,
        )
        return _literalness(candidate, reading), words * math.prod(factors)

    def value(self, candidate: Candidate, node: Node) -> float:
        """Return what a part of the query adds."""
        own, *others = ways_of(node)
        most = weight_of(node, self.rarity)
        there = [self._way(candidate, own)]
        for other in others:
            if value := self._way(candidate, other):
                told = weight_of(other, self.rarity)
                there.append(OTHER_WAY * value * min(1.0, most / told))
        return max(there) or most * _saturated(self.elsewhere)

    def _way(self, candidate: Candidate, node: Node) -> float:
        """Return what a way to say a part adds; 0 where the texts do not say it so."""
        match node:
            case Term(value):
                return self._told((value,)) * self.frequency(candidate, (value,))
            case Phrase(terms):
                return self._told(terms) * self.frequency(candidate, terms)
            case AllOf(parts):
                in_a_row = self._way(candidate, Phrase(tuple(terms_in(node))))
                return in_a_row or APART * sum(self._way(candidate, part) for part in parts)
            case AnyOf(parts):
                return max(self._way(candidate, part) for part in parts)

    def frequency(self, candidate: Candidate, terms: tuple[str, ...]) -> float:
        """Return BM25's measure of how often terms in a row are there, in texts as long as this."""
        if not candidate.terms.issuperset(terms):
            return 0.0
        wanted = f" {' '.join(terms)} "
        texts = candidate.texts.items()
        count = sum(WEIGHTS[name] * text.count(wanted) for name, text in texts)
        return _saturated(count, min(LONGEST, candidate.length / self.average_length))

    def _told(self, terms: Iterable[str]) -> float:
        return sum(self.rarity.get(term, 0.0) for term in terms)

    def _share_in_title(self, candidate: Candidate, reading: Reading) -> float:
        title = candidate.texts["title"]
        said = (weight_of(part, self.rarity) for part in reading.parts if _has(title, part))
        return sum(said) / (self._weight(reading) or 1.0)

    def _weight(self, reading: Reading) -> float:
        return sum(weight_of(part, self.rarity) for part in reading.parts)

    def _recency(self, date: datetime.date | None) -> float:
        if date is None:
            return 0.0
        return 0.5 ** (max(0, (self.today - date).days) / HALF_LIFE)


def _saturated(count: float, length: float = 1.0) -> float:
    """Return what a count is worth in a text so many times as long as others."""
    norm = 1 - LENGTH + LENGTH * length
    return count * (SATURATION + 1) / (count + SATURATION * norm)


def _first(candidate: Candidate, reading: Reading) -> int:
    """Return how many words stand before the first one that was asked for."""
    text = candidate.opening
    terms = candidate.terms.intersection(chain.from_iterable(map(terms_in, reading.parts)))
    places = [text.find(f" {term} ") for term in terms]
    return text.count(" ", 1, min(places) + 1) if places else len(text)


def _has(text: str, node: Node) -> bool:
    """Whether a text with spaces around its terms says a part, in whatever way."""
    match node:
        case Term(value):
            return f" {value} " in text
        case Phrase(terms):
            return f" {' '.join(terms)} " in text
        case AllOf(parts):
            return all(_has(text, part) for part in parts)
        case AnyOf(parts):
            return any(_has(text, part) for part in parts)


def says_most(candidate: Candidate, query: Query, weights: Mapping[Node, float]) -> bool:
    """Whether an entry says more than half of what is asked, by how much each part tells."""
    return any(
        2 * sum(weights[part] for part in reading.parts if _has(candidate.opening, part))
        > sum(weights[part] for part in reading.parts)
        for reading in query.readings
    )


def are_together(candidates: Iterable[Candidate], query: Query) -> bool:
    """Whether one of the entries says all of a query in one place, not here and there."""
    return any(
        _are_in_one_place(candidate, reading)
        for candidate in candidates
        for reading in query.readings
    )


def _are_in_one_place(candidate: Candidate, reading: Reading) -> bool:
    head = f"{candidate.texts['title']}{candidate.texts['summary']}"
    if all(_has(head, part) for part in reading.parts):
        return True
    wanted = [frozenset(terms_in(part)) for part in reading.parts]
    if any(candidate.terms.isdisjoint(terms) for terms in wanted):
        return False
    words = candidate.texts["body"].split()
    most = TOGETHER * len(wanted)
    last = [-len(words) - most] * len(wanted)
    for place, word in enumerate(words):
        for number, terms in enumerate(wanted):
            if word in terms:
                last[number] = place
        if place - min(last) <= most:
            return True
    return False


def _literalness(candidate: Candidate, reading: Reading) -> int:
    """Return 2 where the title is what was asked for, 1 where it is another expression for that,
    or the words stand in a row."""
    wanted = f" {' '.join(reading.literal)} "
    title = candidate.texts["title"]
    if title == wanted:
        return 2
    in_a_row = len(reading.literal) > 1 and any(wanted in text for text in candidate.texts.values())
    ways = ways_of(reading.parts[0]) if len(reading.parts) == 1 else ()
    said = (tuple(terms_in(way)) for way in ways)
    return int(in_a_row or any(f" {' '.join(way)} " == title for way in said if len(way) > 1))


def rarities(terms: Iterable[str], frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """Return how much each term tells: BM25's inverse document frequency, 0 if it is nowhere."""
    counts = {term: min(total, frequency.get(term, 0)) for term in terms}
    return {
        term: math.log(1 + (total - count + 0.5) / (count + 0.5)) if count else 0.0
        for term, count in counts.items()
    }
