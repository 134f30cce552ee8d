"""Finds: the one function behind the page, its feed and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.core.cache import cache
from django.db.models import Avg, Count, Sum

from search.engines import Order, Question, ask
from search.engines.base import WEIGHTS
from search.models import Entry, Word
from search.query.parse import Query, parse
from search.query.tree import Node, any_of, terms_in
from search.ranking import CHOICE, Scorer, ranked, rarities
from search.spelling import corrections

FACETS = ("kind", "theme", "municipality", "year", "language")
PER_PAGE = 10
# Deeper pages help nobody, and engines count them from the start.
MOST_RESULTS = 1000
SIZE_SECONDS = 300
# The share of the rarest word's weight from which a word counts in choosing what to rank.
TELLING = 0.25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks the search page for."""

    text: str
    language: str
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    first: int = 0
    size: int = PER_PAGE
    is_literal: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the entries on one page of results, and what to say about the whole.

    `has_all` is False where no entry has all words and these have some; `corrected` is what was
    looked for instead of what was typed, where that finds nothing; `suggestions` are other ways
    to spell it; `is_fallback` says that the database answered because the search server did not.
    """

    query: Query
    ids: list[int] = field(default_factory=list)
    total: int = 0
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    has_all: bool = True
    corrected: str = ""
    suggestions: list[str] = field(default_factory=list)
    is_fallback: bool = False


def find(wanted: Wanted) -> Found:
    """Return what the visitors of a language find.

    That is what has all words; or has them with another spelling, where some are in no text; or
    has any of them.
    """
    query = parse(wanted.text, wanted.language)
    if not query.readings:
        return Found(query)
    found = _find(wanted, query, has_all=True)
    if found.total:
        return found
    guesses = [] if wanted.is_literal else corrections(wanted.text, wanted.language)
    best = [parse(guess, wanted.language) for guess in guesses[:1]]
    ways = [*((other, True) for other in best), (query, False), *((other, False) for other in best)]
    for other, has_all in ways:
        found = _find(wanted, other, has_all)
        if found.total:
            corrected = "" if other is query else other.text
            others = [guess for guess in guesses if guess != corrected]
            return replace(found, query=other, corrected=corrected, suggestions=others)
    return replace(found, query=query, suggestions=guesses)


def _find(wanted: Wanted, query: Query, has_all: bool) -> Found:
    is_ranked = wanted.order is Order.RELEVANCE and wanted.first < CHOICE
    scorer = _scorer(query, wanted.language, has_all)
    weights = _weights(query, scorer.rarity)
    question = Question(
        node=query.node if has_all else any_of(query.parts),
        audience=wanted.language,
        chosen=wanted.chosen,
        weights={} if has_all else weights,
        telling=_telling(weights),
        counted=FACETS,
        order=wanted.order,
        first=0 if is_ranked else wanted.first,
        size=CHOICE if is_ranked else wanted.size,
    )
    answer, is_fallback = ask(question)
    ids = answer.ids
    if is_ranked:
        ids = ranked(ids, query, scorer)[wanted.first : wanted.first + wanted.size]
    return Found(query, ids, answer.total, answer.counts, has_all=has_all, is_fallback=is_fallback)


def _weights(query: Query, rarity: Mapping[str, float]) -> dict[Node, float]:
    """Return how much each part of a query tells: as much as its rarest word."""
    return {part: max(rarity[term] for term in terms_in(part)) for part in query.parts}


def _telling(weights: Mapping[Node, float]) -> tuple[Node, ...]:
    """Return the parts without those that nearly every entry has."""
    least = TELLING * max(weights.values())
    return tuple(part for part, weight in weights.items() if weight >= least)


def _scorer(query: Query, audience: str, has_all: bool) -> Scorer:
    terms = set(terms_in(query.node))
    rows = Word.objects.filter(audience=audience, term__in=terms).values_list("term")
    frequency = dict(rows.annotate(Sum("entries")))
    entries, length = _size(audience)
    # What is not in the texts of an entry that has it all is in an attached file.
    elsewhere = WEIGHTS["attached"] if has_all else 0.0
    return Scorer(rarities(terms, frequency, entries), length, elsewhere)


def _size(audience: str) -> tuple[int, float]:
    """Return about how many entries there are, and how many terms each has."""

    def read() -> tuple[int, float]:
        entries = Entry.objects.filter(audience=audience)
        size = entries.aggregate(count=Count("pk"), length=Avg("length"))
        return size["count"], size["length"] or 1.0

    return cache.get_or_set(f"search:size:{audience}", read, SIZE_SECONDS) or (0, 1.0)
