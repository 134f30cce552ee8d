"""Whose files visitors get at once, whose wait, and who decides."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images.utils import generate_signature
from wagtail.models import Collection, GroupCollectionPermission

from home.structure import ensure_structure
from portal.accounts.groups import rights_of
from portal.accounts.roles import Role
from portal.media.models import Document, Image
from portal.media.models.images import picture_address
from portal.media.states import Review
from portal.media.storages import public_storage
from tests.factories import StandardPageFactory
from tests.media import samples
from tests.media.factories import DocumentFactory, ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

OTHERS = [role for role in Role if role not in (Role.MODERATOR, Role.FOCAL_POINT)]
WITH_OWN_FILES = [role for role in Role if any(room.collection for room in rights_of(role))]
GREEN = samples.encoded("PNG", (30, 30))


def own(role: Role) -> Collection:
    return Collection.objects.get(
        depth=2,
        group_permissions__group=role.group(),
        group_permissions__permission__codename="add_document",
    )


def bytes_for_visitors(document: Document) -> bytes:
    response = Client().get(document.url)
    return b"".join(response) if response.status_code == 200 else b""


@pytest.fixture
def published(publish) -> Document:
    """A document in the editors' collection that visitors have."""
    document = publish(
        DocumentFactory.create,
        file=ContentFile(b"e para", "x.txt"),
        collection=own(Role.EDITOR),
    )
    document.refresh_from_db()
    assert bytes_for_visitors(document) == b"e para"
    return document


def replace(client: Client, document: Document, data: bytes = b"e dyta") -> int:
    fields = {"title": "x", "collection": document.collection_id}
    fields["file"] = SimpleUploadedFile("y.txt", data)
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), fields).status_code


def test_a_role_keeps_one_collection_under_any_name() -> None:
    before = own(Role.TRAINER)
    Collection.objects.filter(pk=before.pk).update(name="Tjetër")
    ensure_structure()
    assert own(Role.TRAINER) == before
    assert Collection.objects.count() == 1 + len(WITH_OWN_FILES)


def test_rights_that_a_role_had_everywhere_are_taken_back() -> None:
    granted = GroupCollectionPermission.objects.filter(group=Role.TRAINER.group())
    add = granted.get(collection__depth=2, permission__codename="add_document").permission
    GroupCollectionPermission.objects.create(
        group=Role.TRAINER.group(),
        collection=Collection.get_first_root_node(),
        permission=add,
    )
    ensure_structure()
    assert not granted.filter(collection__depth=1, permission=add).exists()


@pytest.mark.parametrize("role", OTHERS)
def test_no_role_touches_a_file_that_is_not_its_own(role: Role, client_as, publish) -> None:
    document, image = DocumentFactory.create(), ImageFactory.create()
    client = client_as(role)
    target = own(role if role in WITH_OWN_FILES else Role.EDITOR).pk
    upload = SimpleUploadedFile("y.txt", b"tjeter")
    for kind, file in (("docs", document), ("images", image)):
        pk = [file.pk]
        name = "doc" if kind == "docs" else "image"
        for address, fields in (
            (
                reverse(f"wagtail{kind}:edit", args=pk),
                {"title": "y", "collection": 1, "file": upload},
            ),
            (reverse(f"wagtail{kind}:delete", args=pk), {}),
            (reverse(f"wagtail{kind}:edit_multiple", args=pk), {f"{name}-{file.pk}-title": "y"}),
            (reverse(f"wagtail{kind}:delete_multiple", args=pk), {}),
            (bulk(file, "delete"), {}),
            (bulk(file, "add_to_collection"), {"collection": target}),
            (bulk(file, "add_tags"), {"tags": "y"}),
        ):
            publish(client.post, address, fields)
        found = type(file).objects.get(pk=file.pk)
        assert (found.title, found.collection_id) == (file.title, 1)
        assert found.file.name == file.file.name
        assert not found.tags.exists()
    assert client.get(reverse("original_file", args=["document", document.pk])).status_code == 302


def bulk(file: Document | Image, action: str) -> str:
    address = reverse("wagtail_bulk_action", args=["media", file._meta.model_name, action])
    return f"{address}?id={file.pk}"


