"""Did you mean: words of the site that are spelt much like one that it does not know."""

import heapq
import math
import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice, product
from typing import NamedTuple

from django.conf import settings

from search.analysis.normal import fold
from search.analysis.real_words import is_real
from search.models import Expression, Word
from search.query.parse import clean
from search.terms import index_terms, languages
from search.vocabulary import Guess, Vocabulary, vocabulary

LETTERS = re.compile(r"[^\W\d_]+")
SHORTEST, LONGEST = 3, 40
MOST = 5
# In letters: what is not farther off than the best may have been meant as well.
AS_NEAR = 0.6
# Of the guesses that are looked up for one word, and of the words corrected in one query.
MOST_GUESSES, MOST_PLACES = 20, 4


class Place(NamedTuple):
    """Where in a query something else may have been meant, and what, best first."""

    start: int
    end: int
    guesses: list[Guess]


class Choice(NamedTuple):
    """What may have been meant in one place."""

    place: Place
    distance: float
    words: str


class Spellings(NamedTuple):
    """What may have been meant: `silent` is looked for at once, `offered` only shown."""

    silent: list[str]
    offered: list[str]


def spellings(text: str, audience: str) -> Spellings:
    """Return what somebody may have meant; who wrote words of a language may have meant those."""
    text = unicodedata.normalize("NFC", clean(text))
    unknown = _unknown(text, audience)
    if mistaken := {word for word in unknown if not _is_real(word)}:
        return Spellings(_rewritings(text, audience, mistaken, within=AS_NEAR), [])
    return Spellings([], _rewritings(text, audience, unknown))


def _is_real(word: str) -> bool:
    return any(is_real(word, code) for code, _name in settings.LANGUAGES)


def corrections(text: str, audience: str) -> list[str]:
    """Return up to five queries that may have been meant, best first; none if all is known."""
    text = unicodedata.normalize("NFC", clean(text))
    return _rewritings(text, audience, _unknown(text, audience))


def _rewritings(text: str, audience: str, unknown: set[str], within: float = math.inf) -> list[str]:
    if not unknown:
        return []
    places = _places(text, vocabulary(audience), unknown)
    choices = [found for found in _choices(list(islice(places, MOST_PLACES))) if found]
    if not choices:
        return []
    ways = product(*choices)
    best = heapq.nsmallest(MOST, ways, key=_distance)
    near = [way for way in best if _distance(way) <= _distance(best[0]) + within]
    return [_rewritten(text, way) for way in near]


def _distance(way: Iterable[Choice]) -> float:
    return sum(choice.distance for choice in way)


def _unknown(text: str, audience: str) -> set[str]:
    """Return the words whose term is in no entry and no synonym, in whatever language."""
    terms = {word: set(_terms(word)) for word in LETTERS.findall(text)}
    asked = set(chain.from_iterable(terms.values()))
    found = Word.objects.filter(audience=audience, term__in=asked).values_list("term")
    said = Expression.objects.filter(asked__in=asked).values_list("asked")
    known = {term for (term,) in found.union(said)}
    return {word for word, its_terms in terms.items() if not its_terms & known}


def _terms(word: str) -> Iterator[str]:
    """Yield the terms of a word in each language, as the rows of words hold them."""
    for language in languages(settings.LANGUAGE_CODE):
        yield " ".join(index_terms(word, language))


def _places(text: str, known: Vocabulary, unknown: set[str]) -> Iterator[Place]:
    """Yield where two words are one, or one is misspelt or two."""
    words = deque(LETTERS.finditer(text))
    while words:
        word = words.popleft()
        if words and (together := _together(word[0], words[0][0], known, unknown)):
            yield Place(word.start(), words.popleft().end(), together)
        elif word[0] in unknown and SHORTEST <= len(plain := fold(word[0])) <= LONGEST:
            yield Place(*word.span(), known.guesses(plain, MOST_GUESSES))


def _together(first: str, second: str, known: Vocabulary, unknown: set[str]) -> list[Guess]:
    """Return the word that two are, if they are not words themselves."""
    return [] if unknown.isdisjoint((first, second)) else known.whole(fold(first + second))


def _choices(places: list[Place]) -> Iterator[list[Choice]]:
    """Yield for each place up to five ways to write it, all of words that are still there."""
    ids = {word_id for place in places for guess in place.guesses for word_id in guess.ids}
    rows = Word.objects.filter(pk__in=ids, entries__gt=0).values_list("pk", "word", "term")
    words = {word_id: (word, term) for word_id, word, term in rows}
    for place in places:
        by_term: dict[tuple[str, ...], Choice] = {}
        for distance, guessed in place.guesses:
            if words.keys() >= set(guessed):
                said, terms = zip(*(words[word_id] for word_id in guessed), strict=True)
                by_term.setdefault(terms, Choice(place, distance, " ".join(said)))
        yield list(by_term.values())[:MOST]


def _rewritten(text: str, choices: Iterable[Choice]) -> str:
    """Return the query with something else in some places."""
    for place, _distance, words in sorted(choices, reverse=True):
        text = text[: place.start] + words + text[place.end :]
    return text
