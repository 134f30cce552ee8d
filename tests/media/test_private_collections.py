"""A file in a closed collection is neither quoted, nor covered, nor served."""

from pathlib import PurePosixPath

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.images.utils import generate_signature
from wagtail.models import Collection, CollectionViewRestriction

from portal.accounts.roles import Role
from portal.media.actions import accept
from portal.media.models import Document, Image, Rendition
from portal.media.states import Review
from portal.media.stores import digest, expected_digest
from tests.factories import UserFactory
from tests.knowledgebase.factories import ResourcePageFactory, add_file
from tests.media import document_samples as documents
from tests.media.factories import DocumentFactory, ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


@pytest.fixture
def collection() -> Collection:
    return Collection.get_first_root_node().add_child(name="Mapa")


@pytest.fixture
def document(collection: Collection, publish) -> Document:
    """A public document in a collection below another."""
    below = collection.add_child(name="Më poshtë")
    file = ContentFile(documents.pdf(), "x.pdf")
    return publish(DocumentFactory.create, file=file, collection=below)


def close(collection: Collection, publish) -> CollectionViewRestriction:
    return publish(
        CollectionViewRestriction.objects.create, collection=collection, restriction_type="login"
    )


def public(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


def test_closing_takes_cover_and_address_and_opening_brings_them_back(
    document, collection, publish
) -> None:
    before = public(document)
    assert before.is_public
    assert before.cover
    restriction = close(collection, publish)
    closed = public(document)
    assert not closed.is_public
    assert closed.cover is None
    assert not Image.objects.exists()
    assert closed.public_file.name != before.public_file.name
    assert not closed.public_file.storage.exists(before.public_file.name)
    assert list(Document.objects.public()) == []
    publish(restriction.delete)
    assert public(document).is_public
    assert public(document).cover
    assert list(Document.objects.public()) == [document]


def test_a_closed_file_is_not_served(document, collection, publish) -> None:
    close(collection, publish)
    response = Client().get(public(document).url)
    assert response.status_code == 302
    assert response["Location"] == f"/sq/llogaria/hyrja/?next={document.url}"


def test_a_closed_file_is_neither_quoted_nor_linked_nor_covered(
    document, collection, publish
) -> None:
    page = ResourcePageFactory()
    publish(add_file, page, document)
    page = type(page).objects.get(pk=page.pk)
    assert page.get_search_attachments()
    address = public(document).url
    assert address in Client().get(page.url).content.decode()
    close(collection, publish)
    page = type(page).objects.get(pk=page.pk)
    assert page.get_search_attachments() == []
    html = Client().get(page.url).content.decode()
    assert address not in html
    assert "first-page" not in html


def test_a_document_that_a_bulk_action_moves_is_followed(document, collection, publish, client_as):
    closed = Collection.get_first_root_node().add_child(name="E mbyllur")
    close(closed, publish)
    address = reverse("wagtail_bulk_action", args=["media", "document", "add_to_collection"])
    client = client_as(Role.MODERATOR)
    publish(client.post, f"{address}?id={document.pk}", {"collection": closed.pk})
    assert public(document).collection == closed
    assert not public(document).is_public
    assert public(document).cover is None


def test_a_collection_that_is_moved_is_followed(document, collection, publish, admin) -> None:
    closed = Collection.get_first_root_node().add_child(name="E mbyllur")
    close(closed, publish)
    address = reverse("wagtailadmin_collections:edit", args=[collection.pk])
    publish(admin.post, address, {"name": "Mapa", "parent": closed.pk})
    assert not public(document).is_public
    assert public(document).cover is None


def test_a_picture_in_a_closed_collection_is_shown_to_nobody_else(collection, publish) -> None:
    image = ImageFactory.create(collection=collection)
    spec = "width-20|format-webp"
    address = reverse(
        "wagtailimages_serve", args=[generate_signature(image.pk, spec), image.pk, spec]
    )
    assert Client().get(address).status_code == 302
    file = Rendition.objects.get().file
    close(collection, publish)
    assert not file.storage.exists(file.name)
    assert not Rendition.objects.exists()
    assert Client().get(address).status_code == 404
    assert list(Image.objects.public()) == []


def test_a_picture_that_not_everybody_may_see_lies_private_and_asks_each_time(
    client, collection, publish
) -> None:
    image = ImageFactory.create(review=Review.WAITING)
    rendition = image.get_rendition("width-20|format-webp")
    store = rendition.file.storage
    assert store.title == "private"
    assert Client().get(rendition.url).status_code == 404
    client.force_login(UserFactory(is_superuser=True))
    answer = client.get(rendition.url)
    assert b"".join(answer.streaming_content) == rendition.file.read()
    assert "no-store" in answer["Cache-Control"]
    publish(accept, file=image, seen=image.file.name)
    assert not store.exists(rendition.file.name)
    opened = Image.objects.get(pk=image.pk).get_rendition("width-20|format-webp")
    assert not opened.lies_private
    assert client.get(rendition.url)["Location"] == opened.url


def test_whom_a_collection_is_open_to_is_handed_its_pictures_and_no_address(
    client, collection, publish
) -> None:
    image = ImageFactory.create(collection=collection)
    close(collection, publish)
    rendition = image.get_rendition("width-20|format-webp")
    assert client.get(rendition.url).status_code == 404
    client.force_login(UserFactory())
    answer = client.get(rendition.url)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    assert rendition.file.name not in str(answer.headers)


def test_the_name_of_a_file_cannot_be_guessed_and_tells_what_it_holds() -> None:
    image, same = ImageFactory.create_batch(2)
    files = [image.file, same.file, image.get_rendition("width-20").file]
    folders = [PurePosixPath(file.name).parent.name for file in files]
    assert len(set(folders)) == 3
    for file in files:
        assert expected_digest(file.name) == digest(file.storage.open(file.name))