def test_nobody_deletes_a_file_only_because_it_was_theirs(client_as) -> None:
    document = DocumentFactory.create(collection=own(Role.EDITOR))
    client = client_as(Role.EDITOR)
    Document.objects.update(uploaded_by_user=client.session["_auth_user_id"])
    client.post(reverse("wagtaildocs:delete", args=[document.pk]))
    client.post(reverse("wagtaildocs:delete_multiple", args=[document.pk]))
    assert Document.objects.exists()
    client_as(Role.MODERATOR).post(reverse("wagtaildocs:delete", args=[document.pk]))
    assert not Document.objects.exists()


def test_a_replaced_file_waits_and_the_earlier_stays(published, client_as, publish) -> None:
    assert publish(replace, client_as(Role.EDITOR), published) == 302
    published.refresh_from_db()
    assert published.review == Review.WAITING
    assert bytes_for_visitors(published) == b"e para"
    assert published.extracted.text == "e para"
    page = client_as(Role.MODERATOR).get(reverse("documents_to_review")).content.decode()
    assert published.title in page
    assert published.file.name in page


@pytest.mark.parametrize(("answer", "found"), [("accept", b"e dyta"), ("refuse", b"e para")])
def test_a_moderator_decides(published, client_as, publish, answer: str, found: bytes) -> None:
    publish(replace, client_as(Role.EDITOR), published)
    published.refresh_from_db()
    decide(client_as(Role.MODERATOR), publish, published, published.file.name, answer)
    published.refresh_from_db()
    assert bytes_for_visitors(published) == found
    assert published.extracted.text.encode() == found
    assert not Document.objects.to_review().exists()


def decide(client: Client, publish: Callable, file, seen: str, answer: str = "accept") -> None:
    address = reverse("review_file", args=[file._meta.model_name, file.pk])
    publish(client.post, address, {answer: "", "seen": seen})


def test_what_was_not_looked_at_is_not_accepted(published, client_as, publish) -> None:
    seen = published.file.name
    publish(replace, client_as(Role.EDITOR), published)
    decide(client_as(Role.MODERATOR), publish, published, seen)
    published.refresh_from_db()
    assert published.review == Review.WAITING


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_decides(role: Role, client_as, publish) -> None:
    document = DocumentFactory.create(review=Review.WAITING)
    image = ImageFactory.create(review=Review.WAITING)
    client = client_as(role)
    for file in (document, image):
        decide(client, publish, file, file.file.name)
        file.refresh_from_db()
        assert file.review == Review.WAITING
    assert client.get(reverse("documents_to_review")).status_code == 302
    assert client.get(reverse("images_to_review")).status_code == 302


def test_a_moderators_file_goes_out_at_once(published, client_as, publish) -> None:
    publish(replace, client_as(Role.MODERATOR), published)
    published.refresh_from_db()
    assert bytes_for_visitors(published) == b"e dyta"


def test_files_of_every_upload_wait(client_as, publish) -> None:
    client = client_as(Role.TRAINER)
    prefix = "document-chooser-upload"
    for address, title, file in (
        ("wagtaildocs:add", "title", "file"),
        ("wagtaildocs:add_multiple", "title", "files[]"),
        ("wagtaildocs_chooser:create", f"{prefix}-title", f"{prefix}-file"),
    ):
        fields = {title: "x", file: SimpleUploadedFile("x.txt", b"tekst")}
        publish(client.post, reverse(address), fields)
    assert Document.objects.count() == 3
    assert set(Document.objects.values_list("review", "collection")) == {
        (Review.WAITING, own(Role.TRAINER).pk)
    }
    assert not Document.objects.public().exists()


