"""Queries and expressions as editors type them: one a line."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.languages import site_languages
from search.analysis.languages import LANGUAGES, OTHER
from search.analysis.splitting import chunks, parts

# Its terms fit into the columns of the index, whatever its letters.
LONGEST_LINE = 100


def languages() -> list[tuple[str, str]]:
    """Return the languages to choose from."""
    return site_languages()


def lines_of(text: str) -> list[str]:
    """Return the different lines of a text, with single spaces and without empty ones."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(filter(None, lines)))


def require_telling(field: str, lines: Iterable[str], language: str) -> None:
    """Raise a ValidationError for `field` about the first line that search cannot use."""
    for line in lines:
        if len(line) > LONGEST_LINE:
            message = _("“%(line)s…” is too long: %(most)s letters at most.")
            values = {"line": line[:30], "most": LONGEST_LINE}
            raise ValidationError({field: message % values})
        if not is_telling(line, language):
            message = _("“%(line)s” has no word that tells one text from another.")
            raise ValidationError({field: message % {"line": line}})


def is_telling(text: str, language: str) -> bool:
    """Whether a text has more than function words and punctuation."""
    known = LANGUAGES.get(language, OTHER)
    found = (part for chunk in chunks(text) for part in parts(chunk.group(), known))
    return any(part.word not in known.function_words for part in found)
