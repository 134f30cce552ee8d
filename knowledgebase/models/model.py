"""Integration models: what is done, what is known of it, and what it needs to work elsewhere."""

from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultipleChooserPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index

from knowledgebase.blocks import (
    ConditionBlock,
    PartnerBlock,
    RiskBlock,
    StaffBlock,
    UseBlock,
    parts_field,
)
from knowledgebase.citing.work import Kind
from knowledgebase.integration.chain import LinkQuerySet
from knowledgebase.integration.duration import duration
from knowledgebase.integration.parts import ModelParts
from knowledgebase.integration.transferability import Transferability
from knowledgebase.models.base import KnowledgePage, Surroundings
from knowledgebase.models.evidence import Dimension, Evidence
from knowledgebase.models.fields import Licence, licence_field
from knowledgebase.searchable import NotedSearchable
from knowledgebase.study.annotations import Annotations
from knowledgebase.titles import MODEL as MODEL_TITLES
from portal.blocks.text import PROSE
from portal.pages import PublicPage
from portal.synchronised import synchronised
from portal.terms.fields import TermsField
from portal.terms.models import Need, source_terms
from portal.terms.rows import TermRow, term_rows

# What a model may be linked with; each end shows the other.
LINKED_TYPES = [
    "knowledgebase.ChapterPage",
    "knowledgebase.ResourcePage",
    "projects.ProjectPage",
]


class Size(models.IntegerChoices):
    """How many people live in a municipality."""

    SMALL = 1, _("small: up to 20,000 inhabitants")
    MEDIUM = 2, _("medium: 20,000 to 100,000 inhabitants")
    LARGE = 3, _("large: more than 100,000 inhabitants")


