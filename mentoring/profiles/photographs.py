"""Photographs of members: small, without metadata, in the private store."""

from functools import partial
from io import BytesIO
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse, Http404
from django.utils.cache import add_never_cache_headers
from PIL import Image, ImageOps

from mentoring.models import Profile
from mentoring.profiles.actions import lock, note_changed_words
from portal.media.image_files import clean_image_file

SIDE = 480  # pixels: twice of what a page shows
QUALITY = 85
# Where the middle of the square lies, from the top: faces stand above the middle.
MIDDLE = (0.5, 0.4)
WHITE = (255, 255, 255)


def small(file: File) -> ContentFile:
    """Return a square JPEG of an uploaded picture, without metadata; raises ValidationError."""
    cleaned = clean_image_file(file)
    cleaned.seek(0)
    with Image.open(BytesIO(cleaned.read()), formats=["JPEG", "PNG", "WEBP"]) as image:
        profile = image.info.get("icc_profile") if image.mode == "RGB" else None
        square = ImageOps.fit(_on_white(image), (SIDE, SIDE), centering=MIDDLE)
    output = BytesIO()
    square.save(output, "JPEG", quality=QUALITY, optimize=True, icc_profile=profile)
    return ContentFile(output.getvalue())


@transaction.atomic
def keep(*, profile: Profile, photograph: ContentFile) -> None:
    """Keep a photograph, made by `small`, in the place of another; raises OSError.

    Of somebody listed, others see it when the coordinator has.
    """
    profile = lock(profile)
    before, old = profile.words(), profile.photograph.name
    profile.photograph.save("photograph.jpg", photograph, save=False)
    _follow(profile, before, old)


@transaction.atomic
def remove(*, profile: Profile) -> None:
    """Delete the photograph at once."""
    profile = lock(profile)
    before, old = profile.words(), profile.photograph.name
    profile.photograph = ""
    if "photograph" in profile.reviewed:
        profile.reviewed["photograph"] = ""
    _follow(profile, before, old)


def respond(profile: Profile) -> FileResponse:
    """Return the photograph for those alone who asked, or Http404."""
    try:
        file = profile.photograph.open("rb")
    except (ValueError, FileNotFoundError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/jpeg")
    add_never_cache_headers(response)
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response


def _follow(profile: Profile, before: dict[str, Any], old: str | None) -> None:
    note_changed_words(profile, before)
    profile.save()
    if old:
        transaction.on_commit(partial(profile.photograph.storage.delete, old))


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    above = image.convert("RGBA")
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(above, mask=above.getchannel("A"))
    return ground
