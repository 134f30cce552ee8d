"""Text and CSV files: they hold no metadata, and their text is all there is."""

import shutil
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from portal.media.processing.limits import CHARACTERS
from portal.media.processing.problems import TOO_BIG, UnusableDocumentError

EXTENSIONS = ("txt", "csv")
# Letters of names of our neighbours' languages, by which Windows's two encodings are told apart.
EASTERN = "čćđČĆĐłŁőŐűŰřŘěĚ"
WESTERN = "àìòùÀÌÒÙñÑãÃøØåÅ"


def keep(source: Path, folder: Path) -> None:
    """Leave the file as it is."""
    shutil.copyfile(source, folder / "clean")


def write_text(source: Path, folder: Path) -> None:
    """Write the file's text, whatever its encoding; the first CHARACTERS of it."""
    text = decoded(source.read_bytes())
    (folder / "text").write_text(text[:CHARACTERS])
    if len(text) > CHARACTERS:
        raise UnusableDocumentError(TOO_BIG)


def decoded(data: bytes) -> str:
    """Return the text of a plain file, as far as it is text."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_code_page(data), errors="replace")


def _code_page(data: bytes) -> str:
    """Return which of Windows's two encodings fits better; Albanian letters are in both alike."""
    eastern = sum(map(data.decode("cp1250", errors="replace").count, EASTERN))
    western = sum(map(data.decode("cp1252", errors="replace").count, WESTERN))
    return "cp1250" if eastern > western else "cp1252"
