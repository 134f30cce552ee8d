"""The index of all resources."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from knowledgebase.resources.listing import ResourceListing
from portal.pages import PublicPage


class ResourceIndexPage(PublicPage):
    """All resources, to filter and to sort."""

    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["knowledgebase.ResourcePage"]

    class Meta:
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the resources that the address asks for."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = ResourceListing(request.GET)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer 404 where the address asks for a filter or a page that is not there."""
        response: Any = super().serve(request, *args, **kwargs)
        response.status_code = response.context_data["listing"].status_code
        return response
