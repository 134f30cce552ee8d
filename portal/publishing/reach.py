"""How far an emergency take-down reaches: a thing in every language, all below it, its files."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import DraftStateMixin, Page, ReferenceIndex

from portal.media.models import Document, Image
from portal.publishing.languages import other_languages


@dataclass(frozen=True)
class Reach:
    """What goes, public or not (`things`), and its files; `kept` are used elsewhere in public."""

    things: list[Any]
    documents: list[Document]
    images: list[Image]
    kept: list[Document | Image]

    @property
    def live(self) -> list[Any]:
        """What visitors can read now."""
        return [thing for thing in self.things if thing.live]


def reach_of(instance: Any) -> Reach:
    """Return what would go with `instance`, parents before what stands below them."""
    things = everything_with(instance)
    documents = open_files(things, Document)
    kept = used_elsewhere(documents, things)
    going = [document for document in documents if document not in kept]
    covers = Image.objects.filter(pk__in=[each.cover_id for each in going if each.cover_id])
    images = list(dict.fromkeys([*open_files(things, Image), *covers]))
    kept_images = used_elsewhere(images, [*things, *going])
    return Reach(
        things=things,
        documents=going,
        images=[image for image in images if image not in kept_images],
        kept=[*kept, *kept_images],
    )


def open_files(things: Iterable[Any], model: type[Document] | type[Image]) -> list[Any]:
    """Return the files of a kind that these things name, and that no take-down withholds yet."""
    return [file for file in files_used_by(things, model) if not file.taken_down_id]


def everything_with(instance: Any) -> list[Any]:
    """Return the thing in each language and, of a page, all that stands below any of these."""
    languages = [instance, *other_languages(instance)]
    if not isinstance(instance, Page):
        return languages
    below = reduce(or_, (Q(path__startswith=page.path) for page in languages))
    keys = Page.objects.filter(below).values("translation_key")
    return list(Page.objects.filter(translation_key__in=keys).order_by("path").specific())


def files_used_by(things: Iterable[Any], model: type[Document] | type[Image]) -> list[Any]:
    """Return the files of a kind that the rows of these things name."""
    to = ContentType.objects.get_for_model(model)
    ids = _references_from(things).filter(to_content_type=to).values_list("to_object_id", flat=True)
    return list(model.objects.filter(pk__in={int(pk) for pk in ids}).order_by("pk"))


def used_elsewhere(files: Iterable[Any], things: Iterable[Any]) -> list[Any]:
    """Return those of the files that something public beside these things names."""
    own = _references_from(things).values("pk")
    return [
        file
        for file in files
        if any(
            _is_public(ContentType.objects.get_for_id(base), pk)
            for base, pk in ReferenceIndex.get_references_to(file)
            .exclude(pk__in=own)
            .values_list("base_content_type", "object_id")
        )
    ]


def _references_from(things: Iterable[Any]) -> QuerySet[ReferenceIndex]:
    by_base: dict[ContentType, list[str]] = defaultdict(list)
    for thing in things:
        by_base[ReferenceIndex._get_base_content_type(thing)].append(str(thing.pk))
    found = [Q(base_content_type=base, object_id__in=ids) for base, ids in by_base.items()]
    return ReferenceIndex.objects.filter(reduce(or_, found, Q(pk=None)))


def _is_public(base: ContentType, pk: str) -> bool:
    model: Any = base.model_class()
    if not issubclass(model, DraftStateMixin):
        return True
    return bool(model._default_manager.filter(pk=pk, live=True).exists())
