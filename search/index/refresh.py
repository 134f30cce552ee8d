"""Has pages and their parts read again, once the transaction that changed them is through."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from django_tasks import task

from search.index.outbox import batches
from search.index.write import refresh


@task()
def refresh_pages(keys: list[str]) -> None:
    """Read the pages with these translation keys again."""
    refresh([UUID(key) for key in keys])


@task()
def refresh_parts(keys: list[str], parts: list[str]) -> None:
    """Read these parts of the pages with these translation keys again."""
    refresh([UUID(key) for key in keys], [UUID(part) for part in parts])


def refresh_keys(keys: Iterable[UUID]) -> None:
    """Have the index follow the pages with these translation keys."""
    # A page is saved several times while it is published; once is enough to read it.
    waiting = [hook.keys for hook in _waiting() if not isinstance(hook, RefreshParts)]
    if new := frozenset(keys).difference(*waiting):
        transaction.on_commit(Refresh(new))


def refresh_part(keys: Iterable[UUID], part: UUID) -> None:
    """Have the index follow one part of the pages with these translation keys."""
    wanted = frozenset(keys)
    for hook in _waiting():
        if isinstance(hook, RefreshParts) and hook.keys == wanted:
            hook.parts.add(part)
            return
    transaction.on_commit(RefreshParts(wanted, parts={part}))


def _waiting() -> list["Refresh"]:
    hooks = [hook for _savepoints, hook, *_ in connection.run_on_commit]
    return [hook for hook in hooks if isinstance(hook, Refresh) and not hook.is_done]


@dataclass
class Refresh:
    """What waits for the end of a transaction, to be told from what others wait for."""

    keys: frozenset[UUID]
    is_done: bool = False

    def __call__(self) -> None:
        self.is_done = True
        # A task that fails is logged: no page fails to be saved because of search.
        for keys in batches(sorted(self.keys)):
            refresh_pages.enqueue([str(key) for key in keys])


@dataclass
class RefreshParts(Refresh):
    """The same for some parts of these pages; a part that is changed meanwhile joins them."""

    parts: set[UUID] = field(default_factory=set)

    def __call__(self) -> None:
        self.is_done = True
        pages = [str(key) for key in self.keys]
        for parts in batches(sorted(self.parts)):
            refresh_parts.enqueue(pages, [str(part) for part in parts])
