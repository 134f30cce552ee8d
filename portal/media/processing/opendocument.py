"""OpenDocument files: the parts that a reader needs are cleaned and kept, nothing else."""

import posixpath
import re
import zipfile
from io import BytesIO
from typing import IO
from xml.sax.saxutils import quoteattr

from defusedxml.ElementTree import fromstring

from portal.media.processing import markup
from portal.media.processing.archives import MANIFEST, open_archive, whole_member
from portal.media.processing.markup import names
from portal.media.processing.pictures import clean_picture
from portal.media.processing.problems import DAMAGED, UNCLEAN, UnusableDocumentError
from portal.media.processing.traces import refuse_metadata

SPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MIMETYPE = "mimetype"
TEXTS = re.compile(r"(?:Object \d+/)*(?:content|styles)\.xml")
PICTURES = re.compile(r"(?:Object \d+/)*(?:Pictures|media|ObjectReplacements)/.+")
FONTS = re.compile(r"Fonts/[^/]+")
# Known, and of no use to a reader: who, when, with which printer, and pictures of how it was.
LEFT_OUT = re.compile(
    r"(?:Object \d+/)*(?:meta|settings)\.xml|manifest\.rdf|META-INF/.*|.*/"
    r"|(?:Object \d+/)*(?:Thumbnails|Configurations2|layout-cache|Versions)(?:/.*)?"
    r"|VersionList\.xml"
)
RULES = markup.Rules(
    dropped=names(
        "annotation annotation-end tracked-changes change change-start change-end event-listeners "
        "dde-connection-decls alphabetical-index-auto-mark-file"
    ),
    emptied=names(
        "creator initial-creator author-name author-initials printed-by sender-firstname sender- "
        "lastname sender-initials sender-title sender-position sender-email sender-phone-private "
        "sender-fax sender-company sender-phone-work sender-street sender-city sender-postal-code "
        "sender-country sender-state-or-province file-name template-name modification-date "
        "modification-time print-date print-time"
    ),
    attributes=frozenset({"template-name", "docname", "export-filename"}),
)
# What draws an embedded object again where its own program is missing.
REPLACEMENTS = "ObjectReplacements/"


def clean(file: IO[bytes], output: IO[bytes]) -> None:
    """Write the package in `file` without traces of people.

    Raises UnusableDocumentError for one that holds what cannot be carried over.
    """
    with open_archive(file) as archive, zipfile.ZipFile(output, "w") as cleaned:
        kind = whole_member(archive, MIMETYPE)
        _add(cleaned, MIMETYPE, kind, zipfile.ZIP_STORED)
        types = _types(archive)
        kept = {}
        for name in archive.namelist():
            if name != MIMETYPE and (data := _cleaned(name, whole_member(archive, name))):
                kept[name] = types.get(name, "")
                _add(cleaned, name, data)
        if "content.xml" not in kept:
            raise UnusableDocumentError(DAMAGED)
        _add(cleaned, MANIFEST, _manifest(kind.decode().strip(), kept, types))


def _cleaned(name: str, data: bytes) -> bytes:
    """Return a part without traces, and nothing for one that is left out."""
    if LEFT_OUT.fullmatch(name):
        return b""
    if TEXTS.fullmatch(name):
        return _clean_markup(data)
    if PICTURES.fullmatch(name):
        data = _clean_picture(name, data)
    elif not FONTS.fullmatch(name):
        raise UnusableDocumentError(UNCLEAN)
    refuse_metadata(data)
    return data


def _clean_picture(name: str, data: bytes) -> bytes:
    if name.endswith(".svg"):
        return _clean_markup(data)
    try:
        return clean_picture(data)
    except UnusableDocumentError:
        if name.startswith(REPLACEMENTS):
            return b""
        raise


def _clean_markup(data: bytes) -> bytes:
    output = BytesIO()
    markup.read(BytesIO(data), markup.Cleaner(output, RULES))
    return output.getvalue()


def _types(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the type of each part that the manifest names."""
    data = whole_member(archive, MANIFEST)
    entries = fromstring(data, forbid_dtd=True) if data else ()
    return {
        entry.get(f"{{{SPACE}}}full-path", ""): entry.get(f"{{{SPACE}}}media-type", "")
        for entry in entries
    }


def _manifest(kind: str, kept: dict[str, str], types: dict[str, str]) -> bytes:
    folders = {posixpath.dirname(name) + "/" for name in kept if "/" in name}
    named = {"/": kind, **{name: types[name] for name in folders if name in types}, **kept}
    entries = "".join(
        f"<m:file-entry m:full-path={quoteattr(name)} m:media-type={quoteattr(media)}/>"
        for name, media in named.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>'
        f'<m:manifest xmlns:m="{SPACE}" m:version="1.3">{entries}</m:manifest>'
    ).encode()


def _add(
    cleaned: zipfile.ZipFile, name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED
) -> None:
    info = zipfile.ZipInfo(name)  # without dates and other fields
    info.compress_type = compression
    cleaned.writestr(info, data)
