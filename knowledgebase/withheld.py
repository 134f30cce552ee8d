"""What the knowledge base made of pictures that pages show no more: PDFs."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from knowledgebase.papers.actions import forget_papers
from portal.media.models import Image


def forget_pictures(images: Iterable[Image]) -> None:
    """Delete the PDFs of pages that show one of these pictures."""
    named = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(Image),
        to_object_id__in=[str(image.pk) for image in images],
    )
    pks = {int(pk) for pk in named.values_list("object_id", flat=True)}
    for page in Page.objects.filter(pk__in=pks).order_by("pk").specific():
        forget_papers(page=page)
