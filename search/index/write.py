"""The one way into the index: a page is read again, and what changed is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from portal.i18n import live_translations, page_rows
from search.content import Content, Searchable
from search.engines import database_engine
from search.index.build import Rows, Source, build
from search.index.outbox import remember
from search.index.titles import save_title_words
from search.index.words import changes, count_words
from search.models import Entry, Expression, Passage

LONGEST_EXPRESSION = 255


def refresh(owners: Collection[UUID], parts: Collection[UUID] = ()) -> int:
    """Bring into the index what visitors can read of pages now; return how much changed.

    With `parts`, only of the parts that have these keys.
    """
    with transaction.atomic():
        # Two that publish the same page at once write one after the other.
        locked = Page.objects.filter(translation_key__in=owners).select_for_update()
        list(locked.order_by("pk").values_list("pk"))
        wanted: dict[UUID, list[Rows]] = {owner: [] for owner in owners}
        for source, content in contents(owners, parts):
            wanted[source.owner].append(build(source, content))
        return store(wanted, parts)


def contents(
    owners: Collection[UUID], parts: Collection[UUID] = ()
) -> Iterator[tuple[Source, Content]]:
    """Yield what each language's visitors find of the pages with these translation keys.

    With `parts`, only the parts that have these keys.
    """
    rows = page_rows(translation_key__in=owners, live=True)
    readable = {owner: live_translations(rows, owner) for owner in owners}
    ids = [row.id for complete in readable.values() for row in complete.values()]
    pages = _searchable(ids, parts)
    for owner, complete in readable.items():
        for audience, _name in settings.LANGUAGES if complete else ():
            row = complete.get(audience) or next(iter(complete.values()))
            for key, content in pages.get(row.id, ()):
                yield Source(key, owner, audience, row.id), content


def _searchable(
    page_ids: Iterable[int], parts: Collection[UUID]
) -> dict[int, list[tuple[UUID, Content]]]:
    """Return what each of these pages gives: itself first, then its parts; or only some parts."""
    pages = [
        page
        for page in Page.objects.filter(pk__in=page_ids).specific()
        if isinstance(page, Searchable)
    ]
    if parts:
        return {page.pk: [*page.get_search_parts_with(parts)] for page in pages}
    return {
        page.pk: [(page.translation_key, page.get_search_content()), *page.get_search_parts()]
        for page in pages
    }


@transaction.atomic
def store(wanted: Mapping[UUID, list[Rows]], parts: Collection[UUID] = ()) -> int:
    """Make the entries of these owners those that are wanted; return how many changed.

    With `parts`, no other entries of theirs are touched.
    """
    entries = Entry.objects.filter(owner__in=wanted)
    if parts:
        entries = entries.filter(key__in=parts)
    before = {(entry.key, entry.audience): entry for entry in entries}
    changed: list[Rows] = []
    words: Counter = Counter()
    everything = [rows for each in wanted.values() for rows in each]
    for rows in everything:
        old = before.pop((rows.entry.key, rows.entry.audience), None)
        if old and old.digest == rows.entry.digest:
            continue
        if old:
            rows.entry.pk = old.pk
            words.update(changes(old, -1))
        words.update(changes(rows.entry, 1))
        changed.append(rows)
    for gone in before.values():
        words.update(changes(gone, -1))
    if changed or before:
        _remove([entry.pk for entry in before.values()])
        _save(changed)
        _save_expressions(before.values(), everything)
        count_words(words)
    return len(changed) + len(before)


@transaction.atomic
def forget(keys: Collection[UUID]) -> None:
    """Take what has these keys out of the index at once, before its page is read again."""
    entries = list(Entry.objects.filter(key__in=keys))
    words: Counter = Counter()
    for entry in entries:
        words.update(changes(entry, -1))
    _remove([entry.pk for entry in entries])
    Expression.objects.filter(group__in=keys).delete()
    count_words(words)


def _save(changed: list[Rows]) -> None:
    entries = [rows.entry for rows in changed]
    for entry in entries:
        if entry.pk:
            entry.save()
    Entry.objects.bulk_create(entry for entry in entries if not entry.pk)
    ids = [entry.pk for entry in entries]
    Passage.objects.filter(entry__in=ids).delete()
    for rows in changed:
        for passage in rows.passages:
            passage.entry = rows.entry
    Passage.objects.bulk_create(
        (passage for rows in changed for passage in rows.passages), batch_size=500
    )
    save_title_words(changed)
    database_engine().write(entries)
    remember(ids)


def _remove(ids: list[int]) -> None:
    Entry.objects.filter(pk__in=ids).delete()
    remember(ids)


def _save_expressions(gone: Iterable[Entry], wanted: list[Rows]) -> None:
    groups = {entry.key for entry in gone} | {rows.entry.key for rows in wanted}
    Expression.objects.filter(group__in=groups).delete()
    Expression.objects.bulk_create(
        Expression(group=rows.entry.key, language=rows.entry.language, terms=terms, asked=asked)
        for rows in _once(wanted)
        for terms, asked in rows.expressions.items()
        if len(terms) <= LONGEST_EXPRESSION
    )


def _once(wanted: list[Rows]) -> Iterable[Rows]:
    """Return each thing once in each language, whoever finds it."""
    return {(rows.entry.key, rows.entry.language): rows for rows in wanted}.values()
