"""Factories for the knowledge base; pages are published, as an editor would."""

import factory
from wagtail.models import Locale, Page

from knowledgebase.models import (
    ChapterPage,
    GlossaryTerm,
    KnowledgeBasePage,
    ModelIndexPage,
    ModelLink,
    ModelPage,
    Reference,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
    StudyPage,
)
from portal.media.models import Document
from portal.terms.models import Need
from tests.factories import PublicPageFactory, TermFactory


class StudyPageFactory(PublicPageFactory):
    class Meta:
        model = StudyPage

    _parent_model = KnowledgeBasePage


class ChapterPageFactory(PublicPageFactory):
    """Needs a `parent`; it stands after the study's other chapters."""

    class Meta:
        model = ChapterPage

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        kwargs["parent"] = StudyPage.objects.get(pk=kwargs["parent"].pk)
        return super()._create(model_class, *args, **kwargs)


class ReferenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reference

    key = factory.Sequence(lambda n: f"work-{n}")
    authors = "Hoxha, Ana"
    title = factory.Sequence(lambda n: f"Work {n}")
    year = 2020


class GlossaryTermFactory(TermFactory):
    class Meta:
        model = GlossaryTerm

    definition = "Përkufizimi."


class NeedFactory(TermFactory):
    class Meta:
        model = Need


class ModelPageFactory(PublicPageFactory):
    class Meta:
        model = ModelPage

    _parent_model = ModelIndexPage


def add_link(model: ModelPage, target: Page) -> None:
    """Let a published model name a page that belongs to it."""
    model.links.add(ModelLink(target=target, locale=model.locale))
    model.save_revision().publish()


def in_english(page: Page) -> Page:
    """Return the stand-in that the tree's other language has until a page is translated."""
    saved = Page.objects.get(pk=page.pk).specific
    return saved.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)


class ResourcePageFactory(PublicPageFactory):
    class Meta:
        model = ResourcePage

    _parent_model = ResourceIndexPage


def add_file(resource: ResourcePage, document: Document, language: str = "sq") -> None:
    """Give a published resource its file in a language, after those that it has."""
    page = ResourcePage.objects.get(pk=resource.pk)
    order = page.files.count()
    page.files.add(
        ResourceFile(document=document, language=language, locale=page.locale, sort_order=order)
    )
    page.save_revision().publish()
