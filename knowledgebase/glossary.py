"""The glossary as a reader sees it: terms under the letters of their own alphabet."""

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import get_language

from knowledgebase.models.term import GlossaryTerm
from knowledgebase.text.alphabet import letter, letters, sort_key
from portal.terms.codes import former_codes


class OtherName(NamedTuple):
    """What a term is called in another language."""

    language: str
    name: str
    abbreviation: str


class Entry(NamedTuple):
    """A term in the reader's language, with its names in the others.

    Links in which one of its `former_codes` stands lead to it, too.
    """

    key: UUID
    slug: str
    former_codes: list[str]
    name: str
    abbreviation: str
    synonyms: list[str]
    definition: str
    source: str
    others: list[OtherName]


class Letter(NamedTuple):
    """A letter of the alphabet with its terms; some letters have none."""

    letter: str
    entries: list[Entry]


def glossary() -> list[Letter]:
    """Return every letter of the visitor's alphabet, and others that terms begin with."""
    language = get_language() or ""
    by_letter: dict[str, list[Entry]] = {each: [] for each in letters(language)}
    for entry in sorted(entries(), key=lambda entry: sort_key(entry.name, language)):
        by_letter.setdefault(letter(entry.name, language), []).append(entry)
    return [Letter(each, found) for each, found in by_letter.items()]


def entries() -> list[Entry]:
    """Return the terms that exist in the visitor's language, with a query for their old codes."""
    by_key: dict[UUID, list[GlossaryTerm]] = defaultdict(list)
    for term in GlossaryTerm.objects.published():
        by_key[term.translation_key].append(term)
    taken = {term.slug for terms in by_key.values() for term in terms}
    former = former_codes(GlossaryTerm)
    return [
        _entry(term, others, [code for code in former[term.translation_key] if code not in taken])
        for others in by_key.values()
        for term in others
        if term.language == get_language()
    ]


def _entry(term: GlossaryTerm, same: list[GlossaryTerm], former: list[str]) -> Entry:
    others = [
        OtherName(other.language, other.name, other.abbreviation)
        for other in same
        if other is not term
    ]
    synonyms = term.synonyms.splitlines()
    return Entry(
        term.translation_key,
        term.slug,
        former,
        term.name,
        term.abbreviation,
        [synonym.strip() for synonym in synonyms if synonym.strip()],
        term.definition,
        term.source,
        others,
    )
