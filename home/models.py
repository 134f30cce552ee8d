"""The front page, standard pages, the page with numbers to call, and the way to write to us."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import HOME_BLOCKS
from home.news.pages import NewsIndexPage, NewsPage
from home.organisation import STANDARD_BLOCKS, photographs
from portal.blocks import body_field
from portal.blocks.phone import phone_block
from portal.comments.pages import CommentablePage
from portal.furniture.models import Furniture
from portal.media.models import Image
from portal.pages import PublicPage
from portal.publishing.mixins import Lasting
from projects.cards import Card, latest_cards
from projects.news import News, all_news, newest, read
from projects.participants import all_participants
from projects.parts import Participant
from projects.places import places
from search.content import Content, Searchable, contact_part

__all__ = ["ContactPage", "HelpPage", "HomePage", "NewsIndexPage", "NewsPage", "StandardPage"]


class HomePage(Lasting, Searchable, PublicPage):
    """The front page of one language, composed by editors."""

    body = StreamField(HOME_BLOCKS, blank=True, verbose_name=_("content"))

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def today(self) -> date:
        """The day by which calls are still open."""
        return timezone.localdate()

    def latest_projects(self, count: int) -> list[Card]:
        """Return the projects that began last."""
        return latest_cards(count)

    def latest_news(self, count: int) -> list[News]:
        """Return the last news."""
        return read(newest(all_news())[:count])

    def partners(self) -> list[Participant]:
        """Return all organisations that have a role in a project."""
        return all_participants()


class StandardPage(Searchable, CommentablePage):
    """A page of running content: about us and our people, accessibility, privacy."""

    body = StreamField(STANDARD_BLOCKS, blank=True, verbose_name=_("content"))

    search_fields = [*CommentablePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*CommentablePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def shown_images(self) -> list[Image | None]:
        """Add the photographs of people."""
        return [*super().shown_images(), *photographs(self.body)]

    def pictures(self) -> dict[int, list[str]]:
        """Add the photographs of people, which are cut to squares."""
        people = {photo.pk: ["portrait"] for photo in photographs(self.body)}
        return {**people, **super().pictures()}


class HelpPage(Searchable, PublicPage):
    """Numbers to call, offices by municipality, and what a protection order is."""

    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("body")]
    search_part_kinds = {"contact": _("Numbers and offices")}
    search_depends_on = (*Searchable.search_depends_on, "furniture.Furniture")
    has_neutral_title = True
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page with help")
        verbose_name_plural = _("pages with help")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the municipalities whose pages name offices that help."""
        context = super().get_context(request, *args, **kwargs)
        context["places"] = places()
        return context

    def get_search_content(self) -> Content:
        """Add the words by which people look for help."""
        content = super().get_search_content()
        with override(content.language):
            words = gettext("help, where to find help, whom to call, emergency numbers, helplines")
        return replace(content, names=[*content.names, words])

    def get_search_parts(self) -> Iterable[tuple[UUID, Content]]:
        """Return the helplines in the language of the page."""
        furniture = Furniture.objects.filter(locale=self.locale_id, live=True).first()
        for block in furniture.helplines if furniture else ():
            title = f"{block.value['name']}: {block.value['number']}"
            yield contact_part(self, block, title, ("audience", "hours", "languages"))


class ContactPage(Searchable, PublicPage):
    """Where the organisation is and how to reach it; the form has an address of its own."""

    address = models.TextField(_("address"), blank=True, max_length=300)
    telephones = StreamField(
        [("number", phone_block())],
        blank=True,
        max_num=3,
        verbose_name=_("telephone numbers"),
        help_text=_("During office hours. Numbers for help are on every page."),
    )
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    body = body_field()

    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("address"),
        index.SearchField("body"),
    ]
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("address"),
        FieldPanel("telephones"),
        FieldPanel("hours"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
