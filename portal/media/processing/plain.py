"""Text and CSV files: they hold no metadata, and their text is all there is."""

import shutil
from pathlib import Path

from portal.media.processing.limits import CHARACTERS
from portal.media.processing.problems import TOO_BIG, UnusableDocumentError

EXTENSIONS = ("txt", "csv")


def keep(source: Path, folder: Path) -> None:
    """Leave the file as it is."""
    shutil.copyfile(source, folder / "clean")


def write_text(source: Path, folder: Path) -> None:
    """Write the file's text, whatever its encoding; the first CHARACTERS of it."""
    data = source.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what Windows saves Albanian in
    (folder / "text").write_text(text[:CHARACTERS])
    if len(text) > CHARACTERS:
        raise UnusableDocumentError(TOO_BIG)
