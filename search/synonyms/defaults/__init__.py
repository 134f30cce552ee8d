"""The synonyms that a new installation begins with; editors go on from them."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from search.models import SynonymSet
from search.synonyms import write_new_sets

FOLDER = Path(__file__).parent


def ensure_synonyms() -> None:
    """Give each language its sets, unless it has some."""
    for language, _name in settings.LANGUAGES:
        if not SynonymSet.objects.filter(language=language).exists():
            write_new_sets(sets_of(language))


def sets_of(language: str) -> Iterator[SynonymSet]:
    """Yield the sets of a language's file, none of them saved.

    A line is one set: expressions with a comma between two, then perhaps "|" and expressions of
    the other language; "#" begins a heading.
    """
    path = FOLDER / f"{language}.txt"
    for line in path.read_text().splitlines() if path.exists() else ():
        own, _, other = line.partition("|")
        if not line.startswith("#") and own.strip():
            yield SynonymSet(
                language=language, expressions=_lines(own), other_expressions=_lines(other)
            )


def _lines(expressions: str) -> str:
    return "\n".join(filter(None, map(str.strip, expressions.split(","))))
