"""The knowledge base's own front page."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from knowledgebase.front import Front
from portal.blocks import body_field
from portal.pages import PublicPage
from search.content import Searchable


class KnowledgeBasePage(Searchable, PublicPage):
    """Leads to the studies, the models, the resources and the glossary."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    share_look = "indigo"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "knowledgebase.StudyPage",
        "knowledgebase.ModelIndexPage",
        "knowledgebase.ResourceIndexPage",
        "knowledgebase.GlossaryPage",
        "training.TrainingPage",
    ]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("knowledge base")
        verbose_name_plural = _("knowledge bases")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page leads to."""
        context = super().get_context(request, *args, **kwargs)
        context["front"] = Front(context["frame"])
        return context
