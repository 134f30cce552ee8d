"""Responsive pictures whose pages neither resize an image nor query for each picture.

A page calls `prefetch_pictures` once with all its images, then `picture` for each of them. A
rendition that is not stored yet is named by Wagtail's signed URL, which makes it in a request of
its own, with its dimensions computed here so that the layout does not move.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from wagtail.images.models import Filter

from portal.media.models import Image, Rendition
from portal.media.models.images import picture_address


@dataclass(frozen=True)
class Profile:
    """How pictures of one kind are cut.

    `operations` are Wagtail's resize operations, the narrowest first; `sizes` is the width in the
    layout, as the `sizes` attribute wants it; `formats` go from the best to the fallback.
    """

    operations: tuple[str, ...]
    sizes: str = ""
    formats: tuple[str, ...] = ("avif", "webp")

    @property
    def specs(self) -> list[str]:
        return [
            _spec(operation, image_format)
            for image_format in self.formats
            for operation in self.operations
        ]


@dataclass(frozen=True)
class Source:
    """One `source` of a picture: its type, and its candidates as `srcset` wants them."""

    mime_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What the component `components/picture.html` needs; sizes in pixels."""

    sources: tuple[Source, ...]
    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    alt: str


PROFILES = {
    "wide": Profile(("width-480", "width-960", "width-1440"), "(min-width: 60rem) 60rem, 100vw"),
    "card": Profile(("fill-480x320", "fill-960x640"), "(min-width: 40rem) 22rem, 100vw"),
    "first_page": Profile(("width-288", "width-576"), "18rem"),
    "portrait": Profile(("fill-240x240", "fill-480x480"), "9rem"),
    "logo": Profile(("max-240x120",), formats=("webp",)),
    "share": Profile(("fill-1200x630",), formats=("jpeg",)),
}


def prefetch_pictures(images: Iterable[Image | None]) -> None:
    """Find the stored renditions of all `images` in one query; None stands for no image.

    Those of images that are not public stay unnamed: the address that makes them asks who wants it.
    """
    found = [image for image in images if image]
    if not found:
        return
    rows = Rendition.objects.filter(
        image__in=Image.objects.public().filter(pk__in={image.pk for image in found}),
        filter_spec__in=_all_specs(),
        lies_private=False,
    ).values_list("image_id", "filter_spec", "focal_point_key", "file")
    names: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
    for image_id, spec, focal_point_key, name in rows:
        names[image_id][spec, focal_point_key] = name
    for image in found:
        image.rendition_names = names[image.pk]


def picture(image: Image, profile_name: str, alt: str | None = None) -> Picture:
    """Return `image` cut as PROFILES[profile_name] says.

    `alt` defaults to the alternative text that an ImageBlock gave the image, empty if decorative.
    """
    if image.rendition_names is None:
        prefetch_pictures([image])
    profile = PROFILES[profile_name]
    candidates = _candidates(image, profile)
    *sources, fallback = (
        _source(image, image_format, candidates) for image_format in profile.formats
    )
    operation, width, height = candidates[-1]
    return Picture(
        sources=tuple(sources),
        src=_url(image, _spec(operation, profile.formats[-1])),
        srcset=fallback.srcset if len(candidates) > 1 else "",
        sizes=profile.sizes if len(candidates) > 1 else "",
        width=width,
        height=height,
        alt=(image.contextual_alt_text or "") if alt is None else alt,
    )


def shown_picture(image: Image, profile_name: str) -> Picture | None:
    """Return the same, or None for an image that is withheld."""
    return None if image.is_withheld else picture(image, profile_name)


def _candidates(image: Image, profile: Profile) -> list[tuple[str, int, int]]:
    """Return (operation, width, height) for each distinct width: small images are not enlarged."""
    by_width: dict[int, tuple[str, int, int]] = {}
    for operation in profile.operations:
        width, height = _filter(operation).get_transform(image).size
        by_width.setdefault(width, (operation, width, height))
    return list(by_width.values())


def _source(image: Image, image_format: str, candidates: list[tuple[str, int, int]]) -> Source:
    urls = [
        (_url(image, _spec(operation, image_format)), width) for operation, width, _ in candidates
    ]
    if len(urls) == 1:
        return Source(f"image/{image_format}", urls[0][0])
    return Source(f"image/{image_format}", ", ".join(f"{url} {width}w" for url, width in urls))


def _url(image: Image, spec: str) -> str:
    name = (image.rendition_names or {}).get((spec, _filter(spec).get_cache_key(image)))
    if name:
        return Rendition._meta.get_field("file").storage.url(name)
    return picture_address(image.pk, spec)


def _spec(operation: str, image_format: str) -> str:
    return f"{operation}|format-{image_format}"


@cache
def _filter(spec: str) -> Filter:
    """Return one shared Filter a spec: it parses its operations once."""
    return Filter(spec)


@cache
def _all_specs() -> list[str]:
    return [spec for profile in PROFILES.values() for spec in profile.specs]
