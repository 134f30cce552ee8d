"""The results of a page: what visitors may read of it now, and where it says what they asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from markupsafe import Markup

from portal.frame import Frame, ancestor_paths
from portal.i18n import PageRow, page_rows
from search.excerpts import Marker, best_passage
from search.models import Entry
from search.query.parse import Query

COLUMNS = ("key", "page_id", "language", "kind", "fragment", "path", "title", "date", "precision")
# By precision: the format, and how many letters of the ISO date are known.
DATES = {"day": ("DATE_FORMAT", 10), "month": ("YEAR_MONTH_FORMAT", 7), "year": ("Y", 4)}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text as HTML; `file` is the title of the document that it is in, if any."""

    html: Markup
    language: str
    file: str
    page: int | None


@dataclass(frozen=True)
class Result:
    """An entry as a visitor sees it; `path` are the pages above it."""

    entry: Entry
    url: str
    path: list[PageRow]
    title: Markup
    excerpt: Excerpt | None

    @property
    def date(self) -> str:
        """The date as exactly as it is known, in the visitor's language."""
        return (
            date_format(self.entry.date, DATES[self.entry.precision][0]) if self.entry.date else ""
        )

    @property
    def iso_date(self) -> str:
        """The date for machines."""
        return str(self.entry.date)[: DATES[self.entry.precision][1]]

    @property
    def stable_url(self) -> str:
        """The address that survives moves and new titles."""
        return reverse("stable", args=[self.entry.key])


class BestBet(NamedTuple):
    """A page that editors put above the results, with their note."""

    page: PageRow
    note: str


def results(ids: list[int], query: Query, frame: Frame) -> list[Result]:
    """Return those of the entries that anybody may read at this moment, in this order.

    Two queries besides the frame's, which must have read no page yet.
    """
    rows = Entry.objects.only(*COLUMNS).annotate(passage=best_passage(query)).in_bulk(ids)
    frame.link(entry.page_id for entry in rows.values())
    pages = _readable_pages(frame)
    found = [rows[entry_id] for entry_id in ids if entry_id in rows]
    found = [entry for entry in found if entry.page_id in pages]
    above = _pages_above(pages[entry.page_id] for entry in found)
    marker = Marker(query)
    return [_result(entry, pages[entry.page_id], above, marker) for entry in found]


def best_bets(notes: Mapping[int, str], frame: Frame) -> list[BestBet]:
    """Return those of the promoted pages that anybody may read; the frame must know them."""
    pages = _readable_pages(frame)
    return [BestBet(pages[page_id], note) for page_id, note in notes.items() if page_id in pages]


def _readable_pages(frame: Frame) -> dict[int, PageRow]:
    """Return by id of each page that is open to all where this visitor reads it.

    What is not translated is read in the visitor's own tree, where a notice says so.
    """
    complete = {row.translation_key for row in frame.rows if row.is_complete}
    return {
        row.id: frame.links[row.id]
        for row in frame.rows
        if row.translation_key in complete and row.id in frame.links
    }


def _pages_above(pages: Iterable[PageRow]) -> dict[str, PageRow]:
    """Return by tree path all pages between these and the front page."""
    paths = {path for page in pages for path in ancestor_paths(page.path)[1:]}
    rows = page_rows(path__in=paths, live=True) if paths else []
    return {row.path: row for row in rows}


def _result(entry: Any, page: PageRow, above: dict[str, PageRow], marker: Marker) -> Result:
    path = [above[each] for each in ancestor_paths(page.path) if each in above]
    return Result(
        entry=entry,
        url=entry.url(page.url),
        path=[*path, page] if entry.fragment or entry.path else path,
        title=marker.mark(entry.title, entry.language),
        excerpt=_excerpt(entry.passage, marker),
    )


def _excerpt(passage: dict[str, Any] | None, marker: Marker) -> Excerpt | None:
    # A file's beginning says nothing of a page that was found by its title.
    if not passage or (passage["file"] and not passage["says"]):
        return None
    text, language = passage["text"], passage["language"]
    return Excerpt(marker.excerpt(text, language), language, passage["file"], passage["page"])
