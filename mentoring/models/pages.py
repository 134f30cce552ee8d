"""The section about the programme, and the directory of its mentors."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from portal.blocks import body_field
from portal.pages import PublicPage
from search.content import Searchable


class MentoringPage(Searchable, PublicPage):
    """Says what the programme is, whom it is for and how one takes part."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["mentoring.DirectoryPage"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("mentoring programme")
        verbose_name_plural = _("mentoring programmes")


class DirectoryPage(Searchable, PublicPage):
    """Lists the mentors, below what editors say first."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    max_count_per_parent = 1
    parent_page_types = ["mentoring.MentoringPage"]
    subpage_types: list[str] = []
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("directory of mentors")
        verbose_name_plural = _("directories of mentors")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the mentors whom the visitor may see."""
        return super().get_context(request, *args, **kwargs)
