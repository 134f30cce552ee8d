"""All that is asked of the things in a bundle: read at once, for many as for one.

More queries come with more kinds of pages and terms, and a few with each draft that is opened.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import DraftStateMixin, Page, Revision, WorkflowState
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from portal.publishing.bundles.models import BundleItem, kind_of
from portal.publishing.models import TakenThing
from portal.readable import is_closed
from portal.translating.models import TranslationState

# Whoever has a form open says so every ten seconds.
AT_WORK = timedelta(minutes=1)
# What a version says of itself beside its content: who owns and locked it, when, where.
NO_CONTENT = {
    *("owner", "locked", "locked_at", "locked_by", "live", "expired", "alias_of", "url_path"),
    *("has_unpublished_changes", "first_published_at", "last_published_at", "live_revision"),
    *("latest_revision", "latest_revision_created_at", "path", "depth", "numchild"),
    *("draft_title", "wagtail_admin_comments", "content_type"),
}
Key = tuple[int, int]
Words = tuple[UUID, int]  # a thing's translation key, and a language


class Facts:
    """What is known of things by their keys (see `BundleItem.key`), read when it is asked for."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.keys = set(keys)
        self.now = timezone.now()
        self._drafts: dict[int, Any] = {}

    @classmethod
    def of(cls, items: Iterable[BundleItem]) -> "Facts":
        """Return what is known of the things in a bundle."""
        return cls(item.key for item in items)

    @cached_property
    def things(self) -> dict[Key, Any]:
        """The pages and terms as they are now; those that were deleted are missing."""
        found = {}
        for kind, pks in grouped(self.keys).items():
            model: Any = ContentType.objects.get_for_id(kind).model_class()
            if model is None:
                continue
            rows = model._default_manager.filter(pk__in=pks).select_related("locale")
            for row in rows.specific() if model is Page else rows:
                found[kind, row.pk] = row
        return found

    @cached_property
    def pages(self) -> list[Page]:
        """Those of them that are pages."""
        return [thing for thing in self.things.values() if isinstance(thing, Page)]

    @cached_property
    def translation_keys(self) -> set[UUID]:
        """By what they are known in every language."""
        return {thing.translation_key for thing in self.things.values()}

    @cached_property
    def languages(self) -> dict[UUID, list[Any]]:
        """Each of them in all its languages."""
        found = defaultdict(list)
        for model in {Page if isinstance(each, Page) else type(each) for each in self._all}:
            rows = model._default_manager.filter(translation_key__in=self.translation_keys)
            for row in rows.select_related("locale").order_by("pk"):
                found[row.translation_key].append(row)
        return found

    @property
    def _all(self) -> Iterable[Any]:
        return self.things.values()

    @cached_property
    def revisions(self) -> dict[int, Revision]:
        """The newest version of each that has some, by its number."""
        pks = [getattr(each, "latest_revision_id", None) for each in self._all]
        return Revision.objects.in_bulk([pk for pk in pks if pk])

    @cached_property
    def translations(self) -> dict[Words, Translation]:
        """What wagtail-localize keeps of those that are translations."""
        kept = Translation.objects.filter(source__object_id__in=self.translation_keys, enabled=True)
        rows = kept.select_related("source__locale", "target_locale")
        return {(row.source.object_id, row.target_locale_id): row for row in rows}

    @cached_property
    def states(self) -> dict[Words, TranslationState]:
        """How far each translation is."""
        rows = TranslationState.objects.filter(translation_key__in=self.translation_keys)
        return {(row.translation_key, row.locale_id): row for row in rows}

    @cached_property
    def words(self) -> dict[Words, list[tuple[str, UUID, str]]]:
        """The words of each translation: where, for which text, and what they are."""
        rows = StringTranslation.objects.filter(
            context__object_id__in=self.translation_keys, has_error=False
        )
        named = ("context__path", "translation_of__data_hash", "data")
        found = defaultdict(list)
        for key, locale, *words in rows.values_list("context__object_id", "locale_id", *named):
            found[key, locale].append(tuple(words))
        return found

    @cached_property
    def overrides(self) -> dict[Words, list[tuple[str, str]]]:
        """What each translation has of its own beside words."""
        rows = SegmentOverride.objects.filter(context__object_id__in=self.translation_keys)
        found = defaultdict(list)
        for key, locale, *own in rows.values_list(
            "context__object_id", "locale_id", "context__path", "data_json"
        ):
            found[key, locale].append(tuple(own))
        return found

    @cached_property
    def texts(self) -> dict[int, list[tuple[str, UUID]]]:
        """What there is to translate in each source that is public: where, and which text."""
        sources = [translation.source_id for translation in self.translations.values()]
        rows = StringSegment.objects.filter(source__in=sources)
        found = defaultdict(list)
        for source, *text in rows.values_list("source_id", "context__path", "string__data_hash"):
            found[source].append(tuple(text))
        return found

    @cached_property
    def in_review(self) -> set[Key]:
        """Those that wait for somebody's decision."""
        rows = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
        return {*self._named(rows, "base_content_type_id")}

    @cached_property
    def planned(self) -> dict[Key, Any]:
        """Those that go live by themselves, and when."""
        rows = Revision.objects.filter(approved_go_live_at__isnull=False)
        return self._named(rows, "base_content_type_id", "approved_go_live_at")

    @cached_property
    def open_with(self) -> dict[Key, EditingSession]:
        """Those that somebody has open and edits, with who."""
        seen = EditingSession.objects.filter(last_seen_at__gte=self.now - AT_WORK, is_editing=True)
        rows = self._about(seen, "content_type_id").select_related("user").order_by("last_seen_at")
        return {(row.content_type_id, int(row.object_id)): row for row in rows}

    def _about(self, rows: QuerySet, kind: str) -> QuerySet:
        """Return those of the rows that name one of the things by a kind and a number in words."""
        named = (
            Q(**{kind: each}, object_id__in=[str(pk) for pk in pks])
            for each, pks in grouped(self.things).items()
        )
        return rows.filter(Q(*named, _connector=Q.OR)) if self.things else rows.none()

    def _named(self, rows: QuerySet, kind: str, value: str = "pk") -> dict[Key, Any]:
        found = self._about(rows, kind).order_by("pk").values_list(kind, "object_id", value)
        return {(each, int(pk)): what for each, pk, what in found}

    @cached_property
    def taken_down(self) -> dict[UUID, int]:
        """Those that an emergency took from visitors, with the number of the record."""
        rows = TakenThing.objects.filter(
            translation_key__in=self.translation_keys, take_down__undone_at=None
        )
        found = rows.values_list("translation_key", "take_down_id")
        return {key: record for key, record in found if key}

    @cached_property
    def closed(self) -> set[int]:
        """The pages that not everybody may read."""
        pks = [page.pk for page in self.pages]
        rows = Page.objects.filter(is_closed(), pk__in=pks) if pks else Page.objects.none()
        return {*rows.values_list("pk", flat=True)}

    @cached_property
    def hidden_above(self) -> list[Page]:
        """The pages above any of them that visitors cannot read."""
        step = Page.steplen
        paths = {
            page.path[:end] for page in self.pages for end in range(2 * step, len(page.path), step)
        }
        return list(Page.objects.filter(path__in=paths, live=False).order_by("path"))

    @cached_property
    def parents(self) -> dict[str, int]:
        """The number of the page right above each page, by its path."""
        paths = [page.path[: -Page.steplen] for page in self.pages]
        return dict(Page.objects.filter(path__in=paths).values_list("path", "pk"))

    def translation_into(self, thing: Any) -> Translation | None:
        """Return what wagtail-localize keeps of a thing as a translation; None for a source."""
        translation = self.translations.get((thing.translation_key, thing.locale_id))
        return translation if translation and not getattr(thing, "alias_of_id", None) else None

    def draft_of(self, thing: Any) -> Any:
        """Return a thing as its newest version has it, not saved; itself where it has none."""
        number = getattr(thing, "latest_revision_id", None) or 0
        if number not in self._drafts and (revision := self.revisions.get(number)):
            self._drafts[number] = thing.with_content_json(dict(revision.content))
        return self._drafts.get(number, thing)

    def version_of(self, thing: Any) -> str:
        """Return a digest of what would be published: of a translation its words, else its draft.

        A draft is saved again and again in one row, so that its number would not tell.
        """
        if self.translation_into(thing):
            own = thing.translation_key, thing.locale_id
            words = [(path, str(text), said) for path, text, said in self.words[own]]
            return digest([sorted(words), sorted(self.overrides[own])])
        revision = self.revisions.get(getattr(thing, "latest_revision_id", None) or 0)
        content = revision.content if revision else {}
        return digest({name: said for name, said in content.items() if name not in NO_CONTENT})

    def place_of(self, thing: Any) -> int | None:
        """Return the number of the page above a page."""
        return self.parents.get(thing.path[: -Page.steplen]) if isinstance(thing, Page) else None

    def is_draft(self, thing: Any) -> bool:
        """Whether a source, or what is translated no longer, has a version that is not public."""
        if not isinstance(thing, DraftStateMixin) or thing.latest_revision_id is None:
            return False
        return thing.has_unpublished_changes or not thing.live


def key_of(thing: Any) -> Key:
    """Return by what a thing is known."""
    return kind_of(thing).pk, thing.pk


def grouped(keys: Iterable[Key]) -> dict[int, list[int]]:
    """Return the numbers by their kind."""
    found = defaultdict(list)
    for kind, pk in sorted(keys):
        found[kind].append(pk)
    return found


def digest(content: Sequence | dict) -> str:
    """Return what tells two contents apart."""
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
