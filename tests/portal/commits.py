"""What waits for the end of a transaction, in tests whose own transaction never ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.db.transaction import Atomic


@contextmanager
def commits_at_once() -> Iterator[None]:
    """Run what waits for a commit as soon as the outermost block within this one has ended.

    So it is where that block is committed. Wagtail publishes what it holds in memory: were all
    of it run in the end, a page's count of children would be that of the time before they were
    added.
    """
    depth, before = len(connection.savepoint_ids), len(connection.run_on_commit)
    leave, wait = Atomic.__exit__, connection.on_commit

    def leave_and_commit(block: Atomic, *error: Any) -> None:
        leave(block, *error)
        while len(connection.savepoint_ids) == depth and len(connection.run_on_commit) > before:
            _savepoints, function, _is_robust = connection.run_on_commit.pop(before)
            function()

    def wait_within(function: Callable[[], Any], robust: bool = False) -> None:
        if len(connection.savepoint_ids) == depth:
            function()
        else:
            wait(function, robust)

    with (
        patch.object(Atomic, "__exit__", leave_and_commit),
        patch.object(connection, "on_commit", wait_within),
    ):
        yield
