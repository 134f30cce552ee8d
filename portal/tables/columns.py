"""What a table that people bring holds: columns with names in every language."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.forms import Field
from django.utils.translation import override

NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
Known = Mapping[str, "Column"]


@dataclass(frozen=True)
class Column:
    """A column of the table: `field` reads its cells, and its label is the column's name.

    It is found by the label in each language of the site, and by `others`, names that people use
    for it as well. Where its field is required, a table must have the column.
    """

    name: str
    field: Field
    others: Sequence[str] = ()

    @property
    def label(self) -> str:
        """Its name in the visitor's language."""
        return str(self.field.label)

    def titles(self) -> set[str]:
        """Return all names that it is found by, as `plain` writes them."""
        labels = []
        for code, _language in settings.LANGUAGES:
            with override(code):
                labels.append(str(self.field.label))
        return {plain(title) for title in (self.name, *labels, *self.others)}


def plain(title: str) -> str:
    """Return a title without case, diacritics, spaces and signs."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return NEITHER_LETTER_NOR_DIGIT.sub("", bare)


def by_title(columns: Iterable[Column]) -> Known:
    """Return the columns by each of their names."""
    return {title: column for column in columns for title in column.titles()}


def positions(known: Known, titles: Iterable[str]) -> dict[int, Column]:
    """Return which column stands at which place of a line of titles, twice where it does."""
    found = ((place, known.get(plain(title))) for place, title in enumerate(titles))
    return {place: column for place, column in found if column}
