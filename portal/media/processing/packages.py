"""Office Open XML and OpenDocument files: archives of XML parts, cleaned and read part by part."""

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from portal.media.metadata import strip_jpeg, strip_png
from portal.media.processing import markup
from portal.media.processing.archives import open_archive
from portal.media.processing.limits import CHARACTERS

Cleaner = Callable[[IO[bytes], IO[bytes]], None]

PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
# What says who wrote the file: the part stays, since others refer to it, and says nothing.
EMPTY_PARTS = {
    r"docProps/core\.xml|.*\.psmdcp": f'<coreProperties xmlns="{PACKAGE}"/>',
    r"docProps/app\.xml": f'<Properties xmlns="{PROPERTIES}/extended-properties"/>',
    r"docProps/custom\.xml": f'<Properties xmlns="{PROPERTIES}/custom-properties"/>',
    r"(.*/)?meta\.xml": (
        f'<o:document-meta xmlns:o="{OPEN_DOCUMENT}" o:version="1.3"><o:meta/></o:document-meta>'
    ),
}
# Signatures hold a name, and hold no longer once a part has changed.
DROPPED = re.compile(r"META-INF/(?:document|macro)signatures\.xml|docProps/thumbnail\.\w+")


@dataclass(frozen=True)
class Format:
    """Where a family of formats has names and words; patterns match a part's whole path."""

    named_parts: str
    name_elements: frozenset[str]
    name_attributes: frozenset[str]
    text_parts: str
    holders: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset({"p", "si"})
    parts_are_pages: bool = False


office = partial(
    Format,
    name_elements=frozenset({"author"}),
    name_attributes=frozenset(
        {"author", "initials", "userName", "userId", "providerId", "displayName"}
        | {"absPath@url", "cmAuthor@name", "author@name"}
    ),
    holders=frozenset({"t"}),
    skipped=frozenset({"tabs"}),  # where tabulators are set, not used
)
open_document = Format(
    named_parts=r"(.*/)?(?:content|styles)\.xml",
    name_elements=frozenset({"creator", "creator-initials", "sender-initials"}),
    name_attributes=frozenset(),
    text_parts=r"content\.xml",
    skipped=frozenset({"annotation", "tracked-changes", "automatic-styles"}),
    blocks=frozenset({"p", "h"}),
)
FORMATS = {
    "docx": office(
        named_parts=r"word/(?:glossary/)?(?:document|comments\w*|people|settings|footnotes|endnotes"
        r"|header\d*|footer\d*)\.xml",
        text_parts=r"word/(?:document|footnotes|endnotes)\.xml",
    ),
    "xlsx": office(
        named_parts=r"xl/(?:workbook|comments.*|persons/.*|threadedComments/.*|revisions/.*)\.xml",
        text_parts=r"xl/sharedStrings\.xml",
    ),
    "pptx": office(
        named_parts=r"ppt/(?:authors|commentAuthors|comments/.*)\.xml",
        text_parts=r"ppt/slides/slide\d+\.xml",
        parts_are_pages=True,
    ),
    **dict.fromkeys(("odt", "ods", "odp"), open_document),
}


def clean(source: Path, folder: Path) -> None:
    """Write the package without metadata; its parts stay in their order."""
    format_ = FORMATS[source.suffix[1:]]
    with (
        source.open("rb") as file,
        open_archive(file) as archive,
        zipfile.ZipFile(folder / "clean", "w") as cleaned,
    ):
        for member in archive.infolist():
            if not DROPPED.fullmatch(member.filename):
                _clean_member(archive, member, cleaned, _cleaner(member.filename, format_))


def _clean_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, cleaned: zipfile.ZipFile, cleaner: Cleaner
) -> None:
    info = zipfile.ZipInfo(member.filename)  # without dates and other fields
    info.compress_type = zipfile.ZIP_DEFLATED if member.compress_type else zipfile.ZIP_STORED
    with archive.open(member) as part, cleaned.open(info, "w") as output:
        cleaner(part, output)


def _cleaner(name: str, format_: Format) -> Cleaner:
    for pattern, content in EMPTY_PARTS.items():
        if re.fullmatch(pattern, name):
            return partial(_replace, content)
    if re.fullmatch(format_.named_parts, name):
        return partial(_without_names, format_)
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        return _clean_picture
    return shutil.copyfileobj


def _replace(content: str, part: IO[bytes], output: IO[bytes]) -> None:
    output.write(b'<?xml version="1.0" encoding="UTF-8"?>' + content.encode())


def _without_names(format_: Format, part: IO[bytes], output: IO[bytes]) -> None:
    names = markup.Nameless(output, format_.name_elements, format_.name_attributes)
    markup.read(part, names)


def _clean_picture(part: IO[bytes], output: IO[bytes]) -> None:
    data = part.read()
    if data.startswith(b"\xff\xd8"):
        data = strip_jpeg(data)
    elif data.startswith(b"\x89PNG"):
        data = strip_png(data)
    output.write(data)


def write_text(source: Path, folder: Path) -> None:
    """Write the text of the parts that have any; where each is a page, count them too."""
    format_ = FORMATS[source.suffix[1:]]
    with source.open("rb") as file, open_archive(file) as archive:
        parts = _text_parts(archive, format_)
        if format_.parts_are_pages:
            (folder / "pages").write_text(str(len(parts)))
        with (folder / "text").open("w") as output:
            _write_parts(archive, parts, format_, output)


def _text_parts(archive: zipfile.ZipFile, format_: Format) -> list[str]:
    """Return the parts with text, slide 10 after slide 9."""
    names = [name for name in archive.namelist() if re.fullmatch(format_.text_parts, name)]
    return sorted(names, key=lambda name: (len(name), name))


def _write_parts(
    archive: zipfile.ZipFile, parts: list[str], format_: Format, output: IO[str]
) -> None:
    room = CHARACTERS
    for number, name in enumerate(parts):
        words = markup.Words(format_.holders, format_.skipped, format_.blocks, room)
        try:
            with archive.open(name) as part:
                markup.read(part, words)
        finally:
            text = "".join(words.found)
            output.write("\f" + text if number and format_.parts_are_pages else text)
        room -= len(text)
