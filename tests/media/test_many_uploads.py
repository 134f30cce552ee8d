"""Several pictures or documents at once: asked, checked and moderated like one."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from portal.accounts.roles import Role
from portal.media.models import Document, Image
from portal.media.states import People, Review, Urgency
from tests.media import samples
from tests.media.factories import ImageFactory
from tests.media.test_review import own

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

PICTURE = samples.encoded("JPEG", (60, 40))
ASKED = ("title", "credit", "people_shown", "consent_scope", "consent_until", "consent_withdrawn")


def upload(client: Client, name: str = "IMG_1.jpg", data: bytes = PICTURE, **more) -> dict:
    kind = "images" if name.endswith("jpg") else "docs"
    fields = {"title": "x", "files[]": SimpleUploadedFile(name, data), **more}
    answer = client.post(reverse(f"wagtail{kind}:add_multiple"), fields)
    assert answer.status_code == 200
    return json.loads(answer.content)


def describe(client: Client, image: Image, **fields) -> dict:
    prefixed = {f"image-{image.pk}-{name}": value for name, value in fields.items()}
    address = reverse("wagtailimages:edit_multiple", args=[image.pk])
    return json.loads(client.post(address, prefixed).content)


def test_each_picture_is_asked_for_what_one_is_asked_for(client_as, publish):
    editor = client_as(Role.EDITOR)
    answers = [publish(upload, editor, f"IMG_{number}.jpg") for number in range(3)]
    assert [answer["success"] for answer in answers] == [True] * 3
    images = list(Image.objects.order_by("pk"))
    for image, answer in zip(images, answers, strict=True):
        assert all(f'name="image-{image.pk}-{name}"' in answer["form"] for name in ASKED)
        assert image.people_shown == People.UNKNOWN
        assert image.collection == own(Role.EDITOR)
        assert image.review == Review.WAITING
        assert image.uploaded_by_user_id
    assert not Image.objects.public().exists()
    assert set(Image.objects.with_urgency().values_list("urgency", flat=True)) == {Urgency.UNKNOWN}
    fields = {"title": "Tri gra", "collection": own(Role.EDITOR).pk, "credit": "Foto: A. Hoxha"}
    fields |= {"people_shown": "shown", "consent_scope": "në internet", "consent_until": "1.3.2099"}
    assert publish(describe, editor, images[0], **fields)["success"]
    image = Image.objects.get(pk=images[0].pk)
    assert (image.title, image.credit) == ("Tri gra", "Foto: A. Hoxha")
    assert (image.people_shown, image.consent_until.year) == (People.SHOWN, 2099)
    assert image.review == Review.WAITING


def test_a_moderators_pictures_and_documents_do_not_wait(client_as, publish):
    moderator = client_as(Role.MODERATOR)
    publish(upload, moderator, collection="1")
    publish(upload, moderator, "x.txt", b"tekst", collection="1")
    assert Image.objects.public().exists()
    assert Document.objects.public().get().extracted.text == "tekst"


def test_answers_that_one_form_refuses_are_refused_and_kept(client_as, publish):
    editor = client_as(Role.EDITOR)
    publish(upload, editor)
    image = Image.objects.get()
    fields = {"title": "Tri gra", "collection": own(Role.EDITOR).pk}
    refused = {
        "Shënoni për çfarë kanë dhënë pëlqimin": {"people_shown": "shown"},
        "Kjo datë nuk lexohet": {"consent_until": "nesër"},
        "perhaps": {"people_shown": "perhaps"},
    }
    for message, wrong in refused.items():
        answer = describe(editor, image, **fields, **wrong)
        assert not answer["success"]
        assert message in answer["form"]
        assert "Tri gra" in answer["form"]
    image.refresh_from_db()
    assert image.title == "x"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.jpg", samples.HTML, "nuk mund të lexohet si fotografi"),
        ("x.jpg", samples.bomb(), "tepër piksela"),
        ("x.jpg", b"", "bosh"),
        ("x.pdf", samples.HTML, "nuk është dokument PDF"),
        ("x.exe", samples.EXE, "nuk lejohet"),
        ("x.txt", b"", "bosh"),
    ],
)
def test_files_that_one_form_refuses_are_refused_in_albanian(client_as, name, data, message):
    answer = upload(client_as(Role.EDITOR), name, data)
    assert not answer["success"]
    assert message in answer["error_message"]
    assert not Image.objects.exists()
    assert not Document.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("collection", ["1", "trainer", "999999", "abc", "\0", "9" * 400])
def test_nobody_adds_to_a_collection_of_others(client_as, publish, collection):
    if collection == "trainer":
        collection = str(own(Role.TRAINER).pk)
    editor = client_as(Role.EDITOR)
    for name, data in (("x.jpg", PICTURE), ("x.txt", b"tekst")):
        publish(upload, editor, name, data, collection=collection)
    mine = own(Role.EDITOR).pk
    assert set(Image.objects.values_list("collection", flat=True)) <= {mine}
    assert set(Document.objects.values_list("collection", flat=True)) <= {mine}


def test_a_picture_that_waits_for_its_title_is_asked_too(client_as, publish):
    editor = client_as(Role.EDITOR)
    answer = publish(upload, editor, title="x" * 300)
    waiting = UploadedFile.objects.get()
    assert f'name="uploaded-image-{waiting.pk}-people_shown"' in answer["form"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    fields = {"title": "Tri gra", "collection": own(Role.EDITOR).pk, "people_shown": "shown"}
    prefix = f"uploaded-image-{waiting.pk}-"
    typed = {f"{prefix}{name}": value for name, value in fields.items()}
    assert not json.loads(editor.post(address, typed).content)["success"]
    typed[f"{prefix}consent_scope"] = "në internet"
    assert json.loads(publish(editor.post, address, typed).content)["success"]
    image = Image.objects.get()
    assert (image.title, image.consent_scope) == ("Tri gra", "në internet")
    assert image.review == Review.WAITING


def test_who_adds_no_files_adds_none_here(client_as):
    translator = client_as(Role.TRANSLATOR)
    for kind in ("images", "docs"):
        address = reverse(f"wagtail{kind}:add_multiple")
        fields = {"title": "x", "files[]": SimpleUploadedFile("x.jpg", PICTURE)}
        assert translator.post(address, fields).status_code == 302
    assert describe_status(translator) == 302
    assert not Document.objects.exists()


def describe_status(client: Client) -> int:
    image = ImageFactory.create()
    address = reverse("wagtailimages:edit_multiple", args=[image.pk])
    return client.post(address, {f"image-{image.pk}-title": "y"}).status_code


def test_the_page_offers_dates_and_says_what_it_takes(client_as):
    page = client_as(Role.EDITOR).get(reverse("wagtailimages:add_multiple")).content.decode()
    assert "date-time-chooser.js" in page
