"""A study and its chapters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from knowledgebase.blocks import VersionBlock, chapter_field
from knowledgebase.models.base import KnowledgePage, authors_field
from portal.blocks import body_field
from portal.blocks.text import PROSE


class Licence(models.TextChoices):
    """Under which terms a work may be used, by its SPDX identifier where it has one."""

    UNSTATED = "", _("not stated")
    CC_BY = "CC-BY-4.0", "CC BY 4.0"
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    CC_BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    CC0 = "CC0-1.0", "CC0 1.0"
    PUBLIC = "public", _("official text, free of copyright")
    RESERVED = "reserved", _("all rights reserved")


def licence_field() -> models.CharField:
    """Return the field for the terms of use."""
    return models.CharField(_("licence"), max_length=16, choices=Licence, blank=True)


class StudyPage(KnowledgePage):
    """A study, with its contents, its summary for those in a hurry, and how it was made."""

    subtitle = models.CharField(_("subtitle"), max_length=255, blank=True)
    authors = authors_field()
    issued_on = models.DateField(_("date of this version"), null=True, blank=True)
    version = models.CharField(
        _("version"), max_length=20, blank=True, help_text=_("For example: 1.0.")
    )
    doi = models.CharField(_("DOI"), max_length=120, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    licence = licence_field()
    cover = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("Never a person who could be taken for a survivor."),
    )
    cover_alt = models.CharField(
        _("alternative text of the cover"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty if the picture only decorates."),
    )
    in_short = RichTextField(
        _("for those in a hurry"),
        blank=True,
        features=PROSE,
        help_text=_("What it says, in a minute: a few points that stand by themselves."),
    )
    body = body_field()
    method = RichTextField(_("how we did it"), blank=True, features=PROSE)
    versions = StreamField(
        [("version", VersionBlock())],
        blank=True,
        verbose_name=_("earlier versions"),
        help_text=_("Newest first."),
    )

    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["knowledgebase.ChapterPage"]
    content_panels = [
        FieldPanel("title"),
        FieldPanel("subtitle"),
        FieldPanel("summary"),
        FieldPanel("authors"),
        FieldRowPanel([FieldPanel("version"), FieldPanel("issued_on")]),
        FieldPanel("in_short"),
        FieldPanel("body"),
        FieldPanel("method"),
        FieldPanel("versions"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")])],
            heading=_("For libraries"),
        ),
    ]
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        SynchronizedField("authors", overridable=False),
        SynchronizedField("version", overridable=False),
        SynchronizedField("doi", overridable=False),
        SynchronizedField("isbn", overridable=False),
        SynchronizedField("licence", overridable=False),
    ]

    class Meta:
        verbose_name = _("study")
        verbose_name_plural = _("studies")


class ChapterPage(KnowledgePage):
    """A chapter, numbered by its place among its siblings."""

    authors = authors_field()
    body = chapter_field()
    # What lists of contents need of the body, so that no other page has to read it.
    outline = models.JSONField(default=list, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)

    parent_page_types = ["knowledgebase.StudyPage"]
    subpage_types: list[str] = []
    content_panels = [
        *KnowledgePage.content_panels,
        FieldPanel("authors", help_text=_("Only where they are not those of the study.")),
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        SynchronizedField("authors", overridable=False),
    ]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
