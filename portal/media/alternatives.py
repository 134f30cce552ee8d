"""Finds pictures in public whose alternative text is missing, or is only the name of a file.

Figures must have one unless they decorate, so what is found there are names of files and what was
not typed into the form. Covers may be without, as decoration, unless people can be recognised.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Max, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex

from portal.blocks.walk import leaves
from portal.media.models import Image
from portal.media.states import People
from portal.readable import readable

MISSING = _("The alternative text is missing.")
A_NAME = _("The alternative text is only the name of a file.")
ENDING = re.compile(r"\.(jpe?g|png|webp|gif|avif|heic|tiff?|bmp)$", re.IGNORECASE)
# What cameras, phones and programs call their pictures.
BY_MACHINE = re.compile(
    r"(img|dsc[nf]?|pxl|mvi|p|foto|photo|image|pamje|screenshot|whatsapp image)?[\s_.()0-9-]{3,200}"
    r"(wa[0-9]{1,9})?",
    re.IGNORECASE,
)


class Use(NamedTuple):
    """A picture in a page or snippet, and what is said there to those who do not see it."""

    image_id: int
    said: str
    may_be_empty: bool = False


class Gap(NamedTuple):
    """A use without words that help; `since` is when the page was published last."""

    thing: Any
    image: Image
    problem: Any
    said: str
    since: datetime | None


def gaps() -> list[Gap]:
    """Return what is found in all that visitors read, in every language, the oldest first."""
    found = [gap for thing in _public_things() for gap in gaps_in(thing)]
    return sorted(found, key=lambda gap: (gap.since is None, gap.since, str(gap.thing)))


def known_gaps() -> list[Gap]:
    """Return the same as it was when a page was last published, at most a quarter of an hour ago.

    The admin's first page counts them, and should not read all pages for it each time.
    """
    latest = Page.objects.aggregate(latest=Max("last_published_at"))["latest"]
    key = f"gaps-{latest.timestamp() if latest else 0}"
    return cache.get_or_set(key, gaps, 15 * 60) or []


def gaps_in(thing: Any) -> list[Gap]:
    """Return what is found in a page or snippet."""
    uses = list(_uses(thing))
    images = Image.objects.in_bulk({use.image_id for use in uses})
    since = getattr(thing, "last_published_at", None)
    return [
        Gap(thing, images[use.image_id], problem, use.said, since)
        for use in uses
        if use.image_id in images and (problem := _problem(use, images[use.image_id]))
    ]


def _public_things() -> Iterator[Any]:
    """Yield the pages that anybody may read, and the snippets, that name a picture."""
    pages = Page.objects.filter(readable(), alias_of=None, pk__in=_naming_pictures(Page))
    yield from pages.order_by("pk").specific().iterator(chunk_size=100)
    for model in apps.get_models():
        if not issubclass(model, Page) and any(_described(model)):
            rows = model._default_manager.filter(pk__in=_naming_pictures(model))
            yield from rows.order_by("pk")


def _naming_pictures(model: Any) -> set[int]:
    named: QuerySet = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Image),
        base_content_type=ContentType.objects.get_for_model(model),
    )
    return {int(pk) for pk in named.values_list("object_id", flat=True)}


def _described(model: Any) -> Iterator[str]:
    """Yield the names of fields that hold a picture and have a field for its words."""
    names = {field.name for field in model._meta.get_fields()}
    for field in model._meta.get_fields():
        if field.related_model is Image and f"{field.name}_alt" in names:
            yield field.name


def _uses(thing: Any) -> Iterator[Use]:
    decorating = getattr(thing, "decorating", ())
    for name in _described(type(thing)):
        if image_id := getattr(thing, f"{name}_id"):
            yield Use(image_id, getattr(thing, f"{name}_alt"), name in decorating)
    for field in thing._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _uses_in_stream(field.value_from_object(thing))


def _uses_in_stream(stream: Any) -> Iterator[Use]:
    structs: dict[str, dict[str, Any]] = defaultdict(dict)
    for leaf in leaves(stream.stream_block, stream.get_prep_value()):
        path, _dot, name = leaf.path.rpartition(".")
        structs[path][name] = leaf.value
    for values in structs.values():
        is_picture = {"image", "alt_text", "decorative"} <= values.keys()
        if is_picture and values["image"] and not values["decorative"]:
            yield Use(int(values["image"]), values["alt_text"] or "")


def _problem(use: Use, image: Image) -> Any:
    said = use.said.strip()
    if not said:
        may_decorate = use.may_be_empty and image.people_shown != People.SHOWN
        return None if may_decorate else MISSING
    return A_NAME if is_name_of_file(said, image) else None


def is_name_of_file(said: str, image: Image) -> bool:
    """Whether words are what a file is called, and not what it shows."""
    stem = PurePath(image.filename).stem.lower()
    is_stem = " " not in said and said.lower() == stem
    return bool(ENDING.search(said) or BY_MACHINE.fullmatch(said)) or is_stem
