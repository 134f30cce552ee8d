"""Terms as the index holds them: those of other languages than the source's say which.

So one index serves all languages, and one query can ask for words of several.
"""

import re
import unicodedata

from django.conf import settings

from search import analysis

# Of files in languages that the site does not have: their words are found as they stand.
OTHER = "x"
WORD = re.compile(r"[^\W\d_]{3,40}")


def index_terms(text: str, language: str) -> list[str]:
    """Return the terms of a text in their order."""
    return marked(analysis.analyse(text, language), language)


def asked_terms(query: str, language: str) -> list[str]:
    """Return the terms that a query in this language asks for."""
    return marked(analysis.query_terms(query, language), language)


def question_terms(query: str, language: str) -> list[str]:
    """Return the terms that somebody looks for who asks in this language, perhaps in a sentence."""
    return marked(analysis.question_terms(query, language), language)


def marked(terms: list[str], language: str) -> list[str]:
    """Return the terms as terms of this language."""
    if language == settings.LANGUAGE_CODE:
        return terms
    mark = language if language in dict(settings.LANGUAGES) else OTHER
    return [f"{term}_{mark}" for term in terms]


def languages(first: str) -> list[str]:
    """Return what a query may be written in, beginning with the language of its visitor."""
    others = [code for code, _name in settings.LANGUAGES if code != first]
    return [first, *others, OTHER]


def words(text: str) -> set[str]:
    """Return the different words of a text in small letters, without numbers."""
    return set(WORD.findall(unicodedata.normalize("NFC", text).lower()))
