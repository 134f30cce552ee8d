"""Carries files from folders to buckets or back, under the same names, and checks each."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b, sha1
from typing import Any

from django.apps import apps
from django.db.models import FileField

from portal.media.stores import DIGEST_BYTES, expected_digest


class UnsoundError(Exception):
    """A file is missing, or is not what was once stored; the message says which."""


@dataclass(frozen=True)
class Kept:
    """A file that a row names; `sha1` is what Wagtail wrote down of an upload, or empty."""

    store: str
    name: str
    sha1: str

    def __str__(self) -> str:
        return f"{self.name} ({self.store})"

    def is_sound(self, data: bytes) -> bool:
        """Whether this is what was stored, as far as its name or its row tells."""
        if expected := expected_digest(self.name):
            return blake2b(data, digest_size=DIGEST_BYTES).hexdigest() == expected
        return not self.sha1 or sha1(data, usedforsecurity=False).hexdigest() == self.sha1


def kept_files() -> Iterator[Kept]:
    """Yield every file that a row of any model names."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                for row in model._base_manager.exclude(**{field.name: ""}).order_by("pk"):
                    file = getattr(row, field.name)
                    hashed = getattr(row, "file_hash", "") if field.name == "file" else ""
                    yield Kept(file.storage.title, file.name, hashed)


def carry(kept: Kept, source: Any, target: Any, *, is_trial: bool) -> bool:
    """Copy a file, if it is not there already; return whether that was (or is) to be done.

    Raises UnsoundError, and OSError where a store fails.
    """
    data, there = _read(source, kept.name), _read(target, kept.name)
    if data is None and there is not None and kept.is_sound(there):
        return False  # an earlier run moved it
    if data is None:
        raise UnsoundError("is missing")
    if not kept.is_sound(data):
        raise UnsoundError("is half-written or was altered")
    if data == there:
        return False
    if not is_trial:
        target.put(kept.name, data)
        if _read(target, kept.name) != data:
            raise UnsoundError("did not arrive whole")
    return True


def _read(store: Any, name: str) -> bytes | None:
    try:
        with store.open(name) as file:
            return file.read()
    except FileNotFoundError:
        return None
