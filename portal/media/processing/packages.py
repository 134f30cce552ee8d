"""Office Open XML and OpenDocument files: archives of parts, cleaned and read part by part."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from portal.media.processing import markup, office, opendocument
from portal.media.processing.archives import open_archive, whole_member
from portal.media.processing.limits import CHARACTERS
from portal.media.processing.opc import MAIN_TYPES, Package
from portal.media.processing.problems import UNCLEAN, UnusableDocumentError

OPEN_DOCUMENTS = ("odt", "ods", "odp")
FORMATS = (*MAIN_TYPES, *OPEN_DOCUMENTS)


@dataclass(frozen=True)
class Reading:
    """Where markup has words: see `markup.Words`."""

    holders: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset({"p", "h"})


OFFICE = Reading(
    holders=frozenset({"t"}),
    # Where tabulators are set, not used; what older programs show in place of a drawing.
    skipped=frozenset({"tabs", "Fallback"}),
    blocks=frozenset({"p", "si", "is"}),
)
OPEN_DOCUMENT = Reading(skipped=frozenset({"annotation", "tracked-changes", "automatic-styles"}))


def clean(source: Path, folder: Path) -> None:
    """Write the package without traces, and read it again: a second cleaning must find nothing."""
    extension = source.suffix[1:]
    with source.open("rb") as file, (folder / "clean").open("wb") as output:
        _clean(file, output, extension)
    with (folder / "clean").open("rb") as file:
        again = BytesIO()
        _clean(file, again, extension)
        if _members(file) != _members(again):
            raise UnusableDocumentError(UNCLEAN)


def _clean(file: IO[bytes], output: IO[bytes], extension: str) -> None:
    if extension in OPEN_DOCUMENTS:
        opendocument.clean(file, output)
    else:
        office.clean(file, output, extension)


def _members(file: IO[bytes]) -> dict[str, int]:
    with zipfile.ZipFile(file) as archive:
        return {member.filename: member.CRC for member in archive.infolist()}


def write_text(source: Path, folder: Path) -> None:
    """Write the text of the parts that have any; where each is a page, count them too."""
    extension = source.suffix[1:]
    with source.open("rb") as file, open_archive(file) as archive:
        if extension in OPEN_DOCUMENTS:
            parts, reading = ["content.xml"], OPEN_DOCUMENT
        else:
            parts, reading = office.text_parts(Package(archive, whole_member), extension), OFFICE
        parts_are_pages = extension == "pptx"
        if parts_are_pages:
            (folder / "pages").write_text(str(len(parts)))
        with (folder / "text").open("w") as output:
            _write_parts(archive, parts, reading, "\f" if parts_are_pages else "", output)


def _write_parts(
    archive: zipfile.ZipFile, parts: list[str], reading: Reading, between: str, output: IO[str]
) -> None:
    room = CHARACTERS
    for number, name in enumerate(parts):
        words = markup.Words(reading.holders, reading.skipped, reading.blocks, room)
        try:
            with archive.open(name) as part:
                markup.read(part, words)
        finally:
            text = "".join(words.found)
            output.write(between + text if number else text)
        room -= len(text)
