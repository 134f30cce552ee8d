"""The list of all news, and news that belong to no single project."""

import datetime
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from portal.blocks import body_field
from portal.comments.pages import CommentablePage
from portal.covers import Covered
from portal.listing import Listing, ListingPage
from portal.media.models import Image
from portal.pages import PublicPage
from portal.synchronised import synchronised
from portal.terms.fields import TermsField
from portal.terms.models import Municipality, source_terms
from portal.terms.rows import term_rows
from projects.models import ProjectPage
from projects.news import News, all_news, newest, read
from projects.places import Place, places
from search.content import Searchable


class NewsListing(Listing):
    """All news in pages; there is nothing to filter by."""

    facet_labels: dict[str, str] = {}

    @cached_property
    def paginator(self) -> Paginator:
        """All pages of the list, of which only the one that is shown is read."""
        return Paginator(newest(all_news()), self.per_page)

    @cached_property
    def news(self) -> list[News]:
        """What the page of the list shows."""
        return read(self.page.object_list) if self.page else []


class NewsIndexPage(Searchable, ListingPage, PublicPage):
    """All news, the last first: news pages and the updates of projects."""

    listing_class = NewsListing
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")


class NewsPage(Searchable, Covered, CommentablePage):
    """What happened, on a day, in whichever projects and municipalities it concerns."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = body_field()
    projects = TermsField(
        ProjectPage,
        blank=True,
        limit_choices_to=source_terms,
        related_name="+",
        verbose_name=_("projects"),
    )
    municipalities = TermsField(
        Municipality,
        blank=True,
        limit_choices_to=source_terms,
        related_name="+",
        verbose_name=_("municipalities"),
    )

    search_kind = "news"
    search_kind_label = _("News")
    search_depends_on = (*Searchable.search_depends_on, "municipalities")
    search_fields = [*CommentablePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *CommentablePage.content_panels,
        FieldPanel("date"),
        Covered.cover_panel,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("projects", widget=CheckboxSelectMultiple),
                FieldPanel("municipalities", widget=CheckboxSelectMultiple),
            ],
            heading=_("What it is about"),
        ),
    ]
    override_translatable_fields = [
        *CommentablePage.override_translatable_fields,
        *synchronised("projects", "municipalities"),
    ]

    class Meta:
        verbose_name = _("news page")
        verbose_name_plural = _("news pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects, of which the frame reads the links, and the municipalities."""
        context = super().get_context(request, *args, **kwargs)
        project_ids = list(self.projects.values_list("id", flat=True))
        context["frame"].link(project_ids)
        return context | {"project_ids": project_ids, "places": self.places()}

    def places(self) -> list[Place]:
        """Return the municipalities in the visitor's language, with their pages' addresses."""
        keys = list(self.municipalities.values_list("translation_key", flat=True))
        return places(term_rows({Municipality: keys})["municipality"]) if keys else []

    def shown_images(self) -> list[Image | None]:
        """Add the cover."""
        return [self.cover, *super().shown_images()]

    def get_search_date(self) -> tuple[datetime.date | None, str]:
        """Return the day that it happened."""
        return self.date, "day"
