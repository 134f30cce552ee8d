"""Decides by its bytes whether an uploaded document is what its extension says."""

import zipfile
from collections.abc import Callable
from pathlib import PurePath

import filetype
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

OFFICE_MAIN_PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
}
OPEN_DOCUMENT_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
MACRO_CONTENT_TYPES = (b"macroenabled", b"vbaproject")
MACRO_FOLDERS = ("Basic/", "Scripts/")
# An archive may unpack to far more than it weighs: no member is read beyond this many bytes.
MEMBER_LIMIT = 1_000_000
# Readers look for the end-of-file mark of a PDF in its last kilobytes.
PDF_TAIL = 2048


def check_document_file(file: File) -> None:
    """Raise ValidationError when the bytes of `file` do not fit its extension, or hold macros.

    An extension without a rule passes: WAGTAILDOCS_EXTENSIONS decides which are allowed.
    """
    extension = PurePath(file.name or "").suffix.lower().removeprefix(".")
    check = CHECKS.get(extension)
    if check is None:
        return
    file.open()
    check(file, extension)
    file.seek(0)


def _check_pdf(file: File, extension: str) -> None:
    data = file.read()
    if not data.startswith(b"%PDF-"):
        raise _another_type(extension)
    if b"%%EOF" not in data[-PDF_TAIL:]:
        raise _damaged()


def _check_text(file: File, extension: str) -> None:
    data = file.read()
    markup = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    if markup or b"\0" in data or filetype.guess(data):
        raise _another_type(extension)


def _check_office(file: File, extension: str) -> None:
    with _archive(file, extension) as archive:
        if OFFICE_MAIN_PARTS[extension] not in archive.namelist():
            raise _another_type(extension)
        types = _member(archive, "[Content_Types].xml").lower()
    if any(macro in types for macro in MACRO_CONTENT_TYPES):
        raise _macros()


def _check_open_document(file: File, extension: str) -> None:
    with _archive(file, extension) as archive:
        if _member(archive, "mimetype").strip() != OPEN_DOCUMENT_TYPES[extension]:
            raise _another_type(extension)
        if any(name.startswith(MACRO_FOLDERS) for name in archive.namelist()):
            raise _macros()


def _archive(file: File, extension: str) -> zipfile.ZipFile:
    """Return the opened archive; one that starts like an archive but has no end is damaged."""
    starts_like_archive = file.read(4) == b"PK\x03\x04"
    if not starts_like_archive:
        raise _another_type(extension)
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise _damaged() from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the start of the member `name`, or nothing when there is none that can be read."""
    try:
        with archive.open(name) as member:
            return member.read(MEMBER_LIMIT)
    except KeyError:
        return b""
    except Exception as error:  # encryption, unknown compression, wrong checksums, cut data
        raise _damaged() from error


def _another_type(extension: str) -> ValidationError:
    message = _(
        "This is not a %(type)s document, whatever its name says. "
        "Save it in that format and upload it again."
    )
    return ValidationError(message, code="another_type", params={"type": extension.upper()})


def _damaged() -> ValidationError:
    message = _("This document is damaged or cut short. Save it anew and upload it again.")
    return ValidationError(message, code="damaged_document")


def _macros() -> ValidationError:
    message = _(
        "This document contains macros, which can carry viruses. "
        "Save it without macros and upload it again."
    )
    return ValidationError(message, code="macros")


CHECKS: dict[str, Callable[[File, str], None]] = {
    "csv": _check_text,
    "txt": _check_text,
    "pdf": _check_pdf,
    **dict.fromkeys(OFFICE_MAIN_PARTS, _check_office),
    **dict.fromkeys(OPEN_DOCUMENT_TYPES, _check_open_document),
}
