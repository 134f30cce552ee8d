"""The table of contents of a study, in the visitor's tree, without reading any chapter's text."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import override
from wagtail.models import Page

from knowledgebase.text.outline import Numbered, outline
from portal.frame import Frame
from portal.i18n import PageRow, page_url, pages_here, written_in

if TYPE_CHECKING:
    from knowledgebase.models.study import ChapterPage

WORDS_A_MINUTE = 200
# What the contents need of a chapter; its text stays in the database.
SHOWN = ("title", "url_path", "path", "alias_of_id", "live_revision_id", "word_count")


@dataclass(frozen=True)
class Chapter:
    """A chapter in the contents; `language` is the one that it can be read in."""

    number: int
    page: "ChapterPage"
    url: str
    language: str

    @property
    def title(self) -> str:
        """The chapter's title."""
        return self.page.title

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return minutes(self.page.word_count)

    @cached_property
    def parts(self) -> list[Numbered]:
        """Its headings, figures and tables."""
        return list(outline(self.page.outline, self.number))


@dataclass(frozen=True)
class Place:
    """A figure or table, and where in the study it stands."""

    part: Numbered
    url: str
    language: str


class Contents:
    """The chapters of one study, around the visitor's page, even where that is a placeholder.

    Nothing is read before a template asks for it.
    """

    def __init__(self, frame: Frame, model: "type[ChapterPage]", levels_up: int = 0) -> None:
        """Take the frame of a page that stands `levels_up` below the study."""
        self.frame = frame
        self.model = model
        self.levels_up = levels_up

    @cached_property
    def page(self) -> Page:
        """The page that the visitor is on."""
        return self.frame.page

    @cached_property
    def study_path(self) -> str:
        """The tree path of the study."""
        return self.page.path[: len(self.page.path) - self.levels_up * Page.steplen]

    @property
    def study(self) -> PageRow | None:
        """The study as the breadcrumb names it; None while it is a draft."""
        above = self.frame.breadcrumb
        return next((row for row in above if row.path == self.study_path), None)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The public chapters in their order, with one query."""
        # Only the study itself lists the figures and tables of all chapters.
        shown = SHOWN if self.levels_up else (*SHOWN, "outline")
        with override(self.frame.language):
            pages = public_chapters(self.model, self.study_path).only(*shown)
        return [
            Chapter(number, page, page_url(page.url_path, page.language), written_in(page))
            for number, page in enumerate(pages, start=1)
        ]

    @cached_property
    def number(self) -> int:
        """The number of the chapter that the visitor is on, also while it is a draft."""
        return 1 + len(self._before)

    @property
    def previous(self) -> Chapter | None:
        """The chapter before the one that the visitor is on."""
        return self._before[-1] if self._before else None

    @property
    def next(self) -> Chapter | None:
        """The chapter after the one that the visitor is on."""
        after = (chapter for chapter in self.chapters if chapter.page.place > self._place)
        return next(after, None)

    @cached_property
    def _before(self) -> list[Chapter]:
        return [chapter for chapter in self.chapters if chapter.page.place < self._place]

    @cached_property
    def _place(self) -> str:
        """The place of the chapter that the visitor is on; of a draft, that in its own tree."""
        places = {chapter.page.pk: chapter.page.place for chapter in self.chapters}
        return places.get(self.page.pk, self.page.path)

    @property
    def minutes(self) -> int:
        """How long it takes to read all chapters."""
        return sum(chapter.minutes for chapter in self.chapters)

    @property
    def figures(self) -> list[Place]:
        """All figures of the study."""
        return self._places("figure")

    @property
    def tables(self) -> list[Place]:
        """All tables of the study."""
        return self._places("table")

    def _places(self, kind: str) -> list[Place]:
        return [
            Place(part, f"{chapter.url}#{part.anchor}", chapter.language)
            for chapter in self.chapters
            for part in chapter.parts
            if part.kind == kind
        ]


def public_chapters(model: type[Page], study_path: str) -> QuerySet[Any]:
    """Return the chapters of the study at a tree path that visitors meet, as they are numbered.

    So also the lessons of a module.
    """
    pages = pages_here(model).filter(
        path__startswith=study_path, depth=len(study_path) // Page.steplen + 1
    )
    return pages.annotate(place=place_in_source()).order_by("place")


def place_in_source() -> Coalesce:
    """Return the tree path of a page's original: the same order, and numbers, in all languages."""
    source = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    return Coalesce(Subquery(source.values("path")[:1]), F("path"))


def minutes(words: int) -> int:
    """Return how many minutes it takes to read so many words, one at least."""
    return max(1, ceil(words / WORDS_A_MINUTE))
