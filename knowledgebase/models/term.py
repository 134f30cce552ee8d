"""Terms of the field, explained in both languages."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin
from wagtail.search import index

from portal.synchronised import synchronised
from portal.terms.slugs import SlugOnce
from search.content import Content


class GlossaryTermQuerySet(models.QuerySet["GlossaryTerm"]):
    """Finds terms by language."""

    def published(self) -> "GlossaryTermQuerySet":
        """Return the live terms of every language, each with its `language` code."""
        return self.filter(live=True).annotate(language=F("locale__language_code"))


class GlossaryTerm(
    SlugOnce,
    index.Indexed,
    WorkflowMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    models.Model,
):
    """A term with its definition; its translation is the same term in another language."""

    name = models.CharField(_("term"), max_length=160)
    slug = models.SlugField(
        _("code in addresses"),
        max_length=80,
        help_text=_("The same in every language. Addresses with the old code lead to the new one."),
    )
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    synonyms = models.TextField(
        _("synonyms"),
        blank=True,
        help_text=_("One a line. Texts that use them are explained too."),
    )
    other_forms = models.TextField(
        _("other forms"),
        blank=True,
        help_text=_("Forms in which texts use the term, one a line; not shown to readers."),
    )
    definition = models.TextField(_("definition"))
    source = models.CharField(
        _("source of the definition"),
        max_length=255,
        blank=True,
        help_text=_("For example the law and its article."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("abbreviation"),
        FieldPanel("synonyms"),
        FieldPanel("other_forms"),
        FieldPanel("definition"),
        FieldPanel("source"),
        PublishingPanel(),
    ]
    override_translatable_fields = synchronised("slug")
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("synonyms"),
        index.SearchField("abbreviation"),
        index.SearchField("definition"),
        index.FilterField("live"),
        index.FilterField("locale_id"),
    ]
    objects = GlossaryTermQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"], name="knowledgebase_glossaryterm_slug_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def forms(self) -> list[str]:
        """The words by which texts call it."""
        lines = [self.name, self.abbreviation, *self.synonyms.splitlines()]
        lines += self.other_forms.splitlines()
        return [line.strip() for line in lines if line.strip()]

    def get_search_content(self) -> Content:
        """Return the term as something to be found by itself on the page of the glossary."""
        names = [self.abbreviation, *map(str.strip, self.synonyms.splitlines())]
        names = list(filter(None, names))
        return Content(
            kind="term",
            language=self.locale.language_code,
            title=self.name,
            summary=self.definition,
            names=names,
            fragment=f"term-{self.slug}",
            same=names,
        )
