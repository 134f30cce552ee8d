"""The words and addresses around every page: one row a language, translated like any content."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    Page,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from portal.blocks.pages import PageLinkBlock
from portal.comments.models import CommentSettings
from portal.furniture.blocks import AlertBlock, HelplineBlock
from portal.publishing.mixins import Lasting
from portal.synchronised import synchronised


class FurnitureQuerySet(models.QuerySet[Any]):
    """Finds the row for a language."""

    def current(self) -> "Furniture | None":
        """Return the row in the visitor's language, else the source's, in one query."""
        languages = [get_language(), settings.LANGUAGE_CODE]
        rows = self.filter(live=True, locale__language_code__in=languages).select_related("logo")
        rows = rows.annotate(
            language=F("locale__language_code"), comment_kinds=Subquery(CommentSettings.chosen())
        )
        by_language = {row.language: row for row in rows}
        return next((by_language[code] for code in languages if code in by_language), None)


class Furniture(
    Lasting, WorkflowMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """Name, alerts, helplines, footer and the way out, as editors set them for the whole site."""

    language: str  # of a row that `current` found

    name = models.CharField(_("name of the organisation"), max_length=80)
    tagline = models.CharField(_("what it does, in one line"), max_length=160, blank=True)
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Without a logo the name is shown."),
    )
    leave_url = models.URLField(
        _("where “Leave quickly” goes"),
        default="https://www.google.com/",
        help_text=_("A neutral, well-known site that loads at once."),
    )
    neutral_title = models.CharField(
        _("neutral tab title"),
        max_length=60,
        help_text=_("Shown in the browser's tab and history for pages about help."),
    )
    alerts = StreamField(
        [("alert", AlertBlock())],
        blank=True,
        max_num=10,
        verbose_name=_("alerts"),
        help_text=_(
            "Shown at the head of every page between start and end, in each language once it is "
            "translated."
        ),
    )
    contact_email = models.EmailField(_("e-mail for the public"), blank=True)
    address = models.TextField(_("address"), blank=True)
    helplines = StreamField(
        [("helpline", HelplineBlock())], blank=True, verbose_name=_("helplines")
    )
    help_page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page with help"),
        help_text=_("Linked beside the numbers, and first for whoever searches for help."),
    )
    safety_page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page on safety online"),
    )
    funding_statement = models.TextField(_("funding statement"), blank=True)
    footer_links = StreamField(
        [("page", PageLinkBlock(label=_("Page")))],
        blank=True,
        verbose_name=_("footer links"),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
            ],
            heading=_("Who we are"),
        ),
        MultiFieldPanel(
            [FieldPanel("leave_url"), FieldPanel("neutral_title")],
            heading=_("Safety of the visitor"),
        ),
        MultiFieldPanel(
            [FieldPanel("helplines"), FieldPanel("help_page"), FieldPanel("safety_page")],
            heading=_("Help"),
        ),
        FieldPanel("alerts"),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("address")], heading=_("Contact")),
        FieldPanel("funding_statement"),
        FieldPanel("footer_links"),
        PublishingPanel(),
    ]
    override_translatable_fields = synchronised("leave_url", "help_page", "safety_page")
    parts = [("name", "logo")]  # the name is the alternative text of the logo
    # The kinds of page that take comments, where the row is the `current` one: every page asks it.
    comment_kinds: list[str] | None = None
    objects = FurnitureQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site furniture")
        verbose_name_plural = _("site furniture")

    def __str__(self) -> str:
        return self.name

    @property
    def numbers(self) -> list[Any]:
        """The helplines, those for people in danger first, as editors ordered them otherwise."""
        values = [block.value for block in self.helplines]
        return sorted(values, key=lambda value: not value["is_emergency"])

    def running_alerts(self, now: datetime) -> list[Any]:
        """Return the blocks of the alerts that are shown at that moment."""
        return [block for block in self.alerts if block.value.is_running(now)]

    def page_ids(self) -> list[int]:
        """Return the ids of all pages that the furniture links to."""
        helping = (self.help_page_id, self.safety_page_id)
        return [*self.footer_page_ids(), *filter(None, helping)]

    def footer_page_ids(self) -> list[int]:
        """Return the ids of the pages that the footer links to, without fetching them."""
        return [item["value"] for item in self.footer_links.raw_data if item["value"]]
