"""The modules, lessons and quizzes of a programme as a visitor meets them, without their texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import F
from django.utils.translation import override
from wagtail.models import Page

from knowledgebase.study.contents import place_in_source
from portal.frame import Frame
from portal.i18n import page_url, pages_here, written_in

STEP = Page.steplen
DEPTH = 5  # of every programme in the tree: it has one place, see `parent_page_types`


@dataclass
class Item:
    """A programme, module, lesson or quiz; `language` is the one that it can be read in.

    Only a programme has a `summary`.
    `kind` is the name of its model: programmepage, modulepage, lessonpage, quizpage.
    """

    kind: str
    id: int
    key: UUID
    title: str
    summary: str
    url: str
    path: str
    language: str
    minutes: int
    purpose: str
    items: list["Item"] = field(default_factory=list)

    @property
    def lessons(self) -> list["Item"]:
        """The lessons below it, in their order."""
        return [item for item in self.all if item.kind == "lessonpage"]

    @property
    def all(self) -> list["Item"]:
        """Everything below it, in the order in which it is followed."""
        return [*_walk(self.items)]

    @property
    def total_minutes(self) -> int:
        """How long all its lessons take."""
        return sum(item.minutes for item in self.lessons)


def _walk(items: list[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _walk(item.items)


class Outline:
    """What a programme is made of, around the visitor's page, even where that is a placeholder.

    Nothing is read before a template asks for it; then everything is, with one query.
    """

    def __init__(self, frame: Frame) -> None:
        """Take the frame of a programme, or of a page below it."""
        self.frame = frame
        self.page = frame.page
        self.path = self.page.path[: DEPTH * STEP] if self.page else ""

    @cached_property
    def programme(self) -> Item | None:
        """The programme with everything below it; None while it is no public page."""
        with override(self.frame.language):
            return programme_at(self.path)

    @property
    def places(self) -> dict[str, str]:
        """The programme's address in each language in which the visitor's page is there."""
        below = (len(self.page.path) - len(self.path)) // STEP if self.page else 0
        places = {}
        for language in self.frame.languages:
            parts = language.url.partition("?")[0].strip("/").split("/")
            if len(parts) > below + 1:
                places[language.code] = f"/{'/'.join(parts[: len(parts) - below])}/"
        return places

    @cached_property
    def here(self) -> Item | None:
        """The page that the visitor is on."""
        if not self.programme or not self.page:
            return None
        everything = [self.programme, *self.programme.all]
        return next((item for item in everything if item.path == self.page.path), None)

    @cached_property
    def module(self) -> Item | None:
        """The module that the visitor is in, or on."""
        modules = self.programme.items if self.programme else []
        path = self.page.path if self.page else ""
        return next((item for item in modules if path.startswith(item.path)), None)

    @property
    def steps(self) -> list[Item]:
        """Lessons and quizzes of the programme, in the order in which they are followed."""
        if not self.programme:
            return []
        return [item for item in self.programme.all if item.kind != "modulepage"]

    @property
    def number(self) -> int:
        """The place of the visitor's page among the steps, counted from one; 0 for no step."""
        keys = [item.path for item in self.steps]
        return keys.index(self.here.path) + 1 if self.here and self.here.path in keys else 0

    @property
    def previous(self) -> Item | None:
        """The step before the visitor's."""
        return self.steps[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Item | None:
        """The step after the visitor's."""
        return self.steps[self.number] if 0 < self.number < len(self.steps) else None


def programme_at(path: str) -> Item | None:
    """Return the programme at a tree path of the visitor's language; None if it is not public."""
    found = read(path)
    return found[0] if found and found[0].path == path else None


def read(path: str) -> list[Item]:
    """Return the page at a tree path and all below it, nested, in the order of the source."""
    pages = (
        pages_here(Page)
        .filter(path__startswith=path)
        .annotate(
            place=place_in_source(),
            kind=F("content_type__model"),
            text=F("programmepage__summary"),
            minutes=F("lessonpage__minutes"),
            purpose=F("quizpage__purpose"),
        )
        .order_by("place")
    )
    nested: list[Item] = []
    by_path: dict[str, Item] = {}
    for page in pages:
        item = Item(
            kind=page.kind,
            id=page.pk,
            key=page.translation_key,
            title=page.title,
            summary=page.text or "",
            url=page_url(page.url_path, page.language),
            path=page.path,
            language=written_in(page),
            minutes=page.minutes or 0,
            purpose=page.purpose or "",
        )
        by_path[item.path] = item
        above = by_path.get(item.path[:-STEP])
        (above.items if above else nested).append(item)
    return nested


def programmes_here(frame: Frame) -> list[Item]:
    """Return the programmes below the visitor's page, with everything in them."""
    page = frame.page
    if not page:
        return []
    with override(frame.language):
        return [item for root in read(page.path) for item in root.items]
