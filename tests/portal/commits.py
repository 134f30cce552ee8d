"""What waits for the end of a transaction, in tests whose own transaction never ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connection


@contextmanager
def commits_at_once() -> Iterator[None]:
    """Run at once what waits for a commit, as where every publication is committed by itself.

    Wagtail publishes what it holds in memory: were all of it run in the end, a page's count of
    children would be that of the time before they were added.
    """

    def run(function: Callable[[], Any], robust: bool = False) -> None:
        function()

    with patch.object(connection, "on_commit", run):
        yield
