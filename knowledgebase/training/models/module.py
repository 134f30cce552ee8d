"""A module: what it teaches, and which models and skills it is about."""

from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from knowledgebase.integration.chain import LinkQuerySet
from knowledgebase.models.fields import licence_field
from knowledgebase.training.around import around
from knowledgebase.training.blocks import objectives_field
from knowledgebase.training.reach import may_train
from portal.blocks import body_field
from portal.pages import PublicPage
from portal.synchronised import synchronised
from portal.terms.fields import TermsField
from portal.terms.models import Skill, source_terms
from portal.terms.rows import TermRow, term_rows
from search.content import Searchable


class ModulePage(Searchable, PublicPage):
    """Lessons about one theme, and the quiz that closes them."""

    objectives = objectives_field()
    body = body_field()
    skills = TermsField(
        Skill, blank=True, limit_choices_to=source_terms, verbose_name=_("skills it strengthens")
    )
    licence = licence_field()

    search_kind = "module"
    search_kind_label = _("Training modules")
    search_depends_on = (*Searchable.search_depends_on, "skills")
    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("objectives"),
        index.SearchField("body"),
    ]
    share_look = "walnut"
    parent_page_types = ["training.ProgrammePage"]
    subpage_types = ["training.LessonPage", "training.QuizPage"]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("objectives"),
        FieldPanel("body"),
        FieldPanel("skills", widget=CheckboxSelectMultiple),
        MultipleChooserPanel(
            "taught_models",
            chooser_field_name="target",
            heading=_("Models that it teaches"),
            label=_("Model"),
            help_text=_("Each of them shows the module in turn."),
        ),
        FieldPanel("licence"),
    ]
    override_translatable_fields = [
        *PublicPage.override_translatable_fields,
        *synchronised("skills", "licence"),
    ]

    class Meta:
        verbose_name = _("training module")
        verbose_name_plural = _("training modules")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the lessons, and whether the reader may have what is for trainers."""
        context = super().get_context(request, *args, **kwargs)
        frame = context["frame"]
        context["models"] = [frame.links[pk] for pk in self.model_ids if pk in frame.links]
        context["may_train"] = frame.is_signed_in and may_train(request.user, self)
        return context | around(context, request)

    def linked_page_ids(self) -> set[int]:
        """Add the models."""
        return super().linked_page_ids() | set(self.model_ids)

    @cached_property
    def model_ids(self) -> list[int]:
        """The ids of the models that it teaches, in order."""
        rows = self.taught_models.order_by("sort_order", "pk")
        return list(rows.values_list("target_id", flat=True))

    @cached_property
    def skill_rows(self) -> list[TermRow]:
        """The skills that it strengthens, in the visitor's language."""
        keys = self.skills.all().values_list("translation_key", flat=True)
        return term_rows({Skill: keys})["skill"]


class TaughtModel(TranslatableMixin, Orderable):
    """An integration model that a module teaches."""

    page = ParentalKey(ModulePage, on_delete=models.CASCADE, related_name="taught_models")
    target = models.ForeignKey(
        "knowledgebase.ModelPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("model"),
    )

    panels = [PageChooserPanel("target")]
    override_translatable_fields = synchronised("target")
    objects = LinkQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("model that is taught")
        verbose_name_plural = _("models that are taught")
