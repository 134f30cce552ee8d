"""Decides by its bytes whether an uploaded document is what its extension says."""

import re
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from portal.media.processing.archives import member_start, open_archive
from portal.media.processing.opc import MAIN_TYPES, TYPES, Package
from portal.media.processing.pdf_start import HEAD, START
from portal.media.processing.plain import decoded
from portal.media.processing.problems import DAMAGED, ENCRYPTED, TOO_BIG, UnusableDocumentError

OPEN_DOCUMENT_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
MACRO_CONTENT_TYPES = (b"macroenabled", b"vbaproject")
MACRO_FOLDERS = ("Basic/", "Scripts/")
# Word, Excel and PowerPoint wrap a document with a password into their old container.
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PDF_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
# What browsers might take for a page, and what no text has.
MARKUP = re.compile(r"\s*<[a-z!?/]", re.IGNORECASE)
NO_TEXT = re.compile("[\0-\x08\x0e-\x19\x1c-\x1f]")
# Readers look for the end-of-file mark of a PDF in its last kilobytes.
PDF_TAIL = 2048


def check_document_file(file: File) -> None:
    """Raise ValidationError for what shows at once: another type, macros, damage, encryption.

    An extension without a rule passes: WAGTAILDOCS_EXTENSIONS decides which are allowed.
    """
    extension = PurePath(file.name or "").suffix.lower().removeprefix(".")
    check = CHECKS.get(extension)
    if check is None:
        return
    file.open()
    try:
        check(file, extension)
    except UnusableDocumentError as error:
        raise _unusable(error.problem) from error
    file.seek(0)


def _check_pdf(file: File, extension: str) -> None:
    data = file.read()
    if START not in data[:HEAD]:
        raise _another_type(extension)
    if b"%%EOF" not in data[-PDF_TAIL:]:
        raise _unusable(DAMAGED)
    if PDF_ENCRYPTED.search(data):
        raise _unusable(ENCRYPTED)


def _check_text(file: File, extension: str) -> None:
    text = decoded(file.read())
    if MARKUP.match(text) or NO_TEXT.search(text):
        raise _another_type(extension)


def _check_office(file: File, extension: str) -> None:
    with _archive(file, extension) as archive:
        types = member_start(archive, TYPES).lower()
        if any(macro in types for macro in MACRO_CONTENT_TYPES):
            raise _macros()
        if not Package(archive).is_a(extension):
            raise _another_type(extension)


def _check_open_document(file: File, extension: str) -> None:
    with _archive(file, extension) as archive:
        if member_start(archive, "mimetype").strip() != OPEN_DOCUMENT_TYPES[extension]:
            raise _another_type(extension)
        if any(name.startswith(MACRO_FOLDERS) for name in archive.namelist()):
            raise _macros()


def _archive(file: File, extension: str) -> zipfile.ZipFile:
    """Return the opened archive; raise UnusableDocumentError for one that cannot be used."""
    start = file.read(len(OLE_START))
    if start == OLE_START and OLE_ENCRYPTED in file.read():
        raise _unusable(ENCRYPTED)
    if not start.startswith(b"PK\x03\x04"):
        raise _another_type(extension)
    return open_archive(file)


def _another_type(extension: str) -> ValidationError:
    message = _(
        "This is not a %(type)s document, whatever its name says. "
        "Save it in that format and upload it again."
    )
    return ValidationError(message, code="another_type", params={"type": extension.upper()})


def _unusable(problem: str) -> ValidationError:
    messages = {
        DAMAGED: _("This document is damaged or cut short. Save it again and upload it again."),
        ENCRYPTED: _(
            "This document is protected with a password or against changes. "
            "Save it without protection and upload it again."
        ),
        TOO_BIG: _(
            "When opened, this document takes far more space than its file, so it cannot be opened "
            "safely. Save it again without what it does not need, and upload it again."
        ),
    }
    return ValidationError(messages[problem], code=f"{problem}_document")


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
    **dict.fromkeys(MAIN_TYPES, _check_office),
    **dict.fromkeys(OPEN_DOCUMENT_TYPES, _check_open_document),
}
