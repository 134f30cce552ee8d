"""A municipality's own page: everything that happens there, and where to find help."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.blocks import body_field
from portal.blocks.phone import phone_block
from portal.pages import PublicPage
from portal.synchronised import synchronised
from portal.terms.models import Municipality, Term, source_terms
from projects.cards import cards_in
from projects.news import newest, news_in, read
from projects.places import places
from search.content import Content, Searchable, contact_part

LATEST = 5  # news on the page of a municipality


class OfficeKind(models.TextChoices):
    """The offices that help; shelters are never among them."""

    COORDINATOR = "coordinator", _("Local coordinator against domestic violence")
    SOCIAL = "social", _("Social services")
    POLICE = "police", _("Police")
    LEGAL_AID = "legal_aid", _("Free legal aid")


class OfficeValue(blocks.StructValue):
    """An office that helps."""

    @property
    def kind_label(self) -> str:
        """The kind in the visitor's language."""
        return str(OfficeKind(self["kind"]).label)

    @property
    def is_complete(self) -> bool:
        """Whether all that visitors need is known."""
        return all(self[name] for name in ("place", "number", "hours"))


class OfficeBlock(blocks.StructBlock):
    """Where a person can go or call, with when somebody last checked it."""

    kind = blocks.ChoiceBlock(
        choices=OfficeKind.choices,
        label=_("Kind"),
        help_text=_("Never enter the address of a shelter."),
    )
    name = blocks.CharBlock(label=_("Name"), max_length=160)
    place = blocks.TextBlock(label=_("Where"), required=False, default="", rows=2)
    number = phone_block(required=False)
    hours = blocks.CharBlock(label=_("Hours"), required=False, default="", max_length=120)
    checked_on = blocks.DateBlock(label=_("Last checked"), required=False)

    class Meta:
        icon = "home"
        label = _("Office")
        value_class = OfficeValue


class MunicipalityIndexPage(Searchable, PublicPage):
    """All municipalities that have a page, on the map and as a list."""

    share_look = "teal"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.MunicipalityPage"]

    class Meta:
        verbose_name = _("list of municipalities")
        verbose_name_plural = _("lists of municipalities")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the municipalities' pages with their places on the map."""
        context = super().get_context(request, *args, **kwargs)
        context["places"] = places()
        return context


class MunicipalityPage(Searchable, PublicPage):
    """What happens in a municipality, and which offices help there."""

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="pages",
        limit_choices_to=source_terms,
        verbose_name=_("municipality"),
    )
    body = body_field()
    offices = StreamField(
        [("office", OfficeBlock())], blank=True, verbose_name=_("offices that help")
    )

    search_kind = "municipality"
    search_kind_label = _("Municipalities")
    search_depends_on = (*Searchable.search_depends_on, "municipality")
    search_part_kinds = {"contact": _("Numbers and offices")}
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("body"),
        index.SearchField("offices"),
    ]
    share_look = "teal"
    parent_page_types = ["projects.MunicipalityIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("municipality"),
        FieldPanel("body"),
        FieldPanel("offices"),
    ]
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised("municipality"),
    ]

    class Meta:
        verbose_name = _("municipality page")
        verbose_name_plural = _("municipality pages")

    def get_search_terms(self) -> list[Term]:
        """Return the municipality itself."""
        return [self.municipality]

    def get_search_parts(self) -> Iterable[tuple[UUID, Content]]:
        """Return the offices."""
        labels = list(self.get_search_labels())
        for block in self.offices:
            title = f"{block.value['name']}, {self.title}"
            key, office = contact_part(self, block, title, ("place", "number", "hours"))
            yield key, replace(office, labels=labels, weight=0.5)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects that work here, and the last news."""
        context = super().get_context(request, *args, **kwargs)
        context["projects"] = cards_in(self.municipality_id)
        context["news"] = read(newest(news_in(self.municipality_id))[:LATEST])
        return context
