"""Dated news of a project."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from portal.blocks import body_field
from portal.pages import PublicPage


class ProjectUpdatePage(PublicPage):
    """Something that happened in a project, on a day."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = body_field()

    parent_page_types = ["projects.ProjectPage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("project update")
        verbose_name_plural = _("project updates")
