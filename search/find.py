"""Finds: the one function behind the page, its feed and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db.models import Avg, Count, Sum

from search.engines import Order, Question, ask
from search.engines.base import WEIGHTS
from search.likeness import likeness
from search.models import Entry, Word
from search.query.parse import Query, parse
from search.query.tree import Node, any_of, terms_in, weight_of
from search.ranking import (
    CHOICE,
    Candidate,
    Scorer,
    are_together,
    candidates_of,
    ranked,
    rarities,
    says_most,
)
from search.spelling import spellings

FACETS = ("kind", "theme", "municipality", "year", "language")
PER_PAGE = 10
# Deeper pages help nobody, and engines count them from the start.
MOST_RESULTS = 1000
SIZE_SECONDS = 300
# From which likeness on a query is taken for one that is foreseen.
FORESEEN = 0.35
# How many results somebody reads who is in a hurry.
FIRST = 3
# The share of the rarest word's weight from which a word counts in choosing what to rank.
TELLING = 0.25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks the search page for; where it is urgent, nothing is respelt."""

    text: str
    language: str
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    first: int = 0
    size: int = PER_PAGE
    is_literal: bool = False
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the entries on one page of results, and what to say about the whole.

    `has_all` is False where not all of these have all words, `is_mixed` says that a few do;
    `corrected` is what was looked for instead of what was typed, where that finds nothing;
    `suggestions` are ways to spell it that were not looked for; `is_fallback` says that the
    database answered because the search server did not.
    """

    query: Query
    ids: list[int] = field(default_factory=list)
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    has_all: bool = True
    is_mixed: bool = False
    corrected: str = ""
    suggestions: list[str] = field(default_factory=list)
    is_fallback: bool = False


def find(wanted: Wanted) -> Found:
    """Return what the visitors of a language find.

    That is what has all words; or has them with another spelling, where some are in no text and no
    words of a language; or has any of them, also where few have all and say them here and there.
    What is urgent is answered by what has most of its words, or by nothing.
    """
    query = parse(wanted.text, wanted.language)
    if not query.readings:
        return Found(query)
    search = search_for(wanted, query)
    found = search.run(has_all=True) if wanted.is_literal else search.with_all()
    if found.total:
        return found
    silent, offered = ([], []) if wanted.is_literal else spellings(wanted.text, wanted.language)
    best = [search_for(wanted, parse(guess, wanted.language)) for guess in silent[:1]]
    ways = [(each, each.with_all) for each in best]
    ways += [(each, each.with_some) for each in (*best, search) if each.is_divisible]
    for each, way in ways:
        found = way()
        if found.total and wanted.is_urgent:
            is_said = each.but(query=found.query).is_mostly_said(found)
            return found if is_said else Found(query)
        if found.total:
            corrected = found.query.text if found.query.text != query.text else ""
            others = [guess for guess in silent or offered if guess != corrected]
            return replace(found, corrected=corrected, suggestions=others)
    suggestions = [] if wanted.is_urgent else silent or offered
    return replace(found, query=query, suggestions=suggestions)


@dataclass
class Search:
    """A query that is looked for: what has all of it, and if need be what has some.

    `likeness` says how like it is to the queries that are foreseen, by the entry that answers each.
    """

    wanted: Wanted
    query: Query
    likeness: Mapping[UUID, float]
    # What was read to rank the last answer, if it was.
    candidates: list[Candidate] = field(default_factory=list)

    def but(self, **changed: Any) -> "Search":
        """Return the same search with another query of the same text, or other filters."""
        return replace(self, candidates=[], **changed)

    def with_all(self) -> Found:
        """Return what has all of it; what has some as well, where that answers better."""
        found = self.run(has_all=True)
        if not found.total or self.is_answered(found):
            return found
        return replace(self.with_some(), is_mixed=True)

    def with_some(self) -> Found:
        """Return what has some of it, in the language that it seems to be in if that finds any."""
        meant = self.query.meant
        found = self.but(query=meant).run(has_all=False) if meant.readings else None
        return found if found and found.total else self.run(has_all=False)

    def is_answered(self, found: Found) -> bool:
        """Whether what has all words says more than what has some would.

        Of a longer query a page may have all words by chance, here and there.
        """
        if not self.is_divisible or found.total > PER_PAGE:
            return True
        read = self.candidates or candidates_of(found.ids)
        foreseen = {key for key, value in self.likeness.items() if value >= FORESEEN}
        if are_together(read, self.query):
            return foreseen <= {candidate.key for candidate in read}
        if not (found.total and self.wanted.chosen):
            return False
        # A filter leaves fewer results, not others.
        whole = self.but(wanted=replace(self.wanted, chosen={}))
        return whole.is_answered(whole.run(has_all=True))

    def is_mostly_said(self, found: Found) -> bool:
        """Whether one of the first says more than half of what is asked, or is foreseen for it."""
        most = max(self.weights.values())
        # A word that is nowhere would have told as much as any.
        weights = {part: weight or most for part, weight in self.weights.items()}
        first = candidates_of(found.ids[:FIRST])
        return any(
            says_most(candidate, self.query, weights)
            or self.likeness.get(candidate.key, 0.0) >= FORESEEN
            for candidate in first
        )

    def run(self, *, has_all: bool) -> Found:
        """Return what an engine finds, in its final order."""
        wanted, query = self.wanted, self.query
        is_ranked = wanted.order is Order.RELEVANCE and wanted.first < CHOICE
        question = Question(
            node=query.node if has_all else any_of(query.parts),
            audience=wanted.language,
            chosen=wanted.chosen,
            weights={} if has_all else self.weights,
            typed=query.typed,
            telling=self.telling,
            counted=FACETS,
            order=wanted.order,
            first=0 if is_ranked else wanted.first,
            size=CHOICE if is_ranked else wanted.size,
        )
        answer, is_fallback = ask(question)
        ids = answer.ids
        if is_ranked and ids:
            self.candidates = candidates_of(ids)
            ids = ranked(self.candidates, query, self._scorer(has_all))
            ids = ids[wanted.first : wanted.first + wanted.size]
        return Found(query, ids, answer.total, answer.counts, has_all, is_fallback=is_fallback)

    @property
    def is_divisible(self) -> bool:
        """Whether what has some of it can be more than what has all of it."""
        return any(len(reading.parts) > 1 for reading in self.query.readings)

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much each term tells among what these visitors can find."""
        terms = set(terms_in(self.query.node))
        rows = Word.objects.filter(audience=self.wanted.language, term__in=terms)
        frequency = dict(rows.values_list("term").annotate(Sum("entries")))
        entries, _length = _size(self.wanted.language)
        return rarities(terms, frequency, entries)

    @cached_property
    def weights(self) -> dict[Node, float]:
        """How much each part tells."""
        return {part: weight_of(part, self.rarity) for part in self.query.parts}

    @property
    def telling(self) -> tuple[Node, ...]:
        """The parts without those that nearly every entry has."""
        least = TELLING * max(self.weights.values())
        return tuple(part for part, weight in self.weights.items() if weight >= least)

    def _scorer(self, has_all: bool) -> Scorer:
        _entries, length = _size(self.wanted.language)
        # What is not in the texts of an entry that has it all is in an attached file.
        elsewhere = WEIGHTS["attached"] if has_all else 0.0
        return Scorer(self.rarity, length, elsewhere, self.likeness)


def search_for(wanted: Wanted, query: Query) -> Search:
    """Return the search for a query, however it is read or filtered in the end."""
    return Search(wanted, query, likeness(query.text))


def _size(audience: str) -> tuple[int, float]:
    """Return about how many entries there are, and how many terms each has."""

    def read() -> tuple[int, float]:
        entries = Entry.objects.filter(audience=audience)
        size = entries.aggregate(count=Count("pk"), length=Avg("length"))
        return size["count"], size["length"] or 1.0

    return cache.get_or_set(f"search:size:{audience}", read, SIZE_SECONDS) or (0, 1.0)
