"""What changes whether visitors get a file: accepting, refusing, opening and closing."""

from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from portal.media.models import Document, Image, Rendition
from portal.media.states import Review


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
        found.save(update_fields=["replacement"])
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
    """Put the picture that waits into the place of the other."""
    waiting, old_name = image.replacement, image.file.name
    with waiting.open("rb") as file:
        picture: Any = ContentFile(file.read(), name=PurePath(str(waiting.name)).name)
    image.file = picture
    image._set_image_file_metadata()
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


def hold_back(files: list[Document | Image]) -> None:
    """Have files that left a closed collection by somebody who may not publish seen first."""
    for file in files:
        file.review = Review.WAITING
        file.save(update_fields=["review"])
        if isinstance(file, Document):
            file.withdraw()
