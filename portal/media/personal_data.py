"""What files leave about those who uploaded them, and what is said of those who made them."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import UploadedFile

from portal.media.models import Document
from portal.media.states import CLEANED
from portal.personal.held import WITH_CONTENT, Ground, Held, Kept, Named
from portal.personal.person import Person


def keep_clean_files(person: Person) -> None:
    """Put the clean file in the place of the one that a person uploaded, which may name them.

    A document whose file is not clean yet is withheld from everybody anyhow.
    """
    clean = Document.objects.filter(uploaded_by_user=person.user, processing__in=CLEANED)
    for document in clean.exclude(public_file=""):
        uploaded = document.file
        with document.public_file.open() as file:
            name = uploaded.storage.save(f"documents/{document.filename}", ContentFile(file.read()))
        Document.objects.filter(pk=document.pk).update(file=name)
        transaction.on_commit(lambda file=uploaded: file.storage.delete(file.name))


def unfinished_uploads() -> QuerySet[UploadedFile]:
    """Return what waits for more than a week, or has lost its file; raises OSError."""
    rows = UploadedFile.objects.all()
    return rows.filter(pk__in=[row.pk for row in rows if _is_over(row.file)])


def _is_over(file: FieldFile) -> bool:
    try:
        stored_at = file.storage.get_modified_time(file.name)
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
    "names of files that are about to be deleted": {"media.Leftover": "store name"},
    "words that files are found by": {"taggit.Tag": "name slug"},
}
