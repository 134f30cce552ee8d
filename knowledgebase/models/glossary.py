"""The page of the glossary."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from knowledgebase.glossary import glossary
from portal.pages import PublicPage


class GlossaryPage(PublicPage):
    """All terms in the alphabetical order of the language."""

    max_count_per_parent = 1
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the terms by letter."""
        context = super().get_context(request, *args, **kwargs)
        context["letters"] = glossary()
        return context
