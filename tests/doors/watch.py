"""What visitors see, row by row, and whether somebody's request changed it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest import mock

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.storage import FileSystemStorage
from django.db import connection, models
from modelcluster.fields import ParentalKey
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail_localize.models import Translation

from portal.comments.models import Comment, CommentSettings
from portal.media.models import Document, Image
from portal.publishing.mixins import is_gated

# Columns that only people in the admin see.
UNSEEN = {
    "alias_of_id",
    "draft_title",
    "has_unpublished_changes",
    "latest_revision_created_at",
    "latest_revision_id",
    "locked",
    "locked_at",
    "locked_by_id",
    "numchild",
    "owner_id",
}
# What decides who reads, who may and what follows: all but the last are for administrators, and
# what readers wrote for moderators.
AROUND = [
    CollectionViewRestriction,
    Collection,
    Site,
    Locale,
    GroupPagePermission,
    GroupCollectionPermission,
    Group.permissions.through,
    get_user_model().groups.through,
    Comment,
    CommentSettings,
    Translation,
]
WRITES = re.compile(
    r'^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE
)

Owner = tuple[type[models.Model], Any]


class Row(NamedTuple):
    """A public row: the thing that it belongs to, and what stands in it."""

    owner: Owner
    values: dict[str, Any]


class Table(NamedTuple):
    """A table that the public is shown, and how its rows belong to things."""

    model: type[models.Model]
    owner: type[models.Model]
    key: str  # the column with the owner's primary key

    def rows(self) -> dict[Any, Row]:
        """Return the rows of what is live, by their primary key."""
        rows = self.model._default_manager.all()
        if any(field.name == "live" for field in self.owner._meta.get_fields()):
            path = self.key.removesuffix("_id")
            rows = rows.filter(**{"live" if self.model is self.owner else f"{path}__live": True})
        fields = [field.attname for field in self.model._meta.local_concrete_fields]
        shown = [name for name in fields if name not in UNSEEN]
        pk = self.model._meta.pk.attname
        return {row[pk]: self._row(row) for row in rows.values(*shown)}

    def _row(self, row: dict[str, Any]) -> Row:
        # That a page has a live revision of its own says that it is translated; which, nothing.
        row = {
            name: bool(value) if name == "live_revision_id" else value
            for name, value in row.items()
        }
        return Row((self.owner, row[self.key]), row)


def tables() -> dict[str, Table]:
    """Return the public tables by their name."""
    found = [Table(Page, Page, "id"), Table(PageViewRestriction, Page, "page_id")]
    for model in apps.get_models():
        if issubclass(model, Page) and model is not Page:
            found.append(Table(model, Page, model._meta.pk.attname))
        elif issubclass(model, (Image, Document)) or (is_gated_model(model) and not parent(model)):
            found.append(Table(model, model, model._meta.pk.attname))
        elif (field := parent(model)) and issubclass(field.related_model, Page):
            if field.related_model is not Page:  # comments and the like stand in the admin only
                found.append(Table(model, Page, field.attname))
            continue
        else:
            continue
        found += [
            Table(relation.remote_field.through, found[-1].owner, f"{relation.m2m_field_name()}_id")
            for relation in model._meta.local_many_to_many
            if isinstance(relation, models.ManyToManyField)  # and not tags
        ]
    found += [Table(model, model, model._meta.pk.attname) for model in AROUND]
    return {table.model._meta.db_table: table for table in found}


def is_gated_model(model: type[models.Model]) -> bool:
    """Whether the gate answers for rows of the model."""
    return not model._meta.abstract and is_gated(model())


def parent(model: type[models.Model]) -> Any:
    """Return the key by which rows of the model belong to something."""
    return next((each for each in model._meta.get_fields() if isinstance(each, ParentalKey)), None)


class Change(NamedTuple):
    """A public row that was changed, taken away or put there."""

    owner: Owner
    what: str


class Watch:
    """Compares what is public now with how it was when the watch began."""

    def __init__(self) -> None:
        """Remember everything that is public."""
        self.tables = tables()
        self.start = {name: table.rows() for name, table in self.tables.items()}
        self.written: set[str] = set()
        self.removed: set[str] = set()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is written meanwhile; files stay, since no rollback brings them back."""
        self.written, self.removed = set(), set()

        def remove(storage: Any, name: str) -> None:
            self.removed.add(name)

        with (
            connection.execute_wrapper(self._note),
            mock.patch.object(FileSystemStorage, "delete", remove),
        ):
            yield

    def _note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if match := WRITES.match(sql):
            self.written.add(match[1])
        return execute(sql, params, many, context)

    def changes(self) -> list[Change]:
        """Return what is not as it was; only tables that were written can differ."""
        found = []
        for name in self.written & set(self.tables):
            before, now = self.start[name], self.tables[name].rows()
            # To begin a translation shows nobody anything; to stop one does.
            new = () if self.tables[name].model is Translation else now.keys()
            for pk in before.keys() | set(new):
                if change := compare(name, before.get(pk), now.get(pk)):
                    found.append(change)
        return found + list(self._files())

    def _files(self) -> Iterator[Change]:
        for name, table in self.tables.items():
            if table.model in (Image, Document):
                for row in self.start[name].values():
                    if row.values["file"] in self.removed:
                        yield Change(row.owner, f"{name}: the file is gone")


def compare(table: str, before: Row | None, now: Row | None) -> Change | None:
    """Return how a row differs."""
    if before is None or now is None:
        row = before or now
        return Change(row.owner, f"{table}: a row {'appeared' if before is None else 'vanished'}")
    names = [name for name, value in before.values.items() if now.values[name] != value]
    return Change(before.owner, f"{table}: {', '.join(names)} changed") if names else None
