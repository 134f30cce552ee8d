"""What a PDF can show, and a digest that tells whether one that was made still shows it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils.translation import override
from wagtail.models import Page, ReferenceIndex

from knowledgebase.models.model import ModelPage
from knowledgebase.models.reference import Reference
from knowledgebase.models.study import ChapterPage, StudyPage
from knowledgebase.papers.study import number_at
from knowledgebase.study.contents import public_chapters
from knowledgebase.training.models import ModulePage
from portal.furniture.models import Furniture
from portal.i18n import pages_here
from portal.media.models import Document, Image

# To be raised when the same content is to look otherwise.
LAYOUT = 3
# The pages that are named by those below them.
NAMED_BELOW = (
    Q(studypage__isnull=False) | Q(modelindexpage__isnull=False) | Q(programmepage__isnull=False)
)
Published = tuple[int, datetime | None, datetime | None]
KINDS = (StudyPage, ChapterPage, ModelPage, ModulePage)


class Sheet(StrEnum):
    """What trainers print of a module, and nobody else."""

    QUIZZES = "quizzes"
    ANSWERS = "answers"


@dataclass(frozen=True)
class Subject:
    """One page, or several models beside one another, in one language.

    With a `sheet` it is what trainers print of a module, be the module open to everybody or not:
    who asks must be somebody who may have it.
    """

    language: str
    keys: tuple[UUID, ...]
    sheet: Sheet | None = None

    def __str__(self) -> str:
        what = f"{self.language}/{self.sheet}" if self.sheet else self.language
        return ":".join([what, *map(str, self.keys)])

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Return the subject that `str` wrote."""
        what, *keys = text.split(":")
        language, _slash, sheet = what.partition("/")
        return cls(language, tuple(UUID(key) for key in keys), Sheet(sheet) if sheet else None)

    def pages(self) -> list[Any]:
        """Return the public pages that it shows, in its order; some may be gone meanwhile."""
        with override(self.language):
            by_key = {row.translation_key: row for row in self._pages().specific()}
        return [by_key[key] for key in self.keys if key in by_key]

    def fingerprint(self) -> str:
        """Return a digest of the states of everything that the PDF shows."""
        with override(self.language):
            furniture = Furniture.objects.current()
            published = self._published()
            state = [
                LAYOUT,
                str(self),
                [number_at(path) for path in self._pages().values_list("path", flat=True)],
                published,
                files_in(pk for pk, *_times in published),
                Reference.objects.aggregate(Max("changed_at"), Count("pk")),
                furniture and furniture.live_revision_id,
            ]
        return hashlib.sha256(json.dumps(state, default=str).encode()).hexdigest()

    def changed_at(self) -> datetime | None:
        """Return when anything that the PDF shows was published last."""
        with override(self.language):
            times = [time for _pk, *both in self._published() for time in both if time]
        return max(times, default=None)

    def _pages(self) -> Any:
        pages = pages_here(Page)
        if self.sheet:
            pages = Page.objects.live().filter(locale__language_code=self.language)
        return pages.filter(translation_key__in=self.keys).order_by("pk")

    def _published(self) -> list[Published]:
        """Return every page that is in the PDF, in order: chapters of a study, say.

        What trainers print shows all languages of a module. A chapter names its study, a model
        the collection, a workbook its programme.
        """
        if self.sheet:
            modules = Page.objects.filter(translation_key__in=self.keys).values_list("path")
            inside = [Q(path__startswith=path) for (path,) in modules]
            return published(Page.objects.live().filter(reduce(or_, inside, Q())).order_by("pk"))
        found = []
        for pk, path in self._pages().values_list("pk", "path"):
            above = Page.objects.filter(NAMED_BELOW, path=path[: -Page.steplen])
            found += published(above) + published(Page.objects.filter(pk=pk))
            found += published(public_chapters(Page, path))
        return found


def published(pages: Any) -> list[Published]:
    """Return id and last publication of pages, and that of their source, which brings figures."""
    source = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    times = {"source_published_at": Subquery(source.values("last_published_at")[:1])}
    return list(
        pages.annotate(**times).values_list("pk", "last_published_at", "source_published_at")
    )


def files_in(page_ids: Iterable[int]) -> list[tuple[str, str, bool]]:
    """Return the documents and pictures that pages use: title, file, whether everybody gets it."""
    base = ContentType.objects.get_for_model(Page)
    named = ReferenceIndex.objects.filter(
        base_content_type=base, object_id__in=[str(pk) for pk in page_ids]
    )
    found = []
    for model in (Document, Image):
        to = ContentType.objects.get_for_model(model)
        ids = {
            int(pk)
            for pk in named.filter(to_content_type=to).values_list("to_object_id", flat=True)
        }
        files = model.objects.filter(pk__in=ids).order_by("pk")
        found += [(file.title, file.filename, file.is_public) for file in files]
    return found
