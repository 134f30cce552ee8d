"""The index of all models, and two to four of them side by side."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from knowledgebase.integration.comparison import Comparison
from knowledgebase.integration.listing import ModelListing
from knowledgebase.models.evidence import Dimension
from knowledgebase.study.annotations import Annotations
from portal.listing import renamed
from portal.pages import PublicPage
from search.content import Searchable


class ModelIndexPage(Searchable, PublicPage):
    """All models, to filter, to sort and to compare."""

    share_look = "weld"
    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["knowledgebase.ModelPage"]

    class Meta:
        verbose_name = _("list of models")
        verbose_name_plural = _("lists of models")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the models that the address asks for, in a list or side by side."""
        context = super().get_context(request, *args, **kwargs)
        comparison = context["comparison"] = Comparison(request.GET)
        context["frame"].link(comparison.linked_page_ids())
        if comparison.is_shown:
            context["annotate"] = Annotations(self, comparison.texts)
            context["dimensions"] = Dimension
        else:
            context["listing"] = ModelListing(request.GET)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer 404 or 400 where the address asks for what is not there, or for too much."""
        response: Any = super().serve(request, *args, **kwargs)
        context = response.context_data
        comparison = context["comparison"]
        if comparison.is_shown and comparison.is_sent:
            return HttpResponseRedirect(f"{request.path}{comparison.url_asked}")
        if comparison.is_shown:
            response.template_name = "knowledgebase/comparison.html"
            response.status_code = comparison.status_code
        else:
            listing = context["listing"]
            response.status_code = max(comparison.status_code, listing.status_code)
            return renamed(request, listing) or response
        return response
