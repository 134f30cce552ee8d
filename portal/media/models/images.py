"""The site's own image, which is the same in every language, and its renditions."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    SourceImageIOError,
    get_rendition_upload_to,
    get_upload_to,
)
from wagtail.images.utils import generate_signature
from wagtail.search import index

from portal.media.fields import CleanImageField, DeliveredImageField, taken_down_field
from portal.media.models.consented import Consented
from portal.media.models.reviewed import Reviewed
from portal.media.querysets import ImageQuerySet, RenditionQuerySet
from portal.media.states import CONSENT_ADVICE, REVIEW_ADVICE, Review, Urgency
from portal.media.storages import private_storage, public_storage, replacement_name
from portal.media.stores import StoreError


def picture_address(image_id: int, spec: str) -> str:
    """Return the address that makes a picture, or serves a private one to who may see it."""
    return reverse("wagtailimages_serve", args=(generate_signature(image_id, spec), image_id, spec))


@contextmanager
def _told_as_missing() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise SourceImageIOError(str(error)) from error


class Image(Consented, Reviewed, AbstractImage):
    """A picture; its alternative text belongs to each use, where it is also translated.

    What is uploaded is cleaned at once and lies in private; visitors get its renditions.
    """

    file = CleanImageField(
        verbose_name=_("file"),
        storage=private_storage,
        upload_to=get_upload_to,
        max_length=255,
        width_field="width",
        height_field="height",
    )
    # Waits for a moderator, while pages keep showing `file`.
    replacement = models.FileField(
        _("replacement"),
        storage=private_storage,
        upload_to=replacement_name,
        max_length=255,
        blank=True,
        editable=False,
    )
    tags = TaggableManager(
        help_text=None, blank=True, verbose_name=_("tags"), related_name="media_images"
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_(
            "Who made the picture, and under which licence it may be used. It appears below the "
            "picture on pages."
        ),
    )

    taken_down = taken_down_field()

    # Filled by `portal.media.pictures.prefetch_pictures`: (filter spec, focal point key) to name.
    rendition_names: dict[tuple[str, str], str] | None = None

    urgency: int  # filled by `with_urgency`

    objects = ImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "people_shown",
        "consent_scope",
        "consent_until",
        "consent_paper",
        "consent_withdrawn",
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
        permissions = [
            ("choose_image", "Can choose image"),
            ("publish_image", "Can publish image"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.accepts_file:
            self.review = Review.ACCEPTED
        super().save(*args, **kwargs)

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        is_accepted = self.review == Review.ACCEPTED
        return is_accepted and self.is_open and not self.is_withheld

    @property
    def is_withheld(self) -> bool:
        """Whether pages stand without it: it was taken down, or who is on it agrees no more."""
        return bool(self.taken_down_id) or self.consent_is_over

    @property
    def advice(self) -> str:
        """What an editor should know about its review; empty when all is well."""
        if self.consent_is_over:
            return str(
                _(
                    "Pages do not show this picture, because the people in it no longer agree. "
                    "Note what they have newly agreed to, or take it out of the pages."
                )
            )
        if self.replacement:
            return str(
                _("Another picture is waiting for a moderator. Pages show this one until then.")
            )
        return str(REVIEW_ADVICE.get(Review(self.review), ""))

    @property
    def state(self) -> str:
        """What is to be asked about the people in it, of one that `with_urgency` read."""
        return str(Urgency(self.urgency).label)

    @property
    def advice_on_consent(self) -> str:
        """What to do about it."""
        return str(CONSENT_ADVICE[Urgency(self.urgency)])

    def get_usage(self) -> Any:
        """Return what names it, each thing with its references, also drafts."""
        from portal.media.usage import uses_of  # noqa: PLC0415, needs this model

        return uses_of(self)

    def create_rendition(self, filter: Any) -> Any:  # noqa: A002
        """Make a picture; where the store fails, admin lists show that it is missing."""
        with _told_as_missing():
            return super().create_rendition(filter)

    def create_renditions(self, *filters: Any) -> Any:
        """Make pictures, as above."""
        with _told_as_missing():
            return super().create_renditions(*filters)

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:  # noqa: A002
        """Make no picture of what is withheld: Wagtail answers 410, or shows that it is missing."""
        if self.taken_down_id:
            raise SourceImageIOError("withheld by a take-down")
        return super().generate_rendition_file(filter, source=source)


class Rendition(AbstractRendition):
    file = DeliveredImageField(
        upload_to=get_rendition_upload_to,
        storage=public_storage,
        width_field="width",
        height_field="height",
        max_length=255,
    )
    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)
    # Whether it lies in the private store, because not everybody might see it when it was made.
    lies_private = models.BooleanField(default=False, editable=False)

    objects = RenditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_rendition",
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.lies_private = not self.image.is_public
        super().save(*args, **kwargs)

    @property
    def url(self) -> str:
        """Its address; of a private one that of the view which asks who wants it."""
        return (
            picture_address(self.image_id, self.filter_spec) if self.lies_private else self.file.url
        )
