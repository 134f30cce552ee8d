"""The words of the site in the memory of a process, to be compared with what people type."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Sum
from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.models import Word

# How long a process may go without the words of the latest pages.
FRESH_SECONDS = 60
# In letters: people seldom miss the first one, and frequent words are asked for more often.
OTHER_INITIAL = 0.3
TENFOLD = 0.3
TWO_WORDS = 0.5
SHORTEST_HALF = 3

Row = tuple[str, int, int]  # folded word, id, number of entries


class Guess(NamedTuple):
    """The ids of one or two words that may have been meant, and how far off they are."""

    distance: float
    ids: tuple[int, ...]


class Vocabulary:
    """The folded words that the visitors of one language find."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take in the rows; of words that differ in their accents alone the last counts."""
        self.known = {plain: (word_id, entries) for plain, word_id, entries in rows}
        self.by_length: dict[int, list[str]] = defaultdict(list)
        for plain in self.known:
            self.by_length[len(plain)].append(plain)

    def whole(self, plain: str) -> list[Guess]:
        """Return the word that is spelt like this."""
        return [self._guess(0, plain)] if plain in self.known else []

    def guesses(self, plain: str, most: int) -> list[Guess]:
        """Return what somebody may have meant who wrote this, best first."""
        return heapq.nsmallest(most, chain(self._near(plain), self._halves(plain)))

    def _near(self, plain: str) -> Iterator[Guess]:
        limit = _limit(plain)
        for length in range(len(plain) - limit, len(plain) + limit + 1):
            words = self.by_length.get(length, ())
            found = process.extract(
                plain, words, scorer=OSA.distance, score_cutoff=limit, limit=None
            )
            for other, letters, _place in found:
                yield self._guess(letters + OTHER_INITIAL * (other[0] != plain[0]), other)

    def _halves(self, plain: str) -> Iterator[Guess]:
        for end in range(SHORTEST_HALF, len(plain) - SHORTEST_HALF + 1):
            halves = plain[:end], plain[end:]
            if all(half in self.known for half in halves):
                yield self._guess(TWO_WORDS, *halves)

    def _guess(self, distance: float, *plains: str) -> Guess:
        words = [self.known[plain] for plain in plains]
        frequency = min(entries for _id, entries in words)
        ids = tuple(word_id for word_id, _entries in words)
        return Guess(distance - TENFOLD * math.log10(frequency), ids)


def vocabulary(audience: str) -> Vocabulary:
    """Return the words that the visitors of a language find, at most a minute old."""
    state = cache.get_or_set(f"search:words:{audience}", lambda: _state(audience), FRESH_SECONDS)
    return read_vocabulary(audience, state)


def _state(audience: str) -> tuple[int, ...]:
    """Return what changes whenever the words or their frequencies do."""
    words = Word.objects.filter(audience=audience)
    return tuple(words.aggregate(Max("pk"), Count("pk"), Sum("entries")).values())


@lru_cache(maxsize=len(settings.LANGUAGES))
def read_vocabulary(audience: str, state: tuple[int, ...]) -> Vocabulary:
    """Return the words that the visitors of a language find, once for each state of them."""
    words = Word.objects.filter(audience=audience, entries__gt=0).order_by("entries", "-pk")
    return Vocabulary(words.values_list("plain", "pk", "entries").iterator())


def _limit(plain: str) -> int:
    """Return in how many letters another word may differ."""
    if len(plain) <= 4:
        return 1
    return 2 if len(plain) <= 8 else 3
