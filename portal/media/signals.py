"""Cleans what waits to become an image, and takes a document's cover away with it."""

from typing import Any

from django.db.models.signals import post_delete, pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from portal.media.image_files import clean_image_file
from portal.media.models import Document, Image


@receiver(pre_save, sender=UploadedFile)
def clean_waiting_picture(instance: UploadedFile, **kwargs: Any) -> None:
    """Clean a picture that waits for its title or collection, perhaps for ever."""
    if instance._state.adding and instance.for_content_type.model_class() is Image:
        instance.file = clean_image_file(instance.file)


@receiver(post_delete, sender=Document)
def delete_cover(instance: Document, **kwargs: Any) -> None:
    """Leave no picture of a document that somebody wants gone."""
    if instance.cover:
        instance.cover.delete()
