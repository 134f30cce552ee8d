"""No stored picture tells who took it, with what, or where."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as PillowImage
from PIL import ImageChops, ImageSequence
from wagtail.models import UploadedFile

from portal.media.models import Image
from tests.media import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
extensions = pytest.mark.parametrize("extension", samples.WITH_METADATA)


def stored(image: Image) -> bytes:
    with image.open_file() as file:
        return file.read()


def assert_clean(data: bytes) -> None:
    assert samples.SECRET not in data
    picture = PillowImage.open(BytesIO(data))
    assert not picture.getexif()
    assert set(picture.info) & {"exif", "xmp", "comment", "photoshop", "Author"} == set()


@extensions
def test_the_samples_hold_metadata(extension: str) -> None:
    data = samples.WITH_METADATA[extension]()
    assert samples.SECRET in data
    assert PillowImage.open(BytesIO(data)).getexif()


@extensions
def test_created_from_code(extension: str) -> None:
    data = samples.WITH_METADATA[extension]()
    image = Image.objects.create(title="x", file=ContentFile(data, f"x.{extension}"))
    assert_clean(stored(image))


@extensions
def test_saved_through_the_file(extension: str) -> None:
    image = Image(title="x")
    image.file.save(f"x.{extension}", ContentFile(samples.WITH_METADATA[extension]()))
    assert_clean(stored(image))


@extensions
def test_uploaded_by_the_form(admin: Client, extension: str) -> None:
    upload = SimpleUploadedFile(f"x.{extension}", samples.WITH_METADATA[extension]())
    admin.post(reverse("wagtailimages:add"), {"title": "x", "file": upload, "collection": 1})
    assert_clean(stored(Image.objects.get()))


@extensions
def test_uploaded_with_others(admin: Client, extension: str) -> None:
    upload = SimpleUploadedFile(f"x.{extension}", samples.WITH_METADATA[extension]())
    fields = {"title": "x", "collection": 1, "files[]": upload}
    admin.post(reverse("wagtailimages:add_multiple"), fields)
    assert_clean(stored(Image.objects.get()))


def test_uploaded_with_a_wrong_title(admin: Client) -> None:
    upload = SimpleUploadedFile("x.jpg", samples.jpeg_with_metadata())
    fields = {"title": "x" * 300, "files[]": upload}
    answer = admin.post(reverse("wagtailimages:add_multiple"), fields).json()
    waiting = UploadedFile.objects.get()
    with waiting.file.open() as file:
        assert_clean(file.read())
    prefix = f"uploaded-image-{answer['uploaded_file_id']}"
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    admin.post(address, {f"{prefix}-title": "x", f"{prefix}-collection": 1})
    assert_clean(stored(Image.objects.get()))


def test_replaced_by_the_form(admin: Client) -> None:
    image = Image.objects.create(title="x", file=ContentFile(samples.encoded("PNG"), "x.png"))
    upload = SimpleUploadedFile("y.jpg", samples.jpeg_with_metadata())
    address = reverse("wagtailimages:edit", args=[image.pk])
    admin.post(address, {"title": "x", "file": upload, "collection": 1})
    image.refresh_from_db()
    assert image.file.name.endswith(".jpg")
    assert_clean(stored(image))


def test_assigned_from_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(samples.jpeg_with_metadata())
    with path.open("rb") as file:
        image = Image.objects.create(title="x", file=File(file, name="x.jpg"))
    assert_clean(stored(image))


def test_hash_and_size_are_of_the_stored_file(admin: Client) -> None:
    upload = SimpleUploadedFile("x.jpg", samples.jpeg_with_metadata())
    admin.post(reverse("wagtailimages:add"), {"title": "x", "file": upload, "collection": 1})
    image = Image.objects.get()
    recorded = image.file_hash
    assert image.file_size == len(stored(image))
    image._set_file_hash()
    assert image.file_hash == recorded


@extensions
def test_pixels_and_colour_profile_stay(extension: str) -> None:
    data = samples.WITH_METADATA[extension]()
    image = Image.objects.create(title="x", file=ContentFile(data, f"x.{extension}"))
    before, after = PillowImage.open(BytesIO(data)), PillowImage.open(BytesIO(stored(image)))
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
    assert after.info["icc_profile"] == samples.SRGB


@extensions
def test_orientation_is_applied(extension: str) -> None:
    data = samples.WITH_METADATA[extension](samples.ROTATED)
    image = Image.objects.create(title="x", file=ContentFile(data, f"x.{extension}"))
    assert (image.width, image.height) == (40, 60)
    assert_clean(stored(image))
    picture = PillowImage.open(BytesIO(stored(image)))
    assert picture.size == (40, 60)
    assert picture.info["icc_profile"] == samples.SRGB
    red, green, _ = picture.convert("RGB").crop((37, 2, 38, 3)).tobytes()
    assert red > 150 > green, "the mark has turned to the upper right corner"


def test_an_animated_webp_keeps_its_frames() -> None:
    data = samples.animation("WEBP", frames=3)
    image = Image.objects.create(title="x", file=ContentFile(data, "x.webp"))
    assert_clean(stored(image))
    frames = ImageSequence.Iterator(PillowImage.open(BytesIO(stored(image))))
    assert len(list(frames)) == 3


def test_an_animated_png_becomes_a_still_one() -> None:
    image = Image.objects.create(title="x", file=ContentFile(samples.animation("PNG"), "x.png"))
    assert_clean(stored(image))
    assert PillowImage.open(BytesIO(stored(image))).size == (30, 20)


def test_a_phone_picture_of_several_keeps_the_first() -> None:
    output = BytesIO()
    first, second = samples.picture(), samples.picture((30, 20))
    options = {"progressive": True, "exif": samples.exif()}
    first.save(output, "MPO", save_all=True, append_images=[second], **options)
    image = Image.objects.create(title="x", file=ContentFile(output.getvalue(), "x.jpg"))
    assert_clean(stored(image))
    assert PillowImage.open(BytesIO(stored(image))).format == "JPEG"
    assert image.width == 60


def test_cleaning_twice_changes_nothing() -> None:
    image = Image.objects.create(title="x", file=ContentFile(samples.jpeg_with_metadata(), "x.jpg"))
    once = stored(image)
    image.file.save("y.jpg", ContentFile(once))
    assert stored(image) == once
