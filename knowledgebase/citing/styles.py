"""References as people read and copy them, in a style and a language."""

from collections.abc import Callable

from django.utils.translation import override
from markupsafe import Markup

from knowledgebase.citing.apa import apa
from knowledgebase.citing.chicago import chicago
from knowledgebase.citing.work import Work

STYLES: dict[str, Callable[[Work], Markup]] = {"apa": apa, "chicago": chicago}
STYLE_NAMES = {"apa": "APA 7", "chicago": "Chicago 18"}


def reference(work: Work, style: str, language: str) -> Markup:
    """Return the reference to a work as HTML, in a style of `STYLES`; KeyError for another."""
    with override(language):
        return STYLES[style](work)


def plain(reference: Markup) -> str:
    """Return a reference without its markup, to be copied."""
    return reference.striptags()
