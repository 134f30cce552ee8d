"""Cleans a document, reads it for search, and puts what came out where visitors get it."""

import re
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext, override

from portal import sandbox
from portal.media.models import Document, DocumentText, Image
from portal.media.processing.problems import UNUSABLE
from portal.media.states import Processing, Review

PROGRAM = "portal.media.processing"
LIMITS = sandbox.Limits(
    memory=768 * 1024**2,  # of which libraries take a third
    output=250_000_000,
    cpu_seconds=60,
    wall_seconds=90,
)
# What neither a database nor a feed can hold, and a word that was broken at a line's end.
UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_A-ZÇË])")


WRITTEN = ["public_file", "public_size", "lies_private", "made_open", "page_count", "cover"]


@dataclass(frozen=True)
class Findings:
    """What processing found; `clean` and `cover` are files that it wrote."""

    processing: Processing
    clean: Path | None = None
    text: str = ""
    page_count: int | None = None
    cover: Path | None = None


def process(document_id: int) -> None:
    """Examine the document's file; publish it where it is accepted.

    Does nothing for one that is deleted or replaced meanwhile.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None:
        return
    with TemporaryDirectory() as folder:
        findings = _examine(document, Path(folder))
        with transaction.atomic():
            same = Document.objects.select_for_update(of=("self",)).filter(
                pk=document.pk, file=document.file.name
            )
            if found := same.first():
                _store(found, findings)


def run_step(step: str, source: Path, folder: Path) -> Processing | None:
    """Run a step of `portal.media.processing` on `source`; return the problem, if any.

    What the step wrote into `folder` before a problem is left there. Raises RuntimeError when the
    process does not work at all, which is no fault of the document's.
    """
    ended = sandbox.run(PROGRAM, step, str(source), str(folder), folder=folder, limits=LIMITS)
    if ended.code == 0:
        return None
    if ended.is_exhausted:
        return Processing.TOO_BIG
    if ended.code == UNUSABLE:
        return Processing(ended.output.strip())
    if ended.code < 0:  # a crash in a library
        return Processing.DAMAGED
    raise RuntimeError(f"processing ended with code {ended.code}: {ended.errors[-2000:]}")


def _examine(document: Document, folder: Path) -> Findings:
    clean = cleaned(document, folder)
    return _read(clean, folder) if isinstance(clean, Path) else Findings(clean)


def cleaned(document: Document, folder: Path) -> Path | Processing:
    """Return the document's file without names, written into `folder`; else why there is none."""
    extension = PurePath(str(document.file.name)).suffix.lower()
    source = folder / f"source{extension}"
    try:
        with document.file.storage.open(str(document.file.name)) as file, source.open("wb") as copy:
            shutil.copyfileobj(file, copy)
    except FileNotFoundError:
        return Processing.DAMAGED
    if problem := run_step("clean", source, folder):
        return problem
    return (folder / "clean").rename(folder / f"clean{extension}")


def _read(clean: Path, folder: Path) -> Findings:
    is_cut = run_step("text", clean, folder)
    text = BROKEN_WORD.sub("", UNWRITABLE.sub("", _written(folder / "text")))
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
    """Write down what was found; an accepted file takes the place of the one before it.

    Not by save(), which would have the file processed again.
    """
    document.processing = findings.processing
    document.save_base(update_fields=["processing"])
    if findings.clean and document.review == Review.ACCEPTED:
        _publish(document, findings, findings.clean)


def _publish(document: Document, findings: Findings, clean: Path) -> None:
    old_storage, old_name = document.public_file.storage, document.public_file.name
    old_cover = document.cover
    document.lies_private = not document.is_for_everybody
    # Whatever a replacement is called, links from elsewhere lead to it.
    stem = PurePath(old_name or str(document.file.name)).stem
    name = f"{stem}{PurePath(str(document.file.name)).suffix}"
    with clean.open("rb") as file:
        document.public_file.save(name, File(file), save=False)
    try:
        with transaction.atomic():
            _write(document, findings, clean.stat().st_size)
    except Exception:
        document.public_file.storage.delete(str(document.public_file.name))
        raise
    if old_name:
        transaction.on_commit(partial(old_storage.delete, old_name))
    if old_cover:
        old_cover.delete()


def _write(document: Document, findings: Findings, size: int) -> None:
    if findings.text:
        DocumentText.objects.update_or_create(document=document, defaults={"text": findings.text})
    else:
        DocumentText.objects.filter(document=document).delete()
    is_covered = findings.cover and document.is_open
    document.public_size = size
    document.made_open = document.is_open
    document.page_count = findings.page_count
    document.cover = (
        _make_cover(document, findings.cover) if is_covered and findings.cover else None
    )
    document.save_base(update_fields=WRITTEN)


def _make_cover(document: Document, picture: Path) -> Image:
    with override(settings.LANGUAGE_CODE):
        title = gettext("Cover: %(title)s") % {"title": document.title}
    file = ImageFile(ContentFile(picture.read_bytes()), f"{PurePath(document.filename).stem}.webp")
    return Image.objects.create(
        title=title[:255], file=file, collection=document.collection, review=Review.ACCEPTED
    )
