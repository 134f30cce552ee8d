"""Opens ZIP archives that claim no more than they may."""

import zipfile
from typing import IO

from portal.media.processing.limits import MEMBERS, RATIO, SMALL, UNPACKED
from portal.media.processing.problems import (
    DAMAGED,
    ENCRYPTED,
    TOO_BIG,
    UnusableDocumentError,
)

MEMBER_IS_ENCRYPTED = 0x1  # in a member's flag bits
ENCRYPTED_OPEN_DOCUMENT = b"encryption-data"
MANIFEST = "META-INF/manifest.xml"
# No request reads more of a member.
MEMBER_START = 1_000_000  # bytes


def open_archive(file: IO[bytes]) -> zipfile.ZipFile:
    """Return the archive in `file`, judged by its directory: nothing is unpacked but a manifest.

    Raises UnusableDocumentError. Python reads no member beyond the size that the directory claims.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnusableDocumentError(DAMAGED) from error
    _check_sizes(archive.infolist())
    _check_encryption(archive)
    return archive


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    is_bomb = unpacked > SMALL and unpacked > packed * RATIO
    if is_bomb or unpacked > UNPACKED or len(members) > MEMBERS:
        raise UnusableDocumentError(TOO_BIG)
    if len({member.filename for member in members}) < len(members):
        raise UnusableDocumentError(DAMAGED)


def _check_encryption(archive: zipfile.ZipFile) -> None:
    if any(member.flag_bits & MEMBER_IS_ENCRYPTED for member in archive.infolist()):
        raise UnusableDocumentError(ENCRYPTED)
    if ENCRYPTED_OPEN_DOCUMENT in member_start(archive, MANIFEST):
        raise UnusableDocumentError(ENCRYPTED)


def member_start(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the first MEMBER_START bytes of a member, or nothing when there is no such member."""
    try:
        with archive.open(name) as member:
            return member.read(MEMBER_START)
    except KeyError:
        return b""
    except Exception as error:  # unknown compression, wrong checksums, cut data
        raise UnusableDocumentError(DAMAGED) from error


def whole_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member, or nothing when there is none; `open_archive` has judged its size."""
    try:
        return archive.read(name)
    except KeyError:
        return b""
