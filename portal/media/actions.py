"""What changes whether visitors get a file: accepting, refusing, opening, closing, consents."""

from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from portal.mail.actions import send_to_each
from portal.media.mails import CONSENT_ENDED
from portal.media.models import Document, Image, Rendition
from portal.media.querysets import consent_over
from portal.media.states import Review
from portal.rooms import modules


class FileChangedError(Exception):
    """Somebody uploaded another file since this one was looked at."""


@transaction.atomic
def accept(*, file: Document | Image, seen: str) -> None:
    """Let visitors get the file called `seen`, which somebody who may publish has looked at.

    Raises FileChangedError where that is no longer the file that waits.
    """
    found = _locked(file, seen)
    if isinstance(found, Image) and found.replacement:
        _replace_picture(found)
    found.review = Review.ACCEPTED
    found.save(update_fields=["review"])
    if isinstance(found, Document):
        found.process_soon()
    else:
        forget_misplaced_renditions()


@transaction.atomic
def refuse(*, file: Document | Image, seen: str) -> None:
    """Keep the file called `seen` from visitors; an earlier file stays as it is.

    Raises FileChangedError where that is no longer the file that waits.
    """
    found = _locked(file, seen)
    if isinstance(found, Image) and found.replacement:
        found.replacement.delete(save=False)
        found.replacement_answers = {}
        found.save(update_fields=["replacement", "replacement_answers"])
        return
    found.review = Review.REFUSED
    found.save(update_fields=["review"])


def accept_pictures(image_ids: Iterable[int]) -> None:
    """Accept the images of a page that somebody publishes; replacements wait on."""
    Image.objects.filter(pk__in=image_ids).update(review=Review.ACCEPTED)
    forget_misplaced_renditions()


def waiting_file(file: Document | Image) -> Any:
    """Return the field file that a moderator looks at."""
    return file.replacement if isinstance(file, Image) and file.replacement else file.file


def _locked(file: Document | Image, seen: str) -> Document | Image:
    found = type(file).objects.select_for_update(of=("self",)).get(pk=file.pk)
    if waiting_file(found).name != seen:
        raise FileChangedError
    return found


def _replace_picture(image: Image) -> None:
    """Put the picture that waits into the place of the other, with what was answered of it."""
    waiting, old_name = image.replacement, image.file.name
    with waiting.open("rb") as file:
        picture: Any = ContentFile(file.read(), name=PurePath(str(waiting.name)).name)
    image.file = picture
    image._set_image_file_metadata()
    for name, answer in image.replacement_answers.items():
        field: Any = Image._meta.get_field(name)
        setattr(image, name, field.to_python(answer))
    image.replacement_answers = {}
    image.save()
    image.renditions.all().delete()
    waiting.delete(save=False)
    image.save(update_fields=["replacement"])
    transaction.on_commit(lambda: image.file.storage.delete(old_name))


def forget_misplaced_renditions() -> None:
    """Delete pictures that lie where they should not; they are made again when they are wanted."""
    for rendition in Rendition.objects.misplaced():
        rendition.delete()


def follow_collections() -> None:
    """Make covers, addresses and renditions of files what their collections allow now.

    May be called at any time; what is in its place already stays.
    """
    closed = Document.objects.closed()
    for cover in Image.objects.filter(pk__in=closed.exclude(cover=None).values("cover")):
        cover.delete()
    forget_misplaced_renditions()
    made_otherwise = list(Document.objects.out_of_place())
    for document in made_otherwise:
        document.process_soon()
    for document in Document.objects.misplaced().exclude(pk__in=[it.pk for it in made_otherwise]):
        document.put_in_place_soon()


@transaction.atomic
def put_in_place(document_id: int) -> None:
    """Carry a public file to the store where it belongs; one that is there, or gone, stays."""
    misplaced = Document.objects.misplaced().select_for_update(of=("self",))
    document = misplaced.filter(pk=document_id).first()
    if not document:
        return
    storage, name = document.public_file.storage, str(document.public_file.name)
    document.lies_private = not document.lies_private
    with storage.open(name) as file:
        document.public_file.save(PurePath(name).name, file, save=False)
    document.save_base(update_fields=["public_file", "lies_private"])
    transaction.on_commit(partial(storage.delete, name))


@transaction.atomic
def follow_consents(*, by: Any = None) -> list[Image]:
    """Take pictures off whose people agree no more, and bring back those to which they do again.

    May be called at any time. Deletes what was made of the pictures, and tells once of each whose
    consent ended, in one mail to each colleague who may change one of them, except `by`, who knows.
    Returns these pictures.
    """
    over = consent_over()
    told = Image.objects.exclude(consent_told_on=None)
    told.exclude(pk__in=Image.objects.filter(over).values("pk")).update(consent_told_on=None)
    untold = Image.objects.select_for_update(of=("self",)).filter(over, consent_told_on=None)
    ended = list(untold.order_by("pk"))
    Image.objects.filter(pk__in=[image.pk for image in ended]).update(
        consent_told_on=timezone.localdate()
    )
    forget_misplaced_renditions()
    transaction.on_commit(forget_misplaced_renditions)  # what was being made meanwhile
    if ended:
        for room in modules("withheld"):
            room.forget_pictures(ended)
    send_to_each(CONSENT_ENDED, {user: reverse("consents") for user in _editors_of(ended) - {by}})
    return ended


def _editors_of(images: Iterable[Image]) -> set[Any]:
    """Return those who may change one of the images, asked once for each collection.

    Wagtail's `users_with_any_permission_for_instance` also names those who may change others.
    """
    policy = policy_registry.get_by_type(Image)
    by_collection = {image.collection_id: image for image in images}.values()
    return {
        user
        for user in policy.users_with_any_permission(["change"])
        if any(policy.user_has_permission_for_instance(user, "change", it) for it in by_collection)
    }


def hold_back(files: list[Document | Image]) -> None:
    """Have files that left a closed collection by somebody who may not publish seen first."""
    for file in files:
        file.review = Review.WAITING
        file.save(update_fields=["review"])
        if isinstance(file, Document):
            file.withdraw()
