"""The two stores: one for what visitors may have, one for everything else.

Each is a folder in `var/` or a bucket of an S3 server, with the same rules: a file never takes the
place of another, lies where nobody guesses, and is there whole or not at all.
"""

import os
import re
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage
from django.utils.functional import cached_property

NO_ADDRESS = "/no-address/"
DIGEST_BYTES = 8
# 128 bits that nobody guesses, then the digest of what the file holds.
FOLDER = re.compile(r"[0-9a-f]{32}([0-9a-f]{16})")


class StoreError(OSError):
    """A store could not do what it was asked; the message names it, and no secret."""


def digest(file: Any) -> str:
    """Return what a file's folder says of its content; reads the file to its end."""
    found = blake2b(digest_size=DIGEST_BYTES)
    for chunk in file.chunks():
        found.update(chunk)
    return found.hexdigest()


def expected_digest(name: str) -> str | None:
    """Return the digest in a stored file's name; None where the name says none."""
    match = FOLDER.fullmatch(PurePosixPath(name).parent.name)
    return match and match[1]


class Store(Storage):
    """What holds for every store; comes before Django's or another package's storage."""

    title: str  # in logs
    # Whether it failed a moment ago, and is not asked again before another moment.
    rests = False

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Store a file in a folder of its own and return its name."""
        file = content if hasattr(content, "chunks") else File(content, name)
        path = PurePosixPath(name or file.name or "")
        folder = f"{token_hex(16)}{digest(file)}"
        return super().save(str(path.parent / folder / path.name), file, max_length)

    def delete(self, name: str) -> None:
        """Delete a file; if the store cannot do it now, it is done when it can."""
        from portal.media.leftovers import remember  # noqa: PLC0415, needs models

        try:
            self.delete_now(name)
        except OSError:
            remember(self.title, name)

    def delete_now(self, name: str) -> None:
        """Delete a file or raise OSError; one that is not there is no error."""
        raise NotImplementedError

    def put(self, name: str, data: bytes) -> None:
        """Write a file of exactly this name, in the place of one that may be there."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise OSError where the store does not answer."""
        self.exists("check")


class Folder(Store, FileSystemStorage):
    """A store in a folder of this machine."""

    def delete_now(self, name: str) -> None:
        FileSystemStorage.delete(self, name)

    def put(self, name: str, data: bytes) -> None:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(data)
        part.replace(path)

    def check(self) -> None:
        folder = Path(self.location)
        # It is made with its first file.
        if not os.access(folder if folder.exists() else folder.parent, os.W_OK):
            raise StoreError(f"the {self.title} store cannot be written to")

    def _save(self, name: str, content: File) -> str:
        try:
            return super()._save(name, content)  # type: ignore[misc]  # Django's types lack it
        except OSError:
            Path(self.path(name)).unlink(missing_ok=True)
            raise


class PublicFolder(Folder):
    """What visitors may have, in MEDIA_ROOT."""

    title = "public"


class PrivateFolder(Folder):
    """Everything else, in PRIVATE_ROOT: no address leads to it."""

    title = "private"

    # Not kept as Django keeps it: a test's own folder must end with the test.
    @property
    def base_location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    @cached_property
    def base_url(self) -> str:
        return NO_ADDRESS
