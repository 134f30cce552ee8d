"""Has pages read into the index again, once the transaction that changed them is through."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django_tasks import task

from search.index.write import refresh


@task()
def refresh_page(key: str) -> None:
    """Read the pages with this translation key again."""
    refresh([UUID(key)])


def refresh_soon(pages: QuerySet) -> None:
    """Have the index follow these pages."""
    refresh_keys(pages.values_list("translation_key", flat=True).distinct())


def refresh_keys(keys: Iterable[UUID]) -> None:
    """Have the index follow the pages with these translation keys."""
    # A page is saved several times while it is published; once is enough to read it.
    hooks = [hook for _savepoints, hook, *_ in connection.run_on_commit]
    waiting = {hook.key for hook in hooks if isinstance(hook, Refresh) and not hook.is_done}
    for key in set(keys) - waiting:
        transaction.on_commit(Refresh(key))


@dataclass
class Refresh:
    """What waits for the end of a transaction, to be told from what others wait for."""

    key: UUID
    is_done: bool = False

    def __call__(self) -> None:
        self.is_done = True
        # A task that fails is logged: no page fails to be saved because of search.
        refresh_page.enqueue(str(self.key))
