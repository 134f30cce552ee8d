"""The site's own document, which is the same in every language, and its text."""

from collections.abc import Collection
from functools import partial
from pathlib import PurePath
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from portal.media.fields import DeliveredFileField, taken_down_field
from portal.media.models.images import Image
from portal.media.models.reviewed import Reviewed
from portal.media.querysets import DocumentQuerySet
from portal.media.states import (
    ADVICE,
    CLEANED,
    EARLIER_FILE,
    REVIEW_ADVICE,
    Processing,
    Review,
)
from portal.media.storages import original_name, private_storage, public_name, public_storage


class DocumentManager(models.Manager.from_queryset(DocumentQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> DocumentQuerySet:
        """Read with each document whether its collection is open: lists ask every one."""
        return super().get_queryset().with_openness()


class Document(Reviewed, AbstractDocument):
    """A file to download.

    `file` is what was uploaded last, and private. A background task cleans it; when it is accepted
    too, visitors get what came out as `public_file`, in the place of an earlier one.
    """

    file = models.FileField(
        _("file"), storage=private_storage, upload_to=original_name, max_length=255
    )
    public_file = DeliveredFileField(
        _("file for visitors"),
        storage=public_storage,
        upload_to=public_name,
        max_length=255,
        blank=True,
        editable=False,
    )
    public_size = models.PositiveBigIntegerField(null=True, editable=False)  # bytes
    # Whether the public file lies in the private store, because not everybody may have it.
    lies_private = models.BooleanField(default=False, editable=False)
    # Whether its collection was open when the public file was made, and so has a cover.
    made_open = models.BooleanField(default=False, editable=False)
    tags = TaggableManager(
        help_text=None,
        blank=True,
        verbose_name=_("tags"),
        related_name="media_documents",
    )
    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_("What the document holds, for colleagues who look for it."),
    )

    processing = models.CharField(
        _("processing"),
        max_length=10,
        choices=Processing,
        default=Processing.WAITING,
        editable=False,
    )
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, editable=False)
    cover = models.ForeignKey(
        Image,
        verbose_name=_("picture of the first page"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taken_down = taken_down_field()

    objects = DocumentManager()

    admin_form_fields = ("title", "file", "description", "collection", "tags")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("description")]

    class Meta(AbstractDocument.Meta):
        base_manager_name = "objects"
        default_related_name = "media_documents"  # as for the image
        permissions = [
            ("choose_document", "Can choose document"),
            ("publish_document", "Can publish document"),
        ]

    def save(  # type: ignore[override]
        self, *args: Any, update_fields: Collection[str] | None = None, **kwargs: Any
    ) -> None:
        saves_file = update_fields is None or "file" in update_fields
        has_new_file = saves_file and self._has_new_file()
        if has_new_file and not self._state.adding:
            self.processing, self.review = Processing.WAITING, Review.WAITING
        if has_new_file and self.accepts_file:
            self.review = Review.ACCEPTED
        if has_new_file:
            update_fields = update_fields and {*update_fields, "processing", "review"}
        super().save(*args, update_fields=update_fields, **kwargs)
        if has_new_file and self.processing == Processing.WAITING:
            self.process_soon()

    def clean(self) -> None:
        # Wagtail checks the extension here, even in the form that has no file yet.
        if self.file:
            super().clean()

    def _has_new_file(self) -> bool:
        """Whether the database knows this document without this file; asks it once."""
        saved = type(self).objects.filter(pk=self.pk, file=self.file.name)
        return bool(self.file) and not saved.exists()

    def process_soon(self) -> None:
        """Have a worker clean the file and, once it is accepted, put it where visitors get it."""
        from portal.media.tasks import process_document  # noqa: PLC0415, needs this model

        transaction.on_commit(partial(process_document.enqueue, self.pk))

    def put_in_place_soon(self) -> None:
        """Have a worker carry the public file to the store where it belongs now."""
        from portal.media.tasks import put_document_in_place  # noqa: PLC0415, as above

        transaction.on_commit(partial(put_document_in_place.enqueue, self.pk))

    def withdraw(self) -> None:
        """Take the public file away, and its cover with it."""
        storage, name = self.public_file.storage, str(self.public_file.name)
        self.public_file, self.public_size = "", None
        self.save_base(update_fields=["public_file", "public_size"])
        if self.cover:
            self.cover.delete()
        transaction.on_commit(partial(storage.delete, name))

    def get_usage(self) -> Any:
        """Return what names it, each thing with its references, also drafts."""
        from portal.media.usage import uses_of  # noqa: PLC0415, needs this model

        return uses_of(self)

    @property
    def filename(self) -> str:
        """The name of the file for visitors; of the one that was uploaded, while there is none."""
        return PurePath((self.public_file or self.file).name or "").name

    @property
    def is_public(self) -> bool:
        """Whether everybody may have it: cleaned, accepted, open, not taken down."""
        return bool(self.public_file) and self.is_for_everybody

    @property
    def is_for_everybody(self) -> bool:
        """Whether everybody may have its file, once there is one to have."""
        return self.is_open and not self.taken_down_id

    @property
    def advice(self) -> str:
        """What an editor should know about its file; empty when all is well."""
        processing, review = Processing(self.processing), Review(self.review)
        advice = [ADVICE.get(processing, "")]
        if review != Review.ACCEPTED and processing in CLEANED:
            advice = [REVIEW_ADVICE[review]]
        if self.public_file and advice[0] and not self.is_published:
            advice.append(EARLIER_FILE)
        return " ".join(str(sentence) for sentence in advice)

    @property
    def is_expected(self) -> bool:
        """Whether visitors may expect its file soon."""
        is_checked = self.processing != Processing.WAITING
        return self.review != Review.REFUSED and (not is_checked or self.processing in CLEANED)

    @property
    def is_published(self) -> bool:
        """Whether visitors get the file that was uploaded last, once its collection is open."""
        return self.review == Review.ACCEPTED and self.processing in CLEANED


class DocumentText(models.Model):
    """The text of a document, apart from it so that lists of documents do not load it.

    The pages of a PDF or of a presentation are separated by form feeds.
    """

    document = models.OneToOneField(
        Document, primary_key=True, on_delete=models.CASCADE, related_name="extracted"
    )
    text = models.TextField()

    def __str__(self) -> str:
        return f"Text of {self.document}"
