"""Cleans a document for the public, reads it for search, and stores what came out."""

import secrets
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files import File
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext, override

from portal.media.child import run_step
from portal.media.models import Document, DocumentText, Image
from portal.media.states import PUBLIC, Processing

STORED = ["file", "file_size", "file_hash", "processing", "page_count", "cover"]


@dataclass(frozen=True)
class Findings:
    """What processing found; `clean` and `cover` are files that it wrote."""

    processing: Processing
    clean: Path | None = None
    text: str = ""
    page_count: int | None = None
    cover: Path | None = None


def process(document_id: int) -> None:
    """Process the document and store the findings.

    Does nothing for one that is public already, or is deleted or replaced meanwhile.
    """
    document = Document.objects.exclude(processing__in=PUBLIC).filter(pk=document_id).first()
    if document is None:
        return
    with TemporaryDirectory() as folder:
        findings = _examine(document, Path(folder))
        with transaction.atomic():
            same = Document.objects.select_for_update().filter(
                pk=document.pk, file=document.file.name
            )
            if found := same.first():
                _store(found, findings)


def _examine(document: Document, folder: Path) -> Findings:
    extension = document.file_extension.lower()
    source = folder / f"source.{extension}"
    try:
        with document.open_file() as file, source.open("wb") as copy:
            shutil.copyfileobj(file, copy)
    except FileNotFoundError:
        return Findings(Processing.DAMAGED)
    if problem := run_step("clean", source, folder):
        return Findings(problem)
    clean = (folder / "clean").rename(folder / f"clean.{extension}")
    return _read(clean, folder)


def _read(clean: Path, folder: Path) -> Findings:
    is_cut = run_step("text", clean, folder)
    text = _written(folder / "text").replace("\0", "")
    pages = _written(folder / "pages")
    has_cover = clean.suffix == ".pdf" and not run_step("cover", clean, folder)
    return Findings(
        Processing.PARTIAL if is_cut else _whole(text),
        clean,
        text,
        int(pages) if pages else None,
        folder / "cover.webp" if has_cover else None,
    )


def _whole(text: str) -> Processing:
    return Processing.READY if text.strip() else Processing.NO_TEXT


def _written(file: Path) -> str:
    return file.read_text(errors="replace") if file.exists() else ""


def _store(document: Document, findings: Findings) -> None:
    old_cover = document.cover
    if findings.clean:
        _replace_file(document, findings.clean)
    if findings.text:
        DocumentText.objects.update_or_create(document=document, defaults={"text": findings.text})
    else:
        DocumentText.objects.filter(document=document).delete()
    document.processing = findings.processing
    document.page_count = findings.page_count
    document.cover = _make_cover(document, findings.cover) if findings.cover else None
    # Not save(), which would take the clean file for another new one.
    document.save_base(update_fields=STORED)
    if old_cover:
        old_cover.delete()


def _replace_file(document: Document, clean: Path) -> None:
    """Store the clean file under the same name in a folder of its own, and drop the old one."""
    storage, old_name = document.file.storage, str(document.file.name)
    folder = f"{document._meta.get_field('file').upload_to}/{secrets.token_hex(4)}"
    with clean.open("rb") as file:
        document.file = storage.save(str(PurePath(folder, document.filename)), File(file))
    document._set_document_file_metadata()
    document.file.close()
    transaction.on_commit(partial(storage.delete, old_name))


def _make_cover(document: Document, picture: Path) -> Image:
    with override(settings.LANGUAGE_CODE):
        title = gettext("Cover: %(title)s") % {"title": document.title}
    with picture.open("rb") as file:
        return Image.objects.create(
            title=title[:255],
            file=ImageFile(file, f"{PurePath(document.filename).stem}.webp"),
            collection=document.collection,
        )
