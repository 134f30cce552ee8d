"""Where files lie: what visitors may have in one storage, everything else in another.

The storages put each file into a folder of its own, see `portal.media.stores`.
"""

from pathlib import PurePath
from typing import Any

from django.core.files.storage import storages

NAME_BYTES = 120  # of a name, in UTF-8, so that every file system and every column has room


def private_storage() -> Any:
    """Return where originals and what waits lie; nothing of it is served by its address."""
    return storages["private"]


def public_storage() -> Any:
    """Return where the files lie that visitors get."""
    return storages["default"]


def stores_rest() -> bool:
    """Whether a store failed a moment ago, so that what was not found may still be there."""
    return any(getattr(store, "rests", False) for store in (private_storage(), public_storage()))


def short_name(filename: str) -> str:
    """Return a file's name, cut to NAME_BYTES with its extension kept."""
    path = PurePath(filename)
    room = NAME_BYTES - len(path.suffix.encode())
    return path.stem.encode()[:room].decode(errors="ignore") + path.suffix


def original_name(instance: Any, filename: str) -> str:
    """Return where an uploaded file lies."""
    return f"documents/{short_name(filename)}"


def public_name(instance: Any, filename: str) -> str:
    """Return where a file for visitors lies."""
    return f"documents/{short_name(filename)}"


def replacement_name(instance: Any, filename: str) -> str:
    """Return where a picture lies that shall replace another."""
    return f"replacements/{short_name(filename)}"
