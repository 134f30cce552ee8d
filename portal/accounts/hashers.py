"""Passwords are hashed a few at a time, so that who guesses leaves the pages their processors."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from portal.quotas import BusyError

# In each process; what waits holds a thread, so fewer wait than there are (portal/server.py).
AT_WORK, WAITING = 1, 3
_work, _places = BoundedSemaphore(AT_WORK), BoundedSemaphore(AT_WORK + WAITING)


class QueuedHasher(PBKDF2PasswordHasher):
    """Django's own, behind a queue that is never longer than a few."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        """Return the hash; raise `BusyError` where too many wait already."""
        with _turn():
            return super().encode(password, salt, iterations)


@contextmanager
def _turn() -> Iterator[Any]:
    if not _places.acquire(blocking=False):
        raise BusyError("passwords", seconds=5)
    try:
        with _work:
            yield
    finally:
        _places.release()
