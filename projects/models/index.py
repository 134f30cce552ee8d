"""The index of all projects."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from portal.pages import PublicPage
from projects.listing import ProjectListing


class ProjectIndexPage(PublicPage):
    """All projects, with filters, a map and the same as a list."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectPage"]

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects that the address asks for, and what could be asked for instead."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = ProjectListing(request.GET)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer 404 where the address asks for a filter or a page that is not there."""
        response: Any = super().serve(request, *args, **kwargs)
        response.status_code = response.context_data["listing"].status_code
        return response
