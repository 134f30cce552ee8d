"""Manuals, protocols, laws, forms, reports, videos and links that equip the work."""

import datetime
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from knowledgebase.citing.work import Kind, PartialDate, authors_from_lines
from knowledgebase.models.base import KnowledgePage, Surroundings
from knowledgebase.models.fields import Licence, authors_field, licence_field
from knowledgebase.models.model import ModelLink
from knowledgebase.resources.parts import ResourceParts
from knowledgebase.searchable import NotedSearchable
from portal.blocks import body_field
from portal.languages import language_name_lazy
from portal.pages import PublicPage
from portal.panels import InlinePanel
from portal.synchronised import synchronised
from portal.terms.fields import TermsField
from portal.terms.models import Need, Theme, source_terms
from search.content import Attachment


class ResourceKind(models.TextChoices):
    """What a resource is used as."""

    MANUAL = "manual", _("Manual")
    PROTOCOL = "protocol", _("Protocol")
    LAW = "law", _("Law")
    FORM = "form", _("Form")
    REPORT = "report", _("Report")
    VIDEO = "video", _("Video")
    LINK = "link", _("Link")


WORKS = {
    ResourceKind.MANUAL: Kind.REPORT,
    ResourceKind.PROTOCOL: Kind.REPORT,
    ResourceKind.LAW: Kind.LAW,
    ResourceKind.FORM: Kind.DOCUMENT,
    ResourceKind.REPORT: Kind.REPORT,
    ResourceKind.VIDEO: Kind.VIDEO,
    ResourceKind.LINK: Kind.WEB,
}


# PostgreSQL indexes a megabyte of an object at most, and letters may take several bytes.


class FileLanguage(models.TextChoices):
    """The languages that files are written in."""

    ALBANIAN = "sq", language_name_lazy("sq")
    ENGLISH = "en", language_name_lazy("en")
    ITALIAN = "it", language_name_lazy("it")
    MACEDONIAN = "mk", language_name_lazy("mk")
    ROMANI = "rom", language_name_lazy("rom")
    SERBIAN = "sr", language_name_lazy("sr")


class ResourcePage(NotedSearchable, KnowledgePage):
    """A resource, with its file in each language that it exists in."""

    kind = models.CharField(
        _("kind"), max_length=10, choices=ResourceKind, default=ResourceKind.MANUAL
    )
    authors = authors_field()
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=255, blank=True)
    external_url = models.URLField(
        _("web address"), blank=True, help_text=_("Of a video, or of something kept elsewhere.")
    )
    themes = TermsField(Theme, blank=True, limit_choices_to=source_terms, verbose_name=_("themes"))
    needs = TermsField(Need, blank=True, limit_choices_to=source_terms, verbose_name=_("needs"))
    licence = licence_field()
    doi = models.CharField(_("DOI"), max_length=120, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    body = body_field()

    search_kind = "resource"
    search_kind_label = _("Resources")
    search_depends_on = (
        *NotedSearchable.search_depends_on,
        "themes",
        "needs",
        "files__document__extracted",
        "files__document__collection",
    )
    search_fields = [
        *KnowledgePage.search_fields,
        index.SearchField("authors"),
        index.SearchField("body"),
    ]
    share_look = "saffron"
    parent_page_types = ["knowledgebase.ResourceIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("kind"),
        InlinePanel("files", heading=_("Files"), label=_("File")),
        FieldPanel("external_url"),
        FieldPanel("authors"),
        FieldRowPanel(
            [FieldPanel("publisher"), FieldPanel("year")], heading=_("Where it was published")
        ),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
        FieldPanel("needs", widget=CheckboxSelectMultiple),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")])],
            heading=_("For libraries"),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(KnowledgePage.promote_panels, heading=_("Promote")),
            ObjectList(KnowledgePage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        *synchronised("kind", "authors", "year"),
        SynchronizedField("external_url", overridable=True),
        *synchronised("themes", "needs", "licence", "doi", "isbn"),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands in other tables."""
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = ResourceParts(self)
        context["models"] = ModelLink.objects.pages_linked_to(self.translation_key)
        return context

    def get_search_attachments(self) -> list[Attachment]:
        """Return the texts of the files that visitors can download."""
        files = self.files.select_related("document__extracted", "document__collection")
        public = (file for file in files if file.document.is_public)
        return [file.attachment for file in public]

    def get_search_labels(self) -> Iterable[tuple[str, str]]:
        """Add the languages of the files."""
        yield from super().get_search_labels()
        yield from (("language", file.language) for file in self.files.all())

    def get_search_date(self) -> tuple[datetime.date | None, str]:
        """Return the year of the work, where it is known."""
        if self.year:
            return datetime.date(self.year, 1, 1), "year"
        return super().get_search_date()

    @property
    def external_host(self) -> str:
        """The host that its address leads to, so that nobody is surprised."""
        return urlsplit(self.external_url).hostname or ""

    def get_work_details(self, frame: Surroundings) -> dict[str, Any]:
        """Return the resource as the work that it is, which may be somebody else's."""
        known = {
            "authors": authors_from_lines(self.authors),
            "publisher": self.publisher,
            "doi": self.doi,
            "isbn": self.isbn,
            "licence": Licence(self.licence).url,
        }
        return {
            "kind": WORKS[ResourceKind(self.kind)],
            "issued": PartialDate(self.year) if self.year else None,
            **{name: value for name, value in known.items() if value},
        }


class ResourceFile(TranslatableMixin, Orderable):
    """A resource's file in one language."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="files")
    language = models.CharField(_("language of the file"), max_length=3, choices=FileLanguage)
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("document"),
    )

    panels = [FieldPanel("language"), FieldPanel("document")]
    override_translatable_fields = synchronised("language", "document")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("file of a resource")
        verbose_name_plural = _("files of a resource")

    @property
    def attachment(self) -> Attachment:
        """What the file says, as far as it was read."""
        extracted = getattr(self.document, "extracted", None)
        text = extracted.text if extracted else ""
        return Attachment(self.document.title, self.language, text.split("\f"))
