"""What a PDF can show, and a digest that tells whether one that was made still shows it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Max
from django.utils.translation import override
from wagtail.models import Page

from knowledgebase.models.model import ModelPage
from knowledgebase.models.reference import Reference
from knowledgebase.models.study import ChapterPage, StudyPage
from knowledgebase.papers.study import number_at
from knowledgebase.study.contents import public_chapters
from portal.furniture.models import Furniture
from portal.i18n import pages_here

# To be raised when the same content is to look otherwise.
LAYOUT = 1
STATE = ("pk", "last_published_at", "path")
KINDS = (StudyPage, ChapterPage, ModelPage)


@dataclass(frozen=True)
class Subject:
    """One page, or several models beside one another, in one language."""

    language: str
    keys: tuple[UUID, ...]

    def __str__(self) -> str:
        return ":".join([self.language, *map(str, self.keys)])

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Return the subject that `str` wrote."""
        language, *keys = text.split(":")
        return cls(language, tuple(UUID(key) for key in keys))

    def pages(self) -> list[Any]:
        """Return the public pages that it shows, in its order; some may be gone meanwhile."""
        with override(self.language):
            rows: Any = pages_here(Page).filter(translation_key__in=self.keys)
            by_key = {row.translation_key: row for row in rows.specific()}
        return [by_key[key] for key in self.keys if key in by_key]

    def fingerprint(self) -> str:
        """Return a digest of the states of everything that the PDF shows."""
        with override(self.language):
            pages = pages_here(Page).filter(translation_key__in=self.keys)
            furniture = Furniture.objects.current()
            state = [
                LAYOUT,
                str(self),
                *self._states(pages),
                str(Reference.objects.aggregate(Max("changed_at"), Count("pk"))),
                furniture and furniture.live_revision_id,
            ]
        return hashlib.sha256(json.dumps(state).encode()).hexdigest()

    def _states(self, pages: Any) -> list[list[tuple[int, str]]]:
        """Return of each page its number as a chapter, then id and publication of all in it.

        A study's chapters are in it, in their order.
        """
        states = []
        for pk, published, path in pages.order_by("pk").values_list(*STATE):
            chapters = public_chapters(ChapterPage, path).values_list(*STATE)
            rows = [(pk, published, path), *chapters]
            states.append([(number_at(path), ""), *((pk, str(time)) for pk, time, _path in rows)])
        return states
