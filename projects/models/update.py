"""Dated news of a project."""

import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from portal.blocks import body_field
from portal.comments.pages import CommentablePage
from portal.terms.models import Term
from search.content import PARENT, Searchable


class ProjectUpdatePage(Searchable, CommentablePage):
    """Something that happened in a project, on a day."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = body_field()

    search_kind = "update"
    search_weight = 0.7  # the project answers before what happened in it
    search_kind_label = _("Project updates")
    search_depends_on = (*Searchable.search_depends_on, PARENT)
    search_fields = [*CommentablePage.search_fields, index.SearchField("body")]
    parent_page_types = ["projects.ProjectPage"]
    subpage_types: list[str] = []
    content_panels = [
        *CommentablePage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("project update")
        verbose_name_plural = _("project updates")

    def get_search_terms(self) -> list[Term]:
        """Return the terms of the project, unless that is a draft."""
        project: Any = self.get_parent().specific
        return project.get_search_terms() if project.live else []

    def get_search_date(self) -> tuple[datetime.date | None, str]:
        """Return the day that it happened."""
        return self.date, "day"