def test_the_address_of_a_document_stays_whatever_file_replaces_it(
    published, client_as, publish
) -> None:
    address, folder = published.url, published.public_file.name
    page = StandardPageFactory(
        body=[("text", f'<p><a linktype="document" id="{published.pk}">x</a></p>')]
    )
    etag = Client().get(address)["ETag"]
    publish(replace, client_as(Role.EDITOR), published)  # by y.txt
    assert b"".join(Client().get(address)) == b"e para"
    published.refresh_from_db()
    decide(client_as(Role.MODERATOR), publish, published, published.file.name)
    published.refresh_from_db()
    assert published.url == address
    answer = Client().get(address, headers={"if-none-match": etag})
    assert (answer.status_code, b"".join(answer)) == (200, b"e dyta")
    assert not public_storage().exists(folder)
    assert address in Client().get(page.get_url()).content.decode()
    assert [user.pk for user, _ in published.get_usage()] == [page.pk]


def test_a_document_of_another_type_is_found_from_its_old_address(
    published, client_as, publish
) -> None:
    old = published.url
    fields = {"title": "x", "collection": published.collection_id}
    fields["file"] = SimpleUploadedFile("tjetër.csv", b"a,b")
    address = reverse("wagtaildocs:edit", args=[published.pk])
    publish(client_as(Role.MODERATOR).post, address, fields)
    published.refresh_from_db()
    assert published.url == old.replace(".txt", ".csv")
    assert Client().get(old)["Location"] == published.url
    assert bytes_for_visitors(published) == b"a,b"
    assert Client().get(old.replace("x.txt", "y.txt")).status_code == 404
    Document.objects.update(public_file="")
    assert Client().get(old).status_code == 404


def test_pages_keep_a_picture_whatever_file_replaces_it(client_as, publish) -> None:
    image = ImageFactory.create(collection=own(Role.EDITOR), size=(960, 640))
    image.contextual_alt_text, image.decorative = "Një rrugë", False
    page = publish(StandardPageFactory, body=[("figure", {"image": image, "caption": "Vlorë"})])
    made = image.renditions.get(filter_spec="width-960|format-webp")
    address = picture_address(image.pk, made.filter_spec)
    assert made.url in Client().get(page.get_url()).content.decode()
    form = reverse("wagtailimages:edit", args=[image.pk])
    upload = SimpleUploadedFile("y.png", samples.encoded("PNG", (970, 640)))
    fields = {"title": "x", "collection": image.collection_id, "file": upload}
    publish(client_as(Role.EDITOR).post, form, fields)
    assert made.url in Client().get(page.get_url()).content.decode()
    assert Client().get(address)["Location"] == made.url
    image.refresh_from_db()
    decide(client_as(Role.MODERATOR), publish, image, image.replacement.name)
    assert not public_storage().exists(made.file.name)
    html = Client().get(page.get_url()).content.decode()
    assert address in html
    assert 'alt="Një rrugë"' in html
    assert made.url not in html  # which browsers may have kept
    assert Client().get(address)["Location"] not in ("", made.url)
    assert [user.pk for user, _ in image.get_usage()] == [page.pk]


def test_a_replaced_picture_waits_and_the_earlier_stays(client_as, publish) -> None:
    image = ImageFactory.create(collection=own(Role.EDITOR))
    before = image.file.name
    upload = SimpleUploadedFile("y.png", GREEN)
    fields = {"title": "titull i ri", "collection": image.collection_id, "file": upload}
    editor, address = client_as(Role.EDITOR), reverse("wagtailimages:edit", args=[image.pk])
    publish(editor.post, address, fields)
    image.refresh_from_db()
    assert (image.title, image.file.name, image.width) == ("titull i ri", before, 60)
    assert image.advice in editor.get(address).context["form"]["file"].help_text
    moderator = client_as(Role.MODERATOR)
    assert image.title in moderator.get(reverse("images_to_review")).content.decode()
    decide(moderator, publish, image, image.replacement.name)
    image.refresh_from_db()
    assert (image.width, image.height) == (30, 30)
    assert not image.replacement


def test_a_picture_that_waits_is_shown_to_editors_alone(client_as) -> None:
    image = ImageFactory.create(review=Review.WAITING)
    spec = "width-20|format-webp"
    address = reverse(
        "wagtailimages_serve", args=[generate_signature(image.pk, spec), image.pk, spec]
    )
    assert Client().get(address).status_code == 404
    assert client_as(Role.EDITOR).get(address).status_code == 200
