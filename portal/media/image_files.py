"""Decides by its bytes whether an uploaded file is a usable picture, and cleans it."""

from io import BytesIO

import willow
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import ExifTags, ImageOps
from PIL import Image as PillowImage
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from portal.media.metadata import STRIP, strip_whole

UPRIGHT = 1
TRANSPOSED_WEBP_QUALITY = 95


class CleanImageFile(ContentFile):
    """A picture that was checked and holds no metadata."""


def clean_image_file(file: File) -> CleanImageFile:
    """Return `file` upright and without metadata, its pixels otherwise untouched.

    Raises ValidationError when the bytes are no JPEG, PNG or WebP picture, are cut short, or
    unpack to more pixels than WAGTAILIMAGES_MAX_IMAGE_PIXELS.
    """
    if isinstance(file, CleanImageFile):
        return file
    file.open()
    data = file.read()
    with _open(data) as image:
        _check_pixels(image)
        try:
            return CleanImageFile(_cleaned(image, data), name=file.name)
        except Exception as error:  # hostile bytes make the parsers raise almost anything
            raise ValidationError(
                _("This picture is damaged or cut short. Export it again and upload it."),
                code="damaged_image",
            ) from error


def _open(data: bytes) -> ImageFile:
    """Return the picture with only its header read."""
    try:
        return PillowImage.open(BytesIO(data), formats=list(STRIP))
    except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except Exception as error:  # as above
        raise ValidationError(
            _(
                "This file cannot be read as a JPEG, PNG or WebP picture: it is damaged, or not "
                "what its name says. Export it again in one of these formats and upload it."
            ),
            code="invalid_image",
        ) from error


def _check_pixels(image: ImageFile) -> None:
    if image.width * image.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _(
            "This picture has too many pixels: the limit is %(limit)d million. "
            "Make it smaller and upload it again."
        ),
        code="file_too_many_pixels",
        params={"limit": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
    )


def _cleaned(image: ImageFile, data: bytes) -> bytes:
    image.load()
    image_format = "JPEG" if isinstance(image, JpegImageFile) else str(image.format)
    if image.getexif().get(ExifTags.Base.Orientation, UPRIGHT) != UPRIGHT:
        data = _upright(image, image_format)
    if image.mode.startswith("I"):  # deep grey, which nothing that follows can scale
        data = _in_256_shades(image)
    cleaned = strip_whole(data, image_format)
    willow.Image.open(BytesIO(cleaned)).get_size()  # Wagtail reads it in this way from now on
    return cleaned


def _in_256_shades(image: ImageFile) -> bytes:
    """Return a picture of 65,536 greys with 256 of them; Pillow itself makes it white."""
    upright = ImageOps.exif_transpose(image)
    output = BytesIO()
    upright.point(lambda grey: grey / 256).convert("L").save(output, "PNG")
    return output.getvalue()


def _upright(image: ImageFile, image_format: str) -> bytes:
    """Return the picture encoded again, turned as its Exif orientation asks."""
    options: dict[str, object] = {"icc_profile": image.info.get("icc_profile")}
    if isinstance(image, JpegImageFile):
        options |= {"qtables": image.quantization, "subsampling": get_sampling(image)}
    if image_format == "WEBP":
        options["quality"] = TRANSPOSED_WEBP_QUALITY
    output = BytesIO()
    ImageOps.exif_transpose(image).save(output, image_format, **options)
    return output.getvalue()
