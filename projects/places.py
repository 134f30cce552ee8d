"""Municipalities on the map of Albania."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import F
from django.utils.translation import get_language

from portal.i18n import page_url
from portal.map import Point, project
from portal.readable import readable
from portal.terms.models import Municipality
from portal.terms.rows import TermRow, term_rows


class Place(NamedTuple):
    """A municipality with its point on the map, and address and summary of its page, if any."""

    name: str
    slug: str
    point: Point
    url: str
    summary: str


def places(terms: Iterable[TermRow] | None = None) -> list[Place]:
    """Return the places of the municipalities in `terms`, or of all that have a page."""
    pages = municipality_pages()
    if terms is None:
        terms = term_rows({Municipality: pages})["municipality"]
    return [_place(term, *pages.get(term.translation_key, ("", ""))) for term in terms]


def municipality_pages() -> dict[UUID, tuple[str, str]]:
    """Return (address, summary) of municipalities' pages in the visitor's language, by term."""
    pages: Any = apps.get_model("projects", "MunicipalityPage").objects
    here = pages.filter(readable(), locale__language_code=get_language())
    rows = here.values_list(F("municipality__translation_key"), "url_path", "summary")
    return {key: (page_url(url_path, get_language()), summary) for key, url_path, summary in rows}


def _place(term: TermRow, url: str, summary: str) -> Place:
    point = project(float(term.longitude or 0), float(term.latitude or 0))
    return Place(term.name, term.slug, point, url, summary)
