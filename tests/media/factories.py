"""Images and documents for tests, with real bytes."""

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from portal.media.models import Document, Image
from portal.media.states import CLEANED, Processing, Review
from tests.media import samples


class ImageFactory(DjangoModelFactory):
    """A JPEG of 60 by 40 pixels; `ImageFactory(size=(1600, 900))` for another size."""

    class Meta:
        model = Image
        exclude = ["size"]

    size = (60, 40)
    review = Review.ACCEPTED
    title = factory.Sequence(lambda number: f"Image {number}")
    file = factory.LazyAttribute(
        lambda image: ContentFile(samples.encoded("JPEG", image.size), "image.jpg")
    )


class DocumentFactory(DjangoModelFactory):
    """A PDF that was accepted; public as it is where `processing` says that it was cleaned."""

    class Meta:
        model = Document

    review = Review.ACCEPTED
    processing = Processing.WAITING
    title = factory.Sequence(lambda number: f"Document {number}")
    file = factory.LazyFunction(lambda: ContentFile(samples.pdf(), "document.pdf"))
    public_file = factory.LazyAttribute(lambda it: it.file if it.processing in CLEANED else "")
    public_size = factory.LazyAttribute(lambda it: it.file.size if it.public_file else None)
    made_open = factory.LazyAttribute(lambda it: bool(it.public_file))