class ModelPage(NotedSearchable, Evidence, KnowledgePage):
    """A practice that helps people to live by their own means, as others may take it up."""

    short_title = models.CharField(
        _("short title"),
        max_length=40,
        blank=True,
        help_text=_(
            "Two or three words, for the evidence map and for comparisons. "
            "Empty: the whole title is used."
        ),
    )
    needs = TermsField(
        Need, blank=True, limit_choices_to=source_terms, verbose_name=_("needs it answers")
    )
    aim = RichTextField(_("aim"), blank=True, features=PROSE)
    audience = RichTextField(_("who it is for"), blank=True, features=PROSE)
    components = parts_field(_("components"))
    delivery = RichTextField(_("how it is delivered"), blank=True, features=PROSE)
    staffing = StreamField([("staff", StaffBlock())], blank=True, verbose_name=_("staffing"))
    cost_note = RichTextField(_("what the cost includes"), blank=True, features=PROSE)
    months_from = models.PositiveSmallIntegerField(
        _("shortest duration, in months"), null=True, blank=True
    )
    months_to = models.PositiveSmallIntegerField(
        _("longest duration, in months"),
        null=True,
        blank=True,
        help_text=_("How long one person is accompanied. Empty means: not known."),
    )
    smallest_size = models.PositiveSmallIntegerField(
        _("smallest municipality that can carry it"),
        choices=Size,
        default=Size.SMALL,
    )
    legal_basis = RichTextField(_("legal basis"), blank=True, features=PROSE)
    used_in = StreamField(
        [("use", UseBlock())], blank=True, verbose_name=_("where it has been used")
    )
    partners = StreamField([("partner", PartnerBlock())], blank=True, verbose_name=_("partners"))
    steps = parts_field(_("steps to start"))
    risks = StreamField([("risk", RiskBlock())], blank=True, verbose_name=_("risks and safeguards"))
    contact = RichTextField(
        _("contact"),
        blank=True,
        features=["bold", "link"],
        help_text=_("Of the publishing organisation. Empty: its address from the footer."),
    )
    licence = licence_field()
    conditions = StreamField(
        [("condition", ConditionBlock())],
        blank=True,
        verbose_name=_("conditions"),
        help_text=_("Readers answer them for their own municipality; nothing is stored."),
    )

    titles = MODEL_TITLES
    search_kind = "model"
    search_kind_label = _("Integration models")
    search_depends_on = (*NotedSearchable.search_depends_on, "needs")
    noted_fields = [
        *("aim", "audience", "components", "delivery", "cost_note", "legal_basis", "used_in"),
        *Dimension.values,
        "steps",
    ]
    search_fields = [*KnowledgePage.search_fields, *map(index.SearchField, noted_fields)]
    share_look = "weld"
    parent_page_types = ["knowledgebase.ModelIndexPage"]
    subpage_types: list[str] = []

    practice_panels = [
        *PublicPage.content_panels,
        FieldPanel("short_title"),
        FieldPanel("needs", widget=CheckboxSelectMultiple),
        FieldPanel("aim"),
        FieldPanel("audience"),
        FieldPanel("components"),
        FieldPanel("delivery"),
        FieldPanel("staffing"),
        FieldRowPanel([FieldPanel("months_from"), FieldPanel("months_to")], heading=_("Duration")),
        FieldPanel("cost_note"),
        FieldPanel("legal_basis"),
        FieldPanel("used_in"),
        FieldPanel("partners"),
        FieldPanel("steps"),
        FieldPanel("risks"),
        FieldPanel("contact"),
        FieldPanel("licence"),
    ]
    transfer_panels = [
        FieldPanel("smallest_size"),
        FieldPanel("conditions"),
    ]
    link_panels = [
        MultipleChooserPanel(
            "links",
            chooser_field_name="target",
            heading=_("Linked pages"),
            label=_("Page"),
            help_text=_(
                "Chapters that discuss the model, resources that equip it, projects that use it. "
                "They show the model in turn."
            ),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(practice_panels, heading=_("The practice")),
            ObjectList(Evidence.evidence_panels, heading=_("What we know")),
            ObjectList(transfer_panels, heading=_("Elsewhere")),
            ObjectList(link_panels, heading=_("Links")),
            ObjectList(KnowledgePage.promote_panels, heading=_("Promote")),
            ObjectList(KnowledgePage.settings_panels, heading=_("Review")),
        ]
    )
    override_translatable_fields = [
        *KnowledgePage.override_translatable_fields,
        *Evidence.override_translatable_fields,
        *synchronised("needs", "months_from", "months_to", "smallest_size", "licence"),
    ]

    class Meta:
        verbose_name = _("integration model")
        verbose_name_plural = _("integration models")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands in other tables, and the conditions with the address's answers."""
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = ModelParts(self, context["frame"])
        context["annotate"] = Annotations(self, self.noted_texts)
        context["fit"] = Transferability(self.conditions, request.GET)
        return context

    def get_work_details(self, frame: Surroundings) -> dict[str, Any]:
        """Return the model as a web page in the collection of models."""
        collection = frame.breadcrumb[-1] if frame.breadcrumb else None
        return {
            "kind": Kind.WEB,
            "container_title": collection.title if collection else "",
            "licence": Licence(self.licence).url,
        }

    def text_page_ids(self) -> set[int]:
        """Return the ids of the pages that the texts name."""
        return super().linked_page_ids()

    def linked_page_ids(self) -> set[int]:
        """Add the pages that belong to the model."""
        return self.text_page_ids() | {target_id for target_id, _kind in self.targets}

    @cached_property
    def need_rows(self) -> list[TermRow]:
        """The needs that it answers, in the visitor's language."""
        keys = self.needs.all().values_list("translation_key", flat=True)
        return term_rows({Need: keys})["need"]

    @cached_property
    def targets(self) -> list[tuple[int, str]]:
        """The id and the kind (its model's name) of every page that belongs to the model."""
        links = self.links.order_by("sort_order", "pk")  # links made in code may share a place
        return list(links.values_list("target_id", "target__content_type__model"))

    @property
    def brief_title(self) -> str:
        """What it is called where there is little room."""
        return self.short_title or self.title

    @property
    def staff_lines(self) -> list[str]:
        """Each role, with the number of its posts where that is known."""
        return [
            f"{value['role']} ({localize(value['posts'].normalize())})"
            if value["posts"] is not None
            else value["role"]
            for value in (block.value for block in self.staffing)
        ]

    @property
    def use_lines(self) -> list[str]:
        """Each place where it has been used, with its country and the years."""
        return [block.value.line for block in self.used_in]

    @property
    def months(self) -> int | None:
        """How long one person is accompanied at most, as far as it is known."""
        return self.months_to if self.months_to is not None else self.months_from

    @property
    def duration_label(self) -> str:
        """How long one person is accompanied, in words; empty where it is not known."""
        return duration(self.months_from, self.months_to)

    @property
    def size_label(self) -> str:
        """The smallest municipality that can carry it, in the visitor's language."""
        return str(Size(self.smallest_size).label)


class ModelLink(TranslatableMixin, Orderable):
    """A page that belongs to a model: a chapter, a resource, a project."""

    page = ParentalKey(ModelPage, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [PageChooserPanel("target", LINKED_TYPES)]
    override_translatable_fields = synchronised("target")
    objects = LinkQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("link of a model")
        verbose_name_plural = _("links of a model")
