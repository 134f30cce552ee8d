"""Has pages read into the index again, once the transaction that changed them is through."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django_tasks import task

from search.index.outbox import batches
from search.index.write import refresh


@task()
def refresh_pages(keys: list[str]) -> None:
    """Read the pages with these translation keys again."""
    refresh([UUID(key) for key in keys])


def refresh_keys(keys: Iterable[UUID]) -> None:
    """Have the index follow the pages with these translation keys."""
    # A page is saved several times while it is published; once is enough to read it.
    hooks = [hook for _savepoints, hook, *_ in connection.run_on_commit]
    waiting = [hook.keys for hook in hooks if isinstance(hook, Refresh) and not hook.is_done]
    if new := frozenset(keys).difference(*waiting):
        transaction.on_commit(Refresh(new))


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
