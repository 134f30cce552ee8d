"""Keeps waiting uploads private, takes away what belongs to a file, follows collections."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_init, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction, Revision, UploadedFile

from portal.media.actions import follow_collections
from portal.media.image_files import clean_image_file
from portal.media.models import Document, Image
from portal.media.storages import private_storage
from portal.media.usage import follow_revision


@receiver(post_init, sender=UploadedFile)
def keep_upload_private(instance: UploadedFile, **kwargs: Any) -> None:
    """Keep a file that waits for its title or collection, perhaps for ever, where nobody gets it.

    Wagtail's field has the public storage.
    """
    instance.file.storage = private_storage()


@receiver(pre_save, sender=UploadedFile)
def clean_waiting_picture(instance: UploadedFile, **kwargs: Any) -> None:
    """Clean a picture before it waits."""
    if instance._state.adding and instance.for_content_type.model_class() is Image:
        instance.file = clean_image_file(instance.file)
        instance.file.storage = private_storage()


@receiver(post_delete, sender=Document)
def delete_cover(instance: Document, **kwargs: Any) -> None:
    """Leave neither the file for visitors nor its cover of a document that somebody deleted."""
    if instance.public_file:
        storage, name = instance.public_file.storage, str(instance.public_file.name)
        transaction.on_commit(partial(storage.delete, name))
    if instance.cover:
        instance.cover.delete()


@receiver(post_delete, sender=Image)
def delete_replacement(instance: Image, **kwargs: Any) -> None:
    """Leave no picture that waited to replace one that is gone."""
    if instance.replacement:
        storage, name = instance.replacement.storage, str(instance.replacement.name)
        transaction.on_commit(partial(storage.delete, name))


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
@receiver(post_save, sender=Document)
def follow_privacy(sender: type, instance: Any, **kwargs: Any) -> None:
    """Follow a collection that was closed or opened, a document that was moved or withheld."""
    if sender is not Document or _has_moved(instance):
        transaction.on_commit(follow_collections)


@receiver(post_save, sender=Collection)
def follow_moved_collection(instance: Collection, created: bool, **kwargs: Any) -> None:
    """Follow a collection that was moved into a closed one, or out of it."""
    if not created:
        transaction.on_commit(follow_collections)


@receiver(post_save, sender=Revision)
def follow_drafts_files(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """Know which files the newest draft names."""
    if not raw:
        transaction.on_commit(partial(follow_revision, instance.pk))


def _has_moved(document: Document) -> bool:
    places = Document.objects.out_of_place() | Document.objects.misplaced()
    return places.filter(pk=document.pk).exists()
