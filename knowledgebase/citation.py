"""How to cite one of our pages: the work that it is, in every form that a page shows."""

import json
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import override
from markupsafe import Markup

from knowledgebase.citing import bibtex, csl, meta, ris, schema_org
from knowledgebase.citing.styles import STYLE_NAMES, reference
from knowledgebase.citing.work import Work

if TYPE_CHECKING:
    from knowledgebase.models.base import KnowledgePage, Surroundings


def csl_json(work: Work) -> str:
    """Return a work as a list of one item, as reference managers import it."""
    return json.dumps([csl.item(work)], ensure_ascii=False, indent=2)


# By suffix: the media type and what makes the file.
FORMATS: dict[str, tuple[str, Callable[[Work], str]]] = {
    "bib": ("application/x-bibtex", bibtex.entry),
    "ris": ("application/x-research-info-systems", ris.record),
    "json": ("application/vnd.citationstyles.csl+json", csl_json),
}
FORMAT_NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def stable_url(translation_key: UUID) -> str:
    """Return the address of a page or term that survives moves and new titles."""
    return reverse("stable", args=[translation_key])


def stable_url_in(language: str, translation_key: UUID) -> str:
    """Return the address that leads to the text of a page in one language, where it is there."""
    with override(language):
        return reverse("stable_text", args=[translation_key])


class Citation:
    """The citation of a page in the language that it is shown in."""

    def __init__(self, page: "KnowledgePage", frame: "Surroundings") -> None:
        self.page = page
        self.frame = frame

    @cached_property
    def work(self) -> Work:
        """The page as a work."""
        return self.page.get_work(self.frame)

    @property
    def references(self) -> list[tuple[str, Markup]]:
        """Pairs of a style's name and the reference in it."""
        language = self.work.language
        return [
            (name, reference(self.work, style, language)) for style, name in STYLE_NAMES.items()
        ]

    @property
    def files(self) -> list[tuple[str, str]]:
        """Pairs of a format's name and the address of the citation in it."""
        key = self.page.translation_key
        return [
            (name, reverse("citation", args=[key, suffix])) for suffix, name in FORMAT_NAMES.items()
        ]

    @property
    def tags(self) -> list[tuple[str, str]]:
        """Pairs of name and content of the page's `citation_*` tags."""
        return meta.tags(self.work)

    @property
    def structured_data(self) -> dict[str, Any]:
        """The page as schema.org describes it."""
        return schema_org.document(self.work)
