"""Knows what metadata look like, wherever they lie: the last look at what was cleaned."""

import re

from portal.media.processing.problems import UNCLEAN, UnusableDocumentError

METADATA = re.compile(
    rb"Exif\0\0|https?://ns\.adobe\.com/xap/|<x:xmpmeta|<\?xpacket|Photoshop 3\.0\0"
)
# A folder of somebody's own, or a file on somebody's machine.
PATH = re.compile(
    r"^[a-z]:[\\/]|^\\\\\w|\bfile:/|\\users\\|(?:^|\.\.)/(?:users|home)/", re.IGNORECASE
)
OWN_FOLDER = re.compile(r"((?:\\users\\|/users/|/home/))[^\\/\"'\]]+", re.IGNORECASE)


def is_path(text: str) -> bool:
    """Whether the text leads to a file on somebody's machine, which often tells a name."""
    return bool(PATH.search(text.strip()))


def without_own_folders(text: str) -> str:
    """Return the text with the names of people's own folders left out of the paths in it."""
    return OWN_FOLDER.sub(r"\1…", text)


def refuse_metadata(data: bytes) -> None:
    """Raise UnusableDocumentError where data still holds Exif, XMP or Photoshop's metadata."""
    if METADATA.search(data):
        raise UnusableDocumentError(UNCLEAN)
