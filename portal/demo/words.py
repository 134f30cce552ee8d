"""The words of the demonstration content, in both languages."""

from typing import NamedTuple


class Bilingual(NamedTuple):
    """One text in Albanian, the source, and in English; rich text is HTML, alike in structure."""

    sq: str
    en: str
