"""The menu of pages in the admin, which asks the database no more for many pages than for few."""

from typing import Any

from django.db.models import Count
from django.db.models.functions import Length, Substr
from wagtail.admin.api.serializers import (
    AdminPageSerializer,
    PageChildrenField,
    get_model_listing_url,
)
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.serializers import PageParentField
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.publishing.lists import parents_of


class ChildrenField(PageChildrenField):
    """How many children a page has, where all pages were counted together."""

    def to_representation(self, page: Page) -> dict[str, Any]:
        """Return it as Wagtail does."""
        if not hasattr(page, "child_count"):
            told: dict[str, Any] = super().to_representation(page)
            return told
        address = get_model_listing_url(self.context, Page)
        return {"count": page.child_count, "listing_url": f"{address}?child_of={page.pk}"}


class ParentField(PageParentField):
    """The page above, where those of all pages were read together."""

    def get_attribute(self, page: Page) -> Page | None:
        """Return it, if the person may see it."""
        return page.seen_parent if hasattr(page, "seen_parent") else super().get_attribute(page)


class MenuSerializer(AdminPageSerializer):
    """What is told of a page."""

    children = ChildrenField(read_only=True)
    parent = ParentField(read_only=True)


class MenuViewSet(PagesAdminAPIViewSet):
    """Wagtail's pages, with what is told of each read for all of them."""

    base_serializer_class = MenuSerializer

    def paginate_queryset(self, queryset: Any) -> list[Page]:
        """Return the pages that are shown, each with its parent and how many children it has."""
        if isinstance(queryset, PageQuerySet):  # and no results of a search
            told = queryset.prefetch_related("locale").prefetch_workflow_states()
            queryset = told.annotate_approved_schedule()
        rows = list(super().paginate_queryset(queryset))
        seen = self.get_base_queryset()
        length = Length("path") - Page.steplen
        below = seen.annotate(above=Substr("path", 1, length)).filter(
            above__in=[row.path for row in rows if not row.is_leaf()]
        )
        counts = dict(below.order_by().values_list("above").annotate(Count("pk")))
        for row, parent in parents_of(rows, seen):
            row.seen_parent, row.child_count = parent, counts.get(row.path, 0)
        return rows
