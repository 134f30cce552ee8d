"""Where files are used: in what pages and snippets say, and in what their newest drafts say.

A page counts once in each of its languages, however often it names the file.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat
from wagtail.models import DraftStateMixin, ReferenceIndex, Revision, RevisionMixin
from wagtail.models.reference_index import ReferenceGroups

from portal.media.models import Document, DraftUse, Image

COPIED = (
    *("content_type_id", "base_content_type_id", "object_id"),
    *("to_content_type_id", "to_object_id", "model_path", "content_path"),
)


def with_usage(files: QuerySet) -> QuerySet:
    """Annotate how many pages and snippets name each file, as `usage_count`, in the same query."""
    return files.annotate(
        usage_count=_counted(ReferenceIndex.objects.all(), files.model)
        + _counted(DraftUse.objects.filter(~Exists(_same(OuterRef))), files.model)
    )


def _counted(uses: QuerySet, model: Any) -> Coalesce:
    """Return how many different things there are among the uses of a file."""
    who = Concat(Cast("base_content_type_id", CharField()), Value("-"), "object_id")
    of_file = uses.filter(**_of(model)).annotate(who=who).order_by().values("to_object_id")
    return Coalesce(Subquery(of_file.annotate(n=Count("who", distinct=True)).values("n")), 0)


def _of(model: Any) -> dict[str, Any]:
    return {
        "to_content_type": ContentType.objects.get_for_model(model),
        "to_object_id": Cast(OuterRef("pk"), CharField()),
    }


def _same(outer: Any) -> QuerySet[ReferenceIndex]:
    """Return what the row of the same thing names already."""
    names = ("base_content_type", "object_id", "to_content_type", "to_object_id")
    return ReferenceIndex.objects.filter(**{name: outer(name) for name in names})


def unused(files: QuerySet) -> QuerySet:
    """Return the files that nothing names, in public or in a draft."""
    to = ContentType.objects.get_for_model(files.model)
    for kind in (ReferenceIndex, DraftUse):
        named = kind.objects.filter(to_content_type=to)
        # The search backends understand no `Exists`.
        files = files.exclude(pk__in=named.values(file_id=Cast("to_object_id", BigIntegerField())))
    return files


def uses_of(file: Document | Image) -> ReferenceGroups:
    """Return what names a file, each thing with its references; drafts' come as references too."""
    references = list(ReferenceIndex.get_references_to(file))
    drafts = DraftUse.objects.filter(
        ~Exists(_same(OuterRef)),
        to_content_type=ContentType.objects.get_for_model(file),
        to_object_id=str(file.pk),
    ).order_by("pk")
    return ReferenceGroups([*references, *map(_as_reference, drafts)])


def _as_reference(use: DraftUse) -> ReferenceIndex:
    return ReferenceIndex(**{name: getattr(use, name) for name in COPIED})


@transaction.atomic
def follow_draft(thing: Any) -> None:
    """Write down which files the newest version of a page or snippet names."""
    base = ReferenceIndex._get_base_content_type(thing)
    DraftUse.objects.filter(base_content_type=base, object_id=str(thing.pk)).delete()
    revision = thing.latest_revision
    if not revision or revision.pk == getattr(thing, "live_revision_id", None):
        return
    kinds = {ContentType.objects.get_for_model(model).pk for model in (Document, Image)}
    draft = revision.as_object()
    DraftUse.objects.bulk_create(
        DraftUse(
            revision=revision,
            content_type=ContentType.objects.get_for_model(draft),
            base_content_type=base,
            object_id=str(thing.pk),
            to_content_type_id=kind,
            to_object_id=pk,
            model_path=model_path,
            content_path=content_path,
        )
        for kind, pk, model_path, content_path in sorted(
            set(ReferenceIndex._extract_references_from_object(draft))
        )
        if kind in kinds
    )


def follow_revision(revision_id: int) -> None:
    """Do the same for what a version belongs to; one that is gone meanwhile is no error."""
    revision = Revision.objects.filter(pk=revision_id).first()
    if revision and (thing := revision.content_object):
        follow_draft(thing)


def follow_drafts() -> None:
    """Do the same for everything that has a draft, and forget what is no draft any more."""
    drafts = list(_newest_drafts())
    for revision_id in drafts:
        follow_revision(revision_id)
    DraftUse.objects.exclude(revision__in=drafts).delete()


def _newest_drafts() -> Iterator[int]:
    """Yield the id of the newest version of each thing that is not what is public."""
    kinds = {model for model in apps.get_models() if issubclass(model, RevisionMixin)}
    for kind in sorted(kinds, key=lambda model: model._meta.label):
        if kind._meta.parents:
            continue  # pages are asked as pages
        things = kind._base_manager.exclude(latest_revision=None)
        if issubclass(kind, DraftStateMixin):
            is_public = Q(live_revision__isnull=False, live_revision=F("latest_revision"))
            things = things.exclude(is_public)
        yield from things.order_by("pk").values_list("latest_revision", flat=True)
