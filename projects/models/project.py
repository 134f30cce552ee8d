"""A project page, with the organisations that have a role in it."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from portal.blocks import body_field
from portal.blocks.pages import PageLinkBlock
from portal.blocks.text import PROSE
from portal.comments.pages import CommentablePage
from portal.covers import Covered
from portal.panels import InlinePanel
from portal.synchronised import synchronised
from portal.terms.fields import TermsField
from portal.terms.models import (
    ConsultationGroup,
    Municipality,
    Organisation,
    Term,
    Theme,
    source_terms,
)
from projects.blocks import BeneficiaryBlock, PillarBlock, ResultBlock
from projects.models.period import Period
from projects.models.roles import Role
from projects.parts import ProjectParts
from search.content import Searchable


class ProjectPage(Searchable, Period, Covered, CommentablePage):
    """What a project is for, what it does, with whom, for whom, and who pays."""

    official_title = models.TextField(
        _("official title"),
        blank=True,
        help_text=_("As in the contract."),
    )
    municipalities = TermsField(
        Municipality,
        blank=True,
        limit_choices_to=source_terms,
        verbose_name=_("municipalities"),
    )
    themes = TermsField(Theme, blank=True, limit_choices_to=source_terms, verbose_name=_("themes"))
    aim = RichTextField(_("overall aim"), blank=True, features=PROSE)
    pillars = StreamField([("pillar", PillarBlock())], blank=True, verbose_name=_("pillars"))
    results = StreamField(
        [("result", ResultBlock())], blank=True, verbose_name=_("expected results")
    )
    consultation_groups = TermsField(
        ConsultationGroup,
        blank=True,
        limit_choices_to=source_terms,
        verbose_name=_("consultation groups"),
    )
    beneficiaries = StreamField(
        [("group", BeneficiaryBlock())], blank=True, verbose_name=_("beneficiaries")
    )
    body = body_field()
    funding_statement = models.TextField(_("funding statement"), blank=True)
    disclaimer = models.TextField(_("disclaimer"), blank=True)
    documents = StreamField(
        [("document", DocumentChooserBlock(label=_("Document")))],
        blank=True,
        verbose_name=_("documents"),
    )
    contact = RichTextField(_("contact"), blank=True, features=["bold", "link"])
    hashtags = models.CharField(
        _("hashtags"), max_length=200, blank=True, help_text=_("Separated by spaces.")
    )
    related = StreamField(
        [("page", PageLinkBlock(label=_("Page")))],
        blank=True,
        verbose_name=_("related pages"),
    )

    search_kind = "project"
    search_kind_label = _("Projects")
    search_depends_on = (
        *Searchable.search_depends_on,
        "municipalities",
        "themes",
        "consultation_groups",
        "organisations__organisation",
    )
    search_fields = [
        *CommentablePage.search_fields,
        index.SearchField("official_title"),
        index.SearchField("aim"),
        index.SearchField("pillars"),
        index.SearchField("results"),
        index.SearchField("beneficiaries"),
        index.SearchField("body"),
        index.SearchField("funding_statement"),
        index.SearchField("hashtags"),
    ]
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types = ["projects.ProjectUpdatePage"]

    content_panels = [
        *CommentablePage.content_panels,
        FieldPanel("official_title"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_precision")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_precision")]),
                FieldPanel("duration_stated"),
            ],
            heading=_("Period"),
        ),
        Covered.cover_panel,
        FieldPanel("aim"),
        FieldPanel("pillars"),
        FieldPanel("results"),
        FieldPanel("beneficiaries"),
        FieldPanel("body"),
    ]
    people_panels = [
        FieldPanel("municipalities", widget=CheckboxSelectMultiple),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
        FieldPanel("consultation_groups", widget=CheckboxSelectMultiple),
        InlinePanel("organisations", heading=_("Organisations"), label=_("Organisation")),
        MultiFieldPanel(
            [FieldPanel("funding_statement"), FieldPanel("disclaimer")],
            heading=_("Funding"),
        ),
        FieldPanel("contact"),
        FieldPanel("hashtags"),
        FieldPanel("documents"),
        FieldPanel("related"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(people_panels, heading=_("Places, people, papers")),
            ObjectList(CommentablePage.promote_panels, heading=_("Promote")),
            ObjectList(CommentablePage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *CommentablePage.override_translatable_fields,
        *synchronised("municipalities", "themes", "consultation_groups", "hashtags"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands in other tables, one query each."""
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = ProjectParts(self)
        return context

    def get_search_terms(self) -> list[Term]:
        """Add the organisations and groups that people look for by name."""
        organisations = [each.organisation for each in self.organisations.all()]
        return [*super().get_search_terms(), *organisations, *self.consultation_groups.all()]

    def get_search_names(self) -> Iterable[str | Promise]:
        """Return the roles of the organisations, and that beneficiaries are told."""
        yield from (Role(each.role).label for each in self.organisations.all())
        if self.beneficiaries:
            yield _("Beneficiaries")

    def get_search_labels(self) -> Iterable[tuple[str, str]]:
        """Add the years that the project runs."""
        yield from super().get_search_labels()
        yield from (("year", str(year)) for year in self.years)

    def get_search_date(self) -> tuple[datetime.date | None, str]:
        """Return when the project began."""
        return self.start_date, self.start_precision

    @property
    def hashtag_list(self) -> list[str]:
        """The hashtags, each with its #."""
        return [f"#{tag.lstrip('#')}" for tag in self.hashtags.split()]


class ProjectOrganisation(TranslatableMixin, Orderable):
    """An organisation in one of its roles in a project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="organisations")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to=source_terms,
        verbose_name=_("organisation"),
    )

    panels = [FieldPanel("role"), FieldPanel("organisation")]
    override_translatable_fields = synchronised("organisation")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("organisation of a project")
        verbose_name_plural = _("organisations of a project")
