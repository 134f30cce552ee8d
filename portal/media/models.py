"""The site's own image and document, which are the same in every language."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    get_upload_to,
)
from wagtail.search import index

from portal.media.fields import CleanImageField, taken_down_field
from portal.media.states import ADVICE, PUBLIC, Processing


class Image(AbstractImage):
    """A picture; its alternative text belongs to each use, where it is also translated."""

    file = CleanImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    tags = TaggableManager(
        help_text=None, blank=True, verbose_name=_("tags"), related_name="media_images"
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, and under which licence it may be used."),
    )

    taken_down = taken_down_field()

    # Filled by `portal.media.pictures.prefetch_pictures`: (filter spec, focal point key) to name.
    rendition_names: dict[tuple[str, str], str] | None = None

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        default_related_name = "media_images"  # "image_set" is taken by Wagtail's own Image
        permissions = [("choose_image", "Can choose image")]

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:  # noqa: A002
        """Make no picture of what is withheld: Wagtail answers 410, or shows that it is missing."""
        if self.taken_down_id:
            raise SourceImageIOError("withheld by a take-down")
        return super().generate_rendition_file(filter, source=source)


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_rendition",
            )
        ]


class Document(AbstractDocument):
    """A file to download, by the public once a background task has cleaned it."""

    # Room for a long name and the folder that cleaning adds.
    file = models.FileField(_("file"), upload_to="documents", max_length=255)
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

    admin_form_fields = ("title", "file", "description", "collection", "tags")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("description")]

    class Meta(AbstractDocument.Meta):
        default_related_name = "media_documents"  # as for the image
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        # Wagtail checks the extension here, even in the form that has no file yet.
        if self.file:
            super().clean()

    def save(self, *args: Any, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
        saves_file = update_fields is None or "file" in update_fields
        has_new_file = saves_file and self._has_new_file()
        if has_new_file and not self._state.adding:
            self.processing = Processing.WAITING
            self.page_count = None
            update_fields = update_fields and {*update_fields, "processing", "page_count"}
        super().save(*args, update_fields=update_fields, **kwargs)
        if has_new_file and self.processing == Processing.WAITING:
            from portal.media.tasks import process_document  # noqa: PLC0415, needs this model

            transaction.on_commit(partial(process_document.enqueue, self.pk))

    def _has_new_file(self) -> bool:
        """Whether the database knows this document without this file; asks it once."""
        saved = type(self).objects.filter(pk=self.pk, file=self.file.name)
        return bool(self.file) and not saved.exists()

    @property
    def is_public(self) -> bool:
        """Whether visitors may download it: no metadata about people in it, and not withheld."""
        return self.processing in PUBLIC and not self.taken_down_id

    @property
    def advice(self) -> str:
        """What an editor should know about its processing; empty when all is well."""
        return str(ADVICE.get(Processing(self.processing), ""))


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
