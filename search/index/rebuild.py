"""Builds the search server's index anew beside the one that is searched."""

from collections.abc import Callable

from search.engines.documents import Documents
from search.engines.indexes import Indexes
from search.index.difference import compare_documents
from search.index.outbox import BATCH, send_all
from search.models import Entry


def rebuild(indexes: Indexes, tell: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Build and swap; go on where an earlier attempt ended. Raises `EngineError`.

    `tell` is called with how many entries are sent, and how many there are in all.
    """
    indexes.prepare()
    _fill(indexes.next, tell)
    send_all(indexes.next, compare_documents(indexes.next).all)
    indexes.swap()
    # What was written meanwhile went to the index before.
    send_all(indexes.live, compare_documents(indexes.live).all)


def _fill(documents: Documents, tell: Callable[[int, int], None]) -> None:
    last, total = documents.last(), Entry.objects.count()
    done = Entry.objects.filter(pk__lte=last).count()
    tell(done, total)
    while ids := _ids_after(last):
        send_all(documents, ids)
        last, done = ids[-1], done + len(ids)
        tell(done, total)


def _ids_after(last: int) -> list[int]:
    ids = Entry.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
    return list(ids[:BATCH])
