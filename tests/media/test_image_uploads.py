"""Pictures are judged by their bytes, and refused with a message beside the field."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as PILImage
from pytest_django import Settings

from portal.media.models import Image
from tests.media import samples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

ANOTHER_TYPE = "cannot be read as a JPEG, PNG or WebP picture"
DAMAGED = "This picture is damaged or cut short"
TOO_MANY_PIXELS = "too many pixels"
GIF = samples.encoded("GIF")

REFUSED = {
    "html as jpg": ("x.jpg", samples.HTML, ANOTHER_TYPE),
    "program as png": ("x.png", samples.EXE, ANOTHER_TYPE),
    "svg as jpg": ("x.jpg", samples.SVG_WITH_SCRIPT, ANOTHER_TYPE),
    "svg": ("x.svg", samples.SVG_WITH_SCRIPT, ANOTHER_TYPE),
    "gif": ("x.gif", GIF, ANOTHER_TYPE),
    "gif as png": ("x.png", GIF, ANOTHER_TYPE),
    "pdf as webp": ("x.webp", samples.pdf(), ANOTHER_TYPE),
    "png as jpg": ("x.jpg", samples.encoded("PNG"), "Not a valid .jpeg image"),
    "jpeg as html": ("x.html", samples.encoded("JPEG"), "Not a supported image format"),
    "truncated jpeg": ("x.jpg", samples.encoded("JPEG", (400, 400))[:-300], DAMAGED),
    "truncated png": ("x.png", samples.encoded("PNG", (400, 400))[:-300], DAMAGED),
    "truncated webp": ("x.webp", samples.encoded("WEBP", (400, 400))[:-300], ANOTHER_TYPE),
    "header only": ("x.png", samples.encoded("PNG")[:40], ANOTHER_TYPE),
    "bomb": ("x.png", samples.bomb(), TOO_MANY_PIXELS),
    "warned bomb": ("x.png", samples.bomb(10_000), TOO_MANY_PIXELS),
    "small bomb": ("x.png", samples.bomb(7_000), TOO_MANY_PIXELS),
    "empty": ("x.jpg", b"", "empty"),
}
refused = pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED)


@pytest.fixture(autouse=True)
def english(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "en"


@refused
def test_form(admin: Client, name: str, data: bytes, message: str) -> None:
    upload = SimpleUploadedFile(name, data)
    response = admin.post(
        reverse("wagtailimages:add"), {"title": "typed", "file": upload, "collection": 1}
    )
    assert response.status_code == 200
    form = response.context["form"]
    assert message in form.errors["file"][0]
    assert form["title"].value() == "typed"
    assert not Image.objects.exists()


@refused
def test_multiple_upload(admin: Client, name: str, data: bytes, message: str) -> None:
    upload = SimpleUploadedFile(name, data)
    response = admin.post(reverse("wagtailimages:add_multiple"), {"title": "x", "files[]": upload})
    assert response.status_code == 200
    assert response.json()["success"] is False
    assert message in response.json()["error_message"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("case", ["svg as jpg", "truncated jpeg", "bomb"])
def test_code(case: str) -> None:
    name, data, message = REFUSED[case]
    with pytest.raises(ValidationError, match=message):
        Image(title="x", file=ContentFile(data, name))


def test_a_replacement_is_judged_too(admin: Client) -> None:
    image = Image.objects.create(title="x", file=ContentFile(samples.encoded("PNG"), "x.png"))
    name = image.file.name
    response = admin.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "x", "file": SimpleUploadedFile("y.jpg", samples.HTML), "collection": 1},
    )
    assert ANOTHER_TYPE in response.context["form"].errors["file"][0]
    image.refresh_from_db()
    assert image.file.name == name


def test_too_many_bytes(admin: Client, settings: Settings) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 500
    upload = SimpleUploadedFile("x.jpg", samples.encoded("JPEG"))
    response = admin.post(reverse("wagtailimages:add"), {"title": "x", "file": upload})
    assert "This file is too big" in response.context["form"].errors["file"][0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_colour_mode_can_be_shown(mode: str) -> None:
    image_format = "JPEG" if mode == "CMYK" else "PNG"
    data = samples.encoded(image_format, mode=mode)
    image = Image.objects.create(title="x", file=ContentFile(data, f"x.{image_format.lower()}"))
    renditions = image.get_renditions("max-20x20|format-avif", "fill-20x20|format-webp")
    assert {rendition.file.size > 0 for rendition in renditions.values()} == {True}


@pytest.mark.parametrize("shade", [0x2000, 0x8000, 0xE000])
def test_a_grey_of_sixteen_bits_keeps_its_shade(admin: Client, shade: int) -> None:
    size, output = (1200, 630), BytesIO()
    PILImage.frombytes("I;16", size, shade.to_bytes(2, "little") * (size[0] * size[1])).save(
        output, "PNG"
    )
    upload = SimpleUploadedFile("x.png", output.getvalue(), "image/png")
    admin.post(reverse("wagtailimages:add"), {"title": "x", "file": upload, "collection": 1})
    image = Image.objects.get()
    for spec in ("fill-1200x630|format-jpeg", "width-480|format-webp"):
        with image.get_rendition(spec).file.open() as file:
            shown = PILImage.open(file).convert("L").getpixel((5, 5))
        assert abs(shown - (shade >> 8)) <= 3, spec


@pytest.mark.parametrize("size", [(1, 1), (4000, 1), (1, 4000)])
def test_extreme_shapes_can_be_shown(admin: Client, size: tuple[int, int]) -> None:
    data = samples.encoded("PNG", size)
    image = Image.objects.create(title="x", file=ContentFile(data, "x.png"))
    assert admin.get(reverse("wagtailimages:index")).status_code == 200
    assert image.get_renditions("fill-480x320|format-webp", "width-480|format-avif")
