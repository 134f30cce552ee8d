"""How pages with footnotes and references give their texts to search."""

import re

from search.content import Searchable
from search.texts import Text

# Spaces are read from the first of them only.
REFERENCE = re.compile(r"(?<!\s)\s*\[@[^\[\]]*\]")
NOTE = re.compile(r"\^\[([^\[\]]*)\]")


class NotedSearchable(Searchable):
    """Makes a page searchable without the marks that editors type in its texts."""

    def get_search_text(self) -> Text:
        """Return the texts with notes in brackets and without references."""
        text = super().get_search_text()
        return text._replace(paragraphs=[without_marks(line) for line in text.paragraphs])


def without_marks(line: str) -> str:
    """Return a paragraph as it reads without footnotes and references."""
    return NOTE.sub(r" (\1)", REFERENCE.sub("", line))
