"""Wagtail's lists of images and documents, which count every use, also those in drafts."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.documents.views import documents
from wagtail.documents.views.bulk_actions import DeleteBulkAction as DeleteDocumentsAction
from wagtail.images.views import images
from wagtail.images.views.bulk_actions import DeleteBulkAction as DeleteImagesAction
from wagtail.models.reference_index import ReferenceGroups

from portal.languages import language_name
from portal.media.usage import unused, uses_of, with_usage


class UnusedFilter(django_filters.ChoiceFilter):
    """Leaves the files that nothing uses."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Usage"), choices=[("none", _("Not used anywhere"))], empty_label=_("All")
        )

    def filter(self, files: QuerySet, value: Any) -> QuerySet:
        """Return all files where nothing is chosen."""
        return unused(files) if value else files


class ImagesFilterSet(images.ImagesFilterSet):
    usage_count = None  # fails together with a search
    unused = UnusedFilter()


class DocumentsFilterSet(documents.DocumentsFilterSet):
    usage_count = None
    unused = UnusedFilter()


class CountsUses:
    """Counts for what the list shows, in one query, or for all where it is ordered by that."""

    def get_base_queryset(self) -> QuerySet:
        """Return the files that somebody may change."""
        files = super().get_base_queryset()  # type: ignore[misc]
        return with_usage(files) if self.needs_usage_count_subquery else files  # type: ignore[attr-defined]

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Tell each file of the page how often it is used."""
        if self.needs_usage_count_subquery:  # type: ignore[attr-defined]
            return object_list
        files = list(object_list)
        rows = self.model.objects.filter(pk__in=[file.pk for file in files])  # type: ignore[attr-defined]
        counts = dict(with_usage(rows).values_list("pk", "usage_count"))
        for file in files:
            file.usage_count = counts.get(file.pk, 0)
        return files


class ImagesView(CountsUses, images.IndexView):
    filterset_class = ImagesFilterSet
    results_template_name = "media/images_results.html"


class DocumentsView(CountsUses, documents.IndexView):
    filterset_class = DocumentsFilterSet


class ListsUses:
    """Lists each thing once in each of its languages, and says which of them are drafts."""

    def get_queryset(self) -> ReferenceGroups:
        """Return the things with what names the file in them."""
        return uses_of(self.object)  # type: ignore[attr-defined]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """Add the language, and whether visitors see it there."""
        first, *others = super().columns  # type: ignore[misc]
        return [
            first,
            Column("language", label=_("Language"), accessor=_language),
            Column("public", label=_("Status"), accessor=_status),
            *others,
        ]


def _language(row: dict[str, Any]) -> str:
    locale = getattr(row["object"], "locale", None)
    return language_name(locale.language_code) if locale else ""


def _status(row: dict[str, Any]) -> Any:
    is_draft = all(reference.pk is None for reference in row["references"])
    is_live = getattr(row["object"], "live", True)
    return _("In public") if is_live and not is_draft else _("In a draft")


class ImageUsesView(ListsUses, images.UsageView):
    pass


class DocumentUsesView(ListsUses, documents.UsageView):
    pass


class WarnsOfUses:
    """Says before a file is deleted where it is used, also in drafts."""

    def get_usage(self) -> ReferenceGroups:
        """Return the same as the list of uses."""
        return uses_of(self.object)  # type: ignore[attr-defined]


class DeleteImageView(WarnsOfUses, images.DeleteView):
    pass


class DeleteDocumentView(WarnsOfUses, documents.DeleteView):
    pass


class WarnsOfManyUses:
    """Says the same before several files are deleted at once."""

    def object_context(self, item: Any) -> dict[str, Any]:
        """Return what is said of one of them."""
        context: dict[str, Any] = super().object_context(item)  # type: ignore[misc]
        return context | {"usage_count": uses_of(item).count()}


class DeleteImages(WarnsOfManyUses, DeleteImagesAction):
    pass


class DeleteDocuments(WarnsOfManyUses, DeleteDocumentsAction):
    pass


def addresses() -> list[URLPattern]:
    """Return Wagtail's addresses with these views; they come before Wagtail's own."""
    return [
        path("images/", ImagesView.as_view()),
        path("images/results/", ImagesView.as_view(results_only=True)),
        path("images/usage/<int:image_id>/", ImageUsesView.as_view()),
        path("images/<int:image_id>/delete/", DeleteImageView.as_view()),
        path("documents/", DocumentsView.as_view()),
        path("documents/results/", DocumentsView.as_view(results_only=True)),
        path("documents/usage/<int:document_id>/", DocumentUsesView.as_view()),
        path("documents/delete/<int:document_id>/", DeleteDocumentView.as_view()),
    ]
