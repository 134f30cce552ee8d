"""Suggestions while somebody types: pages and terms by their titles, then words to search for."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.furniture.models import Furniture
from portal.i18n import live_translations, page_rows
from search.analysis.languages import LANGUAGES
from search.analysis.normal import fold
from search.cries.lists import is_cry
from search.facets import LAST_KIND, kind_labels
from search.models import Entry, TitleWord, Word
from search.query.parse import clean
from search.terms import asked_terms, index_terms

SHORTEST, LONGEST = 2, 100
LONGEST_WORD = 40
MOST, MOST_WORDS = 8, 3
# More than are shown: some may have ceased to be public, or mean the same.
CHOICE = 16
CACHE_SECONDS = 60
SHOWN = ("title", "language", "kind", "owner", "page_id", "fragment", "path")
FUNCTION_WORDS = frozenset().union(*(language.function_words for language in LANGUAGES.values()))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to open, with what kind of thing it is; `language` is the title's."""

    title: str
    language: str
    kind: str
    url: str


def suggest(text: str, audience: str) -> list[Suggestion]:
    """Return up to eight things that a visitor who reads `audience` may be about to type."""
    typed = [word for word in clean(text).split() if fold(word)]
    if is_cry(text):
        return _contacts(audience)
    if len(text) > LONGEST or len("".join(map(fold, typed))) < SHORTEST:
        return []
    entries, words = _chosen(typed, audience)
    pages = _pages(entries, typed, audience)[:MOST]
    return pages + _searches(words[: MOST - len(pages)], typed[:-1], audience)


def _contacts(audience: str) -> list[Suggestion]:
    """Return the page with numbers to call, and nothing that makes something else of the words."""
    furniture = Furniture.objects.current()
    if not (furniture and furniture.help_page):
        return []
    key = furniture.help_page.translation_key
    complete = live_translations(page_rows(translation_key=key, live=True), key)
    row = complete.get(audience) or next(iter(complete.values()), None)
    return [Suggestion(row.title, row.language, kind_labels()[LAST_KIND], row.url)] if row else []


def _chosen(typed: Sequence[str], audience: str) -> tuple[list[int], list[int]]:
    """Return the ids of entries and of words; what they are is read whenever they are shown."""
    said = f"{audience} {' '.join(typed)}".casefold()
    chosen: Any = cache.get_or_set(
        f"search:suggestions:{hashlib.sha256(said.encode()).hexdigest()}",
        lambda: (_entries(typed, audience), _words(fold(typed[-1]), audience)),
        CACHE_SECONDS,
    )
    return chosen


def _entries(typed: Sequence[str], audience: str) -> list[int]:
    """Return the entries whose titles have all words: as they stand, then in other forms."""
    *before, last = typed
    titles = TitleWord.objects.filter(audience=audience)
    if before:
        titles = titles.filter(_has_all(" ".join(before)))
    found = _best(titles.filter(word__prefixed=fold(last)[:LONGEST_WORD]))
    if len(found) < CHOICE:
        terms = [term for language in LANGUAGES for term in index_terms(last, language)]
        found += _best(titles.filter(term__in=terms))
    return list(dict.fromkeys(found))[:CHOICE]


def _best(words: QuerySet[TitleWord]) -> list[int]:
    """Return the entries for whose titles these words say most, once for each of the words."""
    return list(words.order_by("-value", "entry").values_list("entry", flat=True)[: 2 * CHOICE])


def _has_all(text: str) -> Q:
    """Return the condition that a title has all words of a text, as one language reads it."""
    condition = Q()
    for language in LANGUAGES:
        terms = (Q(title__contains=f" {term} ") for term in asked_terms(text, language))
        condition |= Q(*terms)
    return condition


def _words(prefix: str, audience: str) -> list[int]:
    """Return the most frequent words that begin with these letters, each term once."""
    if len(prefix) < SHORTEST:
        return []
    words = Word.objects.filter(audience=audience, plain__prefixed=prefix[:LONGEST_WORD])
    others = words.exclude(plain=prefix).order_by("-entries", "word")
    by_term: dict[str, int] = {}
    for word_id, plain, term in others.values_list("pk", "plain", "term")[:CHOICE]:
        if plain not in FUNCTION_WORDS:
            by_term.setdefault(term, word_id)
    return list(by_term.values())[:MOST_WORDS]


def _pages(ids: Sequence[int], typed: Sequence[str], audience: str) -> list[Suggestion]:
    """Return the entries that are public now, those first whose title begins as was typed."""
    rows = Entry.objects.only(*SHOWN).in_bulk(ids)
    entries = [rows[entry_id] for entry_id in ids if entry_id in rows]
    addresses = _addresses({entry.owner for entry in entries}, audience)
    kinds = kind_labels()
    found = [
        Suggestion(
            entry.title,
            entry.language,
            kinds.get(entry.kind, ""),
            entry.url(addresses[entry.page_id]),
        )
        for entry in entries
        if entry.page_id in addresses
    ]
    start = _plain(typed)
    return sorted(found, key=lambda each: not _plain(each.title.split()).startswith(start))


def _plain(words: Sequence[str]) -> str:
    return " ".join(filter(None, map(fold, words)))


def _addresses(owners: set[UUID], audience: str) -> dict[int, str]:
    """Return by id of a public page where these visitors read it."""
    found = page_rows(translation_key__in=owners, live=True)
    rows = [row for row in found if row.readable]
    rows.sort(key=lambda row: row.language == audience)
    here = {row.translation_key: row.url for row in rows}
    return {row.id: here[row.translation_key] for row in rows if row.is_complete}


def _searches(ids: Sequence[int], before: Sequence[str], audience: str) -> list[Suggestion]:
    """Return the searches for what was typed, its last word written out."""
    words = Word.objects.filter(entries__gt=0).in_bulk(ids)
    texts = [" ".join([*before, words[word_id].word]) for word_id in ids if word_id in words]
    return [
        Suggestion(text, audience, _("Search"), f"{reverse('search')}?{urlencode({'q': text})}")
        for text in texts
    ]
