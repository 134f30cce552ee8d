"""The knowledge base's part of the demonstration content."""

from typing import Any

from django.db import transaction

from knowledgebase.demo import models, resources
from knowledgebase.demo.content import CHAPTERS, GLOSSARY, REFERENCES, SECTIONS, STUDY
from knowledgebase.demo.pictures import PICTURES
from knowledgebase.models import (
    ChapterPage,
    GlossaryPage,
    GlossaryTerm,
    KnowledgeBasePage,
    ModelIndexPage,
    Reference,
    ResourceIndexPage,
    StudyPage,
)
from portal.demo import pictures
from portal.demo.build import Demo, image
from portal.pages import PublicPage

SECTION_MODELS: dict[str, type[PublicPage]] = {
    "knowledge_base": KnowledgeBasePage,
    "models": ModelIndexPage,
    "resources": ResourceIndexPage,
    "glossary": GlossaryPage,
}


def outline(demo: Demo) -> None:
    """Make references and terms, and the pages of the study, the models and the resources."""
    for key, model in SECTION_MODELS.items():
        demo.pages[key] = model.objects.get(locale=demo.source)
    demo.outline("study", StudyPage, demo.pages["knowledge_base"], STUDY)
    for key, content in CHAPTERS.items():
        demo.outline(key, ChapterPage, demo.pages["study"], content)
    models.outline(demo)
    resources.outline(demo)


def write(demo: Demo) -> None:
    """Write the sections, the study, the models, the resources and the glossary."""
    make_references()
    make_glossary(demo)
    for key, content in SECTIONS.items():
        demo.write(key, content)
    cover = image("cover-diamonds", lambda: pictures.cover("diamonds"))
    demo.write("study", STUDY, cover=cover)
    for key, content in CHAPTERS.items():
        demo.write(key, {**content, "body": with_pictures(content["body"])})
    models.write(demo)
    resources.write(demo)


def make_references() -> None:
    """Make every cited work, unless it is there."""
    for key, content in REFERENCES.items():
        Reference.objects.get_or_create(key=key, defaults=content)


@transaction.atomic
def make_glossary(demo: Demo) -> None:
    """Make every term of the glossary, unless it is there."""
    known = set(GlossaryTerm.objects.filter(locale=demo.source).values_list("slug", flat=True))
    for slug, content in GLOSSARY.items():
        if slug not in known:
            make_glossary_term(demo, slug, content)


def make_glossary_term(demo: Demo, slug: str, content: dict[str, Any]) -> None:
    """Make and publish one term in every language."""
    words = demo.in_source(content)
    term = GlossaryTerm(slug=slug, locale=demo.source, live=False, **words)
    term.save()
    term.save_revision().publish()
    demo.translate(term, content)


def with_pictures(body: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return a chapter's body with each figure's picture in place of its name."""
    return [(kind, drawn(value) if kind == "figure" else value) for kind, value in body]


def drawn(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure with its picture, drawn once."""
    name = figure["image"]["image"]
    picture = image(f"diagram-{name}", PICTURES[name])
    return {**figure, "image": {**figure["image"], "image": picture}}
