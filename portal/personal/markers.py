"""Who was erased, told by key in the private store, where a restored database does not forget it.

A marker is an empty file. Its name is the random key of an account, which says nothing of anybody.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from portal.media.storages import private_storage

FOLDER = "erasures"


def mark(key: UUID) -> None:
    """Write down that whoever has this key is to be erased, now and after each restored backup."""
    store: Any = private_storage()
    store.put(f"{FOLDER}/{key}", b"")


def marked_keys(store: Any = None) -> Iterator[UUID]:
    """Yield the keys of all who were erased."""
    try:
        _folders, names = (store or private_storage()).listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        with suppress(ValueError):
            yield UUID(name)
