"""How like a query is to those that are foreseen: of best bets, or the name of a part of a page.

Each word of a question in plain words says little, and people misspell it or use another form. So
queries are compared by stretches of letters of their words, each weighed by how rare it is among
those foreseen: the cosine of tf-idf vectors, from 0 to 1.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache, partial
from itertools import chain
from uuid import UUID

from django.core.cache import cache

from search.analysis.normal import fold
from search.models import Entry

KEY = "search:foreseen"
# How long a process may go by the queries of before.
FRESH_SECONDS = 60
WORDS = re.compile(r"\w+")
# In letters, the signs at both ends of a word counted.
STRETCHES = (3, 4)
# In words; fewer are the name of something, which the words themselves find.
SHORTEST = 3

Row = tuple[str, UUID]  # queries, one a line, and the key of the entry that answers them


class Likeness:
    """The queries that are foreseen, in all languages."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        """Take them apart."""
        foreseen = [(query, key) for queries, key in rows for query in queries.splitlines()]
        counted = [stretches(query) for query, _key in foreseen]
        self.keys = [key for _query, key in foreseen]
        self.numbers = Counter(chain.from_iterable(counted))
        # By stretch, the queries that have it and what it is worth in each.
        self.places: defaultdict[str, array] = defaultdict(partial(array, "L"))
        self.values: defaultdict[str, array] = defaultdict(partial(array, "f"))
        for place, counts in enumerate(counted):
            for stretch, value in self._vector(counts).items():
                self.places[stretch].append(place)
                self.values[stretch].append(value)

    def of(self, query: str) -> dict[UUID, float]:
        """Return by entry how like the query is to the nearest that it answers."""
        near: defaultdict[int, float] = defaultdict(float)
        for stretch, value in self._vector(stretches(query)).items():
            for place, other in zip(
                self.places.get(stretch, ()), self.values.get(stretch, ()), strict=True
            ):
                near[place] += value * other
        entries: defaultdict[UUID, float] = defaultdict(float)
        for place, value in near.items():
            entries[self.keys[place]] = max(entries[self.keys[place]], value)
        return entries

    def _vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        """Return a vector of length 1."""
        values = {
            stretch: (1 + math.log(count)) * self._rarity(stretch)
            for stretch, count in counts.items()
        }
        length = math.hypot(*values.values()) or 1.0
        return {stretch: value / length for stretch, value in values.items()}

    def _rarity(self, stretch: str) -> float:
        return math.log((len(self.keys) + 1) / (self.numbers[stretch] + 0.5))


def stretches(text: str) -> Counter[str]:
    """Return how often each stretch of letters is in the words of a text."""
    words = [f"<{word}>" for word in WORDS.findall(fold(text))]
    return Counter(
        word[start : start + length]
        for word in words
        for length in STRETCHES
        for start in range(len(word) - length + 1)
    )


def likeness(query: str) -> Mapping[UUID, float]:
    """Return how like a question is to those that each entry answers, in whatever language."""
    if len(WORDS.findall(query)) < SHORTEST:
        return {}
    return _likeness(cache.get_or_set(KEY, _read, FRESH_SECONDS) or ()).of(query)


_likeness = lru_cache(maxsize=1)(Likeness)


def _read() -> tuple[Row, ...]:
    foreseen = Entry.objects.exclude(foreseen="").order_by("key", "foreseen")
    return tuple(foreseen.values_list("foreseen", "key").distinct())
