"""Has the index follow whatever its entries are made of, in whichever way that changes.

Pages say by `Searchable.search_depends_on` which rows their entries are made of, and by
`search_part_model` which rows are parts of them; this is the one place that watches those rows.
What `QuerySet.update` changes tells nobody: whoever uses it calls `follow`.
"""

from collections import defaultdict
from collections.abc import Collection as Some
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet
from django.db.models.functions import Length, Substr
from django.db.models.signals import m2m_changed, post_save, pre_delete
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    TranslatableMixin,
)
from wagtail.signals import post_page_move

from portal.readable import closed_by
from search.content import PARENT, Searchable
from search.index.refresh import refresh_keys, refresh_part
from search.models import Entry

# What saving a draft writes into the live row; nothing of it is public.
OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}
ONE_PAGE = f"SELECT id FROM {Page._meta.db_table} WHERE id = %s"  # noqa: S608, names of ours
Shown = tuple[type[Any], str]  # a type of pages, and the lookup from them to a row


def watch() -> None:
    """Follow the rows that all types of pages name."""
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    for model in (*pages, *shown(), *parted(), PageViewRestriction, CollectionViewRestriction):
        post_save.connect(follow_saved, sender=model)
        # Before: afterwards nobody knows who showed it. What waits for the commit reads later.
        pre_delete.connect(follow_deleted, sender=model)
    for through in relations():
        m2m_changed.connect(follow_relation, sender=through)
    post_page_move.connect(follow_moved)


def follow(row: Model) -> None:
    """Read the pages again whose entries are made of a row, or that it makes more or less public.

    They are read once the transaction is through; a row about to be deleted is gone by then.
    """
    if isinstance(row, Page):
        refresh_keys([row.translation_key, *_below(Page.objects.filter(pk=row.pk))])
    elif isinstance(row, PageViewRestriction):
        follow_reach(row.page_id)
    elif isinstance(row, CollectionViewRestriction):
        follow(row.collection)
    elif pages := parted().get(type(row)):
        follow_part(row, pages)
    else:
        refresh_keys(keys_showing(row))


def follow_part(row: Any, pages: Iterable[type[Any]]) -> None:
    """Read one part again of the pages that it is on, unless search never had anything of it."""
    if row.is_in_search or Entry.objects.filter(key=row.key).exists():
        for page_type in pages:
            refresh_part(_keys(page_type.objects.all()), row.key)


def follow_reach(page_id: int) -> None:
    """Read all pages again that a restriction on a page closes: below it, in every language."""
    refresh_keys(_keys(Page.objects.filter(pk__in=closed_by(ONE_PAGE, page_id))))


def follow_saved(
    instance: Model, raw: bool, update_fields: Some[str] | None = None, **kwargs: Any
) -> None:
    """Follow a row that was saved, unless only its draft was, or half of it (`raw`)."""
    is_draft = update_fields is not None and set(update_fields) <= OF_DRAFTS
    if not (raw or is_draft):
        follow(instance)


def follow_deleted(instance: Model, **kwargs: Any) -> None:
    """Follow a row that is about to be deleted."""
    follow(instance)


def follow_moved(instance: Page, **kwargs: Any) -> None:
    """Follow a page that was moved, with all that is public with it or is not."""
    follow_reach(instance.pk)


def follow_relation(
    instance: Model, action: str, model: type[Model], pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Follow a page that got or lost a term, from whichever side that was done."""
    if action in ("pre_clear", "post_add", "post_remove"):
        is_forward = isinstance(instance, Page) or not pk_set
        for row in [instance] if is_forward else model._default_manager.filter(pk__in=pk_set):
            follow(row)


def keys_showing(row: Model) -> set[UUID]:
    """Return the translation keys of the pages whose entries are made of a row."""
    keys: set[UUID] = set()
    for page_type, path in shown().get(type(row), ()):
        pages = page_type.objects.filter(**_condition(row, path))
        keys |= {*_keys(pages), *_below(pages)}
    return keys


def _condition(row: Any, path: str) -> dict[str, Any]:
    """Return the lookup for pages that show a row, its translations, or what is in or below it."""
    if not path:
        return {}
    if isinstance(row, Collection):
        return {f"{path}__path__startswith": row.path}
    if isinstance(row, TranslatableMixin):
        return {f"{path}__translation_key": row.translation_key}
    return {path: row.pk}


def _keys(pages: QuerySet) -> Iterable[UUID]:
    return pages.order_by().values_list("translation_key", flat=True).distinct()


def _below(pages: QuerySet) -> Iterator[UUID]:
    """Yield the keys of the pages that give what the page above them gives."""
    above = Substr("path", 1, Length("path") - Page.steplen)
    for page_type in searchable_types():
        if PARENT in page_type.search_depends_on:
            children = page_type.objects.annotate(above=above)
            yield from _keys(children.filter(above__in=pages.order_by().values("path")))


@cache
def searchable_types() -> list[type[Any]]:
    """Return all types of pages that are in search."""
    return [model for model in apps.get_models() if issubclass(model, Searchable)]


@cache
def parted() -> dict[type[Model], list[type[Any]]]:
    """Return by model the types of pages that its rows are parts of."""
    found: dict[type[Model], list[type[Any]]] = defaultdict(list)
    for page_type in searchable_types():
        if page_type.search_part_model:
            found[apps.get_model(page_type.search_part_model)].append(page_type)
    return dict(found)


@cache
def shown() -> dict[type[Model], list[Shown]]:
    """Return by model which pages' entries are made of its rows."""
    found: dict[type[Model], list[Shown]] = defaultdict(list)
    for page_type in searchable_types():
        for name in page_type.search_depends_on:
            for model, path in _named(page_type, name):
                found[model].append((page_type, path))
    return dict(found)


def _named(page_type: type[Any], name: str) -> Iterator[tuple[type[Model], str]]:
    """Yield each model on the way to what is named, with the lookup to it."""
    if "." in name and name != PARENT:
        yield apps.get_model(name), ""
        return
    model, parts = page_type, []
    for part in name.split("__") if name != PARENT else ():
        model = model._meta.get_field(part).related_model
        parts.append(part)
        yield model, "__".join(parts)


@cache
def relations() -> set[type[Model]]:
    """Return the tables by which pages name many rows."""
    fields = (
        page_type._meta.get_field(name.partition("__")[0])
        for page_type in searchable_types()
        for name in page_type.search_depends_on
        if "." not in name
    )
    return {field.remote_field.through for field in fields if field.many_to_many}
