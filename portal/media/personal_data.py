"""What files leave about those who uploaded them, and what is said of those who made them."""

from datetime import timedelta
from functools import partial
from hashlib import sha1
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import UploadedFile

from portal.media.document_processing import cleaned
from portal.media.models import Document
from portal.personal.held import WITH_CONTENT, Ground, Held, Kept, Named
from portal.personal.person import Person


def keep_clean_files(person: Person) -> None:
    """Put a clean file in the place of each that a person uploaded, which may name them.

    What cannot be cleaned stays: nobody but editors gets it, who see that it cannot be used.
    """
    for document in Document.objects.filter(uploaded_by_user=person.user):
        if data := _clean_data(document):
            _put_in_place(document, data)


def _clean_data(document: Document) -> bytes:
    if document.is_published and document.public_file:
        with document.public_file.open() as file:
            return file.read()
    with TemporaryDirectory() as folder:
        clean = cleaned(document, Path(folder))
        return clean.read_bytes() if isinstance(clean, Path) else b""


def _put_in_place(document: Document, data: bytes) -> None:
    """Not by save(), which would have the file processed and accepted again."""
    old = document.file
    name = old.storage.save(f"documents/{PurePath(old.name or '').name}", ContentFile(data))
    digest = sha1(data, usedforsecurity=False).hexdigest()
    same = Document.objects.filter(pk=document.pk)
    same.update(file=name, file_size=len(data), file_hash=digest)
    transaction.on_commit(partial(old.storage.delete, str(old.name)))


def unfinished_uploads() -> QuerySet[UploadedFile]:
    """Return what waits for more than a week, or has lost its file; raises OSError."""
    rows = UploadedFile.objects.all()
    return rows.filter(pk__in=[row.pk for row in rows if _is_over(row.file)])


def _is_over(file: FieldFile) -> bool:
    try:
        stored_at = file.storage.get_modified_time(file.name or "")
    except FileNotFoundError:
        return True
    return stored_at < timezone.now() - timedelta(days=7)


UPLOADS = _("so that colleagues know whom to ask about a file")
FILES_STAY = _("The files stay because they belong to the organisation; your name is removed.")
HELD = [
    Held(
        model="media.Image",
        name=_("Pictures that you uploaded"),
        purpose=UPLOADS,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("uploaded_by_user",),
        fields=("title", "created_at"),
        stays=FILES_STAY,
    ),
    Held(
        model="media.Document",
        name=_("Documents that you uploaded"),
        purpose=UPLOADS,
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT,
        links=("uploaded_by_user",),
        fields=("title", "created_at"),
        secret=("file",),
        stays=_(
            "The documents stay because they belong to the organisation; your name is removed, "
            "also from inside the files."
        ),
        erase=keep_clean_files,
    ),
    Held(
        model="wagtailcore.UploadedFile",
        name=_("Uploads that you did not finish"),
        purpose=_("so that you can fill in what was missing"),
        ground=Ground.SERVICE,
        kept=Kept(text=_("until the upload is finished, at most a week"), due=unfinished_uploads),
        links=("uploaded_by_user",),
        fields=("file",),
    ),
    # Wagtail's own two models, in whose place the portal has its own: their tables are empty.
    *(
        Held(
            model=model,
            name=_("Files in tables that are not in use"),
            purpose=UPLOADS,
            ground=Ground.LEGITIMATE,
            kept=WITH_CONTENT,
            links=("uploaded_by_user",),
            fields=("title", "file"),
            stays=FILES_STAY,
        )
        for model in ("wagtailimages.Image", "wagtaildocs.Document")
    ),
]
NAMED = [
    Named(
        name=_("Credits of pictures, and what files contain"),
        purpose=_(
            "to publish what the organisation does, and to credit authors as the law requires"
        ),
        ground=Ground.OBLIGATION,
        kept=WITH_CONTENT.text,
        fields={
            "media.Image": "description file replacement credit",
            "media.Document": "public_file description",
            "media.DocumentText": "text",
            "media.Rendition": "file",
        },
    ),
    Named(
        name=_("What people in pictures agreed to, and where their signed paper is kept"),
        purpose=_("to show people only as they agreed, and to be able to prove it"),
        ground=Ground.OBLIGATION,
        kept=WITH_CONTENT.text,
        fields={"media.Image": "consent_scope consent_paper replacement_answers"},
    ),
]
NOBODY = {
    "digests of files, measures of pictures": {
        "media.Image": "file_hash",
        "media.Document": "file_hash",
        "media.Rendition": "filter_spec focal_point_key",
        "wagtailimages.Rendition": "filter_spec focal_point_key file",
        "wagtailimages.Image": "description file_hash",
        "wagtaildocs.Document": "file_hash",
    },
    "where drafts name files": {
        "media.DraftUse": "object_id to_object_id model_path content_path",
    },
    "names of files that are about to be deleted": {"media.Leftover": "store name"},
    "words that files are found by": {"taggit.Tag": "name slug"},
}
