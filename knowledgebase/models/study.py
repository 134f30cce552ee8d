"""A study and its chapters."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from knowledgebase.blocks import VersionBlock, chapter_field
from knowledgebase.citation import stable_url_in
from knowledgebase.citing.work import Kind, authors_from_lines, joined_title
from knowledgebase.models.base import KnowledgePage, Surroundings
from knowledgebase.models.fields import Licence, authors_field, licence_field, partial_date
from knowledgebase.models.model import ModelLink
from knowledgebase.searchable import NotedSearchable
from knowledgebase.study.annotations import Annotations
from knowledgebase.study.chapter import numbered
from knowledgebase.study.contents import Contents, minutes
from knowledgebase.text.outline import Numbered
from knowledgebase.titles import STUDY as STUDY_TITLES
from portal.blocks import body_field
from portal.blocks.text import PROSE
from portal.covers import Covered
from portal.media.models import Image
from portal.synchronised import synchronised


class StudyPage(NotedSearchable, Covered, KnowledgePage):
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
    in_short = RichTextField(
        _("for those in a hurry"),
        blank=True,
        features=PROSE,
        help_text=_("What it says, in a minute: a few points that make sense on their own."),
    )
    body = body_field()
    method = RichTextField(_("how we did it"), blank=True, features=PROSE)
    versions = StreamField(
        [("version", VersionBlock())],
        blank=True,
        verbose_name=_("earlier versions"),
        help_text=_("Newest first."),
    )

    titles = STUDY_TITLES
    show_in_menus_default = True
    search_kind = "study"
    search_kind_label = _("Studies")
    noted_fields = ["in_short", "body", "method"]
    search_fields = [
        *KnowledgePage.search_fields,
        index.SearchField("subtitle"),
        *map(index.SearchField, noted_fields),
    ]
    share_look = "indigo"
    parent_page_types = ["knowledgebase.KnowledgeBasePage"]
    subpage_types = ["knowledgebase.ChapterPage"]
    content_panels = [
        FieldPanel("title"),
        FieldPanel("subtitle"),
        FieldPanel("summary"),
        FieldPanel("authors"),
        FieldRowPanel(
            [FieldPanel("version"), FieldPanel("issued_on")], heading=_("Version and date")
        ),
        FieldPanel("in_short"),
        FieldPanel("body"),
        FieldPanel("method"),
        FieldPanel("versions"),
        Covered.cover_panel,
        MultiFieldPanel(
            [FieldPanel("licence"), FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")])],
            heading=_("For libraries"),
        ),
    ]
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        *synchronised("authors", "version", "doi", "isbn", "licence"),
    ]

    class Meta:
        verbose_name = _("study")
        verbose_name_plural = _("studies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the contents, and what is added to the texts."""
        context = super().get_context(request, *args, **kwargs)
        context["contents_of_study"] = Contents(context["frame"], ChapterPage)
        context["annotate"] = Annotations(self, self.noted_texts)
        return context

    def shown_images(self) -> list[Image | None]:
        """Add the cover."""
        return [*super().shown_images(), self.cover]

    def get_work_details(self, frame: Surroundings) -> dict[str, Any]:
        """Return the study as a report."""
        return {"kind": Kind.REPORT, "subtitle": self.subtitle, **self.details}

    @property
    def details(self) -> dict[str, Any]:
        """What its chapters as works share with it, as far as it is known."""
        known = {
            "authors": authors_from_lines(self.authors),
            "issued": self.issued_on and partial_date(self.issued_on),
            "version": self.version,
            "doi": self.doi,
            "isbn": self.isbn,
            "licence": self.licence_url,
        }
        return {name: value for name, value in known.items() if value}

    @property
    def licence_url(self) -> str:
        """The address of the licence, where it has one."""
        return Licence(self.licence).url

    @property
    def author_names(self) -> list[str]:
        """The authors as they are spoken of."""
        return [author.name for author in authors_from_lines(self.authors)]


class ChapterPage(NotedSearchable, KnowledgePage):
    """A chapter, numbered by its place among its siblings."""

    authors = authors_field()
    body = chapter_field()
    # What lists of contents need of the body, so that no other page has to read it.
    outline = models.JSONField(default=list, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)

    search_kind = "chapter"
    search_kind_label = _("Chapters")
    noted_fields = ["body"]
    search_fields = [*KnowledgePage.search_fields, index.SearchField("body")]
    share_look = "indigo"
    parent_page_types = ["knowledgebase.StudyPage"]
    subpage_types: list[str] = []
    content_panels = [
        *KnowledgePage.content_panels,
        FieldPanel("authors", help_text=_("Only where they are not those of the study.")),
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        *synchronised("authors"),
    ]

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the study around the chapter, what is added to its text, and its models."""
        context = super().get_context(request, *args, **kwargs)
        context["contents_of_study"] = Contents(context["frame"], ChapterPage, levels_up=1)
        context["annotate"] = Annotations(self, self.noted_texts)
        context["models"] = ModelLink.objects.pages_linked_to(self.translation_key)
        return context

    def get_work_details(self, frame: Surroundings) -> dict[str, Any]:
        """Return the chapter as a part of its study, unless that is still a draft."""
        study = self.get_parent().specific  # routing has read it already
        authors = authors_from_lines(self.authors)
        if not study.live:
            return {"kind": Kind.CHAPTER, **({"authors": authors} if authors else {})}
        shared = {name: value for name, value in study.details.items() if name != "doi"}
        written_in = (row.written_in for row in frame.rows if row.id == study.pk)
        language = next(written_in, self.language_in(frame))
        return {
            **shared,
            "kind": Kind.CHAPTER,
            "container_title": joined_title(study.title, study.subtitle),
            "container_url": frame.absolute(stable_url_in(language, study.translation_key)),
            **({"authors": authors} if authors else {}),
        }

    def numbered(self, chapter: int) -> list[tuple[Any, Numbered | None]]:
        """Return each block of the text with its number, anchor and text, if it has a number."""
        return numbered(self.body, chapter)

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return minutes(self.word_count)

    @property
    def author_names(self) -> list[str]:
        """The authors, where they are not those of the study."""
        return [author.name for author in authors_from_lines(self.authors)]
