"""Remembers for a search server what it was not told yet, and tells it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.conf import settings
from django.db import transaction

from search.engines.base import EngineError
from search.engines.documents import Documents
from search.models import Change, Entry

BATCH = 200
Key = TypeVar("Key")


def remember(entry_ids: Iterable[int]) -> None:
    """Note that these entries were written or removed, and have the server told soon."""
    changes = [Change(entry_id=entry_id) for entry_id in entry_ids]
    if settings.SEARCH_ENGINE == "database" or not changes:
        return
    Change.objects.bulk_create(changes)
    from search.tasks import send_soon  # noqa: PLC0415, sends what this module remembers

    transaction.on_commit(send_soon, robust=True)


def send(documents: Documents, entry_ids: Iterable[int]) -> set[int]:
    """Make documents what the table holds, and return the ids that were refused.

    The table is read again afterwards: of two that send at once, the last to write has then
    written what is there, even where it read earlier than the other.
    """
    refused: set[int] = set()
    left = set(entry_ids)
    while left:
        entries = list(Entry.objects.filter(pk__in=left))
        sent = {entry.pk: entry.digest for entry in entries}
        refused |= documents.put(entries, left - set(sent))
        now = dict(Entry.objects.filter(pk__in=left).values_list("pk", "digest"))
        left = {pk for pk in left - refused if sent.get(pk) != now.get(pk)}
    return refused


def send_all(documents: Documents, entry_ids: Iterable[int]) -> None:
    """Send any number of entries; raises `EngineError` where one is refused."""
    for ids in batches(entry_ids):
        if refused := send(documents, ids):
            raise EngineError(f"it refused {len(refused)} entries")


def batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Yield keys in the portions that are read and sent at once."""
    ordered = list(keys)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
