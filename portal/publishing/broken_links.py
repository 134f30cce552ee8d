"""The report of links that lead nowhere: to pages and documents that visitors cannot have."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import DraftStateMixin, Page, ReferenceIndex
from wagtail.permissions import page_permission_policy

from portal.media.models import Document
from portal.publishing.rights import snippet_models_open_to
from portal.report import Report, RowPaginator
from portal.translating.models import edit_address


class Link(NamedTuple):
    """A link that stands in something public, and where editors take it out."""

    title: str
    place: str
    target: Any
    edit_url: str


class BrokenLinksView(Report):
    """Each public page and text with a link whose page or document is not public."""

    page_title = _("Links that lead nowhere")
    header_icon = "link"
    name = "broken_links"
    waiting = ngettext_lazy("%(count)s link leads nowhere", "%(count)s links lead nowhere", "count")
    empty = _("Every link to a page or document of ours leads where it should.")
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
    paginator_class = RowPaginator
    columns = [
        TitleColumn("title", label=_("Page"), get_url=lambda link: link.edit_url),
        Column("place", label=_("Where")),
        Column("target", label=_("Leads to")),
    ]
    list_export = ["title", "place", "target"]
    export_headings = {"title": _("Page"), "place": _("Where"), "target": _("Leads to")}

    def get_queryset(self) -> list[Link]:
        """Return those in what the person may change."""
        return sorted(broken_links(self.request.user))

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many there are."""
        return sum(found.count() for _sources, found in broken_references(user))


def broken_links(user: Any) -> Iterator[Link]:
    """Yield the links that lead nowhere in what somebody may change."""
    for sources, found in broken_references(user):
        if not found:
            continue
        of_found = sources.annotate(key=Cast("pk", CharField())).filter(
            key__in=found.values("object_id")
        )
        titles = {str(source.pk): source for source in of_found}
        targets = targets_of(found)
        for reference in found:
            source = titles[reference.object_id]
            target = targets.get((reference.to_content_type_id, reference.to_object_id))
            yield Link(
                str(source),
                reference.describe_source_field(),
                str(target or _("something that was deleted")),
                edit_address(sources.model, source.pk),
            )


def targets_of(found: QuerySet[ReferenceIndex]) -> dict[tuple[int, str], Any]:
    """Return what these lead to and still exists, by kind and key, with a query for each kind."""
    targets: dict[tuple[int, str], Any] = {}
    for model in (Page, Document):
        kind = ContentType.objects.get_for_model(model).pk
        keys = found.filter(to_content_type=kind).values("to_object_id")
        rows = model._default_manager.annotate(key=Cast("pk", CharField()))
        targets |= {(kind, row.key): row for row in rows.filter(key__in=keys)}
    return targets


def broken_references(user: Any) -> Iterator[tuple[QuerySet, QuerySet[ReferenceIndex]]]:
    """Yield what somebody may change, model by model, with its references that lead nowhere."""
    gone = _leads_to_none(Page.objects.filter(live=True)) | _leads_to_none(
        Document.objects.exclude(public_file="")
    )
    for sources in changeable(user):
        of_sources = ReferenceIndex.objects.filter(
            object_id__in=_keys(sources),
            base_content_type=ContentType.objects.get_for_model(sources.model),
        )
        yield sources, of_sources & gone


def changeable(user: Any) -> Iterator[QuerySet]:
    """Yield the public pages, and the public rows of other models, that somebody may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    yield pages.filter(live=True, alias_of=None)
    for model in snippet_models_open_to(user, "change"):
        if issubclass(model, DraftStateMixin):
            yield model._default_manager.filter(live=True)


def _leads_to_none(public: QuerySet) -> QuerySet[ReferenceIndex]:
    kind = ContentType.objects.get_for_model(public.model)
    references = ReferenceIndex.objects.filter(to_content_type=kind)
    return references.exclude(to_object_id__in=_keys(public))


def _keys(rows: QuerySet) -> QuerySet:
    """Return the keys of rows as the index writes them, which a query reads once and not by row."""
    return rows.order_by().annotate(key=Cast("pk", CharField())).values("key")
