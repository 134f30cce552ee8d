"""The modules, lessons and quizzes of a programme as a visitor meets them, without their texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Subquery, Value
from django.utils.translation import get_language, override
from wagtail.models import Page

from knowledgebase.study.contents import place_in_source
from portal.frame import Frame
from portal.i18n import page_url, pages_here, written_in
from portal.readable import readable

STEP = Page.steplen
DEPTH = 5  # of every programme in the tree: it has one place, see `parent_page_types`


@dataclass
class Item:
    """A programme, module, lesson or quiz; `language` is the one that it can be read in.

    Only a programme has a `summary`, only a quiz `attempts`: 0 for as many as people like. Visitors
    meet what `is_open`; the rest is restricted.
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
    attempts: int
    is_open: bool
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
    def steps(self) -> list["Item"]:
        """The lessons and quizzes below it, in the order in which they are followed."""
        return [item for item in self.all if item.kind != "modulepage"]

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
        items = self.programme.items if self.programme else []
        modules = [item for item in items if item.kind == "modulepage"]
        path = self.page.path if self.page else ""
        return next((item for item in modules if path.startswith(item.path)), None)

    @property
    def programmes(self) -> list[Item]:
        """The programme, where it is public."""
        return [self.programme] if self.programme else []

    @property
    def steps(self) -> list[Item]:
        """Lessons and quizzes of the programme, in the order in which they are followed."""
        return self.programme.steps if self.programme else []

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


class Outlines:
    """What several programmes at tree paths of the visitor's language are made of, by one query."""

    def __init__(self, paths: Iterable[str]) -> None:
        named = [*paths]
        self.programmes = read(*named) if named else []

    @property
    def steps(self) -> list[Item]:
        """The lessons and quizzes of all of them."""
        return [step for programme in self.programmes for step in programme.steps]


def programme_at(path: str) -> Item | None:
    """Return the programme at a tree path of the visitor's language; None if it is not public."""
    found = read(path)
    return found[0] if found and found[0].path == path else None


def read(*paths: str) -> list[Item]:
    """Return the pages at tree paths and all below them, nested, in the order of the source."""
    below = Q(*(("path__startswith", path) for path in paths), _connector=Q.OR)
    pages = _in_order(pages_here(Page).filter(below).annotate(is_open=Value(True)))
    return _nested((page.path, page) for page in pages)


def whole_programme(key: UUID) -> Item | None:
    """Return a programme as its trainers see it, with one query: what is restricted too.

    It is what is live in the source, so that its steps are the same in every language; each is
    named in the visitor's, where it is translated.
    """
    here = get_language()
    source = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, live=True)
    top = source.filter(translation_key=key, depth=DEPTH).values("path")
    below = source.filter(depth__gte=DEPTH, path__startswith=Subquery(top[:1]))
    pages = Page.objects.filter(
        live=True,
        locale__language_code__in={settings.LANGUAGE_CODE, here},
        translation_key__in=below.values("translation_key"),
    ).annotate(
        language=F("locale__language_code"),
        language_of_original=F("alias_of__locale__language_code"),
        is_open=ExpressionWrapper(readable(), output_field=BooleanField()),
    )
    in_order = sorted(_in_order(pages), key=lambda page: (page.place, page.language == here))
    found = _nested({page.place: page for page in in_order}.items())
    return found[0] if found else None


def _in_order(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Return pages with what an item needs, in the order of the source."""
    return pages.annotate(
        place=place_in_source(),
        kind=F("content_type__model"),
        text=F("programmepage__summary"),
        minutes=F("lessonpage__minutes"),
        purpose=F("quizpage__purpose"),
        attempts=F("quizpage__attempts"),
    ).order_by("place")


def _nested(pages: Iterable[tuple[str, Any]]) -> list[Item]:
    """Return as items the pages, each with its place in the tree, below those above them."""
    nested: list[Item] = []
    by_place: dict[str, Item] = {}
    for place, page in pages:
        by_place[place] = item = _item(page)
        above = by_place.get(place[:-STEP])
        (above.items if above else nested).append(item)
    return nested


def _item(page: Any) -> Item:
    return Item(
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
        attempts=page.attempts or 0,
        is_open=page.is_open,
    )


def programmes_here(frame: Frame) -> list[Item]:
    """Return the programmes below the visitor's page, with everything in them."""
    page = frame.page
    if not page:
        return []
    with override(frame.language):
        return [item for root in read(page.path) for item in root.items]
