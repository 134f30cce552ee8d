"""Work on images and documents that no request waits for."""

from django_tasks import task

from portal.media.actions import put_in_place
from portal.media.document_processing import process
from portal.media.models import Image
from portal.media.pictures import PROFILES


@task()
def make_renditions(image_id: int, profile_names: list[str]) -> None:
    """Make and store what PROFILES[name] asks of the image, if visitors may see it.

    An image deleted since is no error.
    """
    if image := Image.objects.public().filter(pk=image_id).first():
        for name in profile_names:
            image.get_renditions(*PROFILES[name].specs)


@task(backend="background", queue_name="documents")
def process_document(document_id: int) -> None:
    """Clean and read a document; one that was deleted or replaced since is no error.

    May run twice: what comes out takes the place of what came out before.
    """
    process(document_id)


@task(backend="background", queue_name="documents")
def put_document_in_place(document_id: int) -> None:
    """Carry a document's public file to the store where it belongs now.

    May run twice: a file that is in its place stays.
    """
    put_in_place(document_id)
