"""Files that come with a message: checked by what is in them, and handed to the two alone."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files import File
from django.http import FileResponse, Http404
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from mentoring.models import Attachment
from portal.media.document_files import check_document_file
from portal.media.image_files import clean_image_file
from portal.media.storages import short_name
from portal.validators import neutral

LARGEST = 5 * 1024 * 1024  # bytes
MOST = 3  # with one message
JPEG, PNG = ("image/jpeg", b"\xff\xd8\xff"), ("image/png", b"\x89PNG\r\n\x1a\n")
PICTURES = {"jpg": JPEG, "jpeg": JPEG, "png": PNG}
DOCUMENTS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
EXTENSIONS = (*DOCUMENTS, *PICTURES)


def checked(upload: File) -> File:
    """Return an uploaded file as it is kept, a picture without metadata; raises ValidationError."""
    name = short_name(neutral(upload.name or "").replace("\n", " "))
    if upload.size > LARGEST:
        raise ValidationError(_("“%(name)s” is larger than 5 MB.") % {"name": name})
    extension = _extension(name)
    if extension not in EXTENSIONS:
        raise ValidationError(
            _("“%(name)s” is none of these: PDF, Word, Excel, OpenDocument text, JPEG, PNG.")
            % {"name": name}
        )
    try:
        kept = _picture(upload, extension) if extension in PICTURES else _document(upload)
    except ValidationError as error:
        raise ValidationError(f"“{name}”: {' '.join(error.messages)}") from error
    kept.name = name
    return kept


def _document(upload: File) -> File:
    check_document_file(upload)
    return upload


def _picture(upload: File, extension: str) -> File:
    kept = clean_image_file(upload)
    kept.open()
    start = PICTURES[extension][1]
    is_so = kept.read(len(start)) == start
    kept.seek(0)
    if not is_so:
        raise ValidationError(_("This picture is not what its name says."))
    return kept


def _extension(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def respond(attachment: Attachment) -> FileResponse:
    """Return the file to be saved, by no cache, or Http404."""
    try:
        file = attachment.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    extension = _extension(attachment.name)
    kind = DOCUMENTS.get(extension) or PICTURES[extension][0]
    response = FileResponse(file, as_attachment=True, filename=attachment.name, content_type=kind)
    add_never_cache_headers(response)
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
