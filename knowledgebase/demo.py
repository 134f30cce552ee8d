"""The knowledge base's part of the demonstration content."""

from typing import Any

from django.db import transaction

from knowledgebase.models import (
    ChapterPage,
    GlossaryPage,
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
from portal.demo.build import Demo, cover, image
from portal.demo.content import Content
from portal.demo.diagrams import DIAGRAMS
from portal.demo.files import make_file
from portal.demo.terms import make_term, terms
from portal.pages import PublicPage
from portal.terms.models import Need, Theme

CONTENT = Content(__file__)
SECTION_MODELS: dict[str, type[PublicPage]] = {
    "knowledge_base": KnowledgeBasePage,
    "models": ModelIndexPage,
    "resources": ResourceIndexPage,
    "glossary": GlossaryPage,
}
APART = ("cover", "themes", "needs", "links", "file")


def outline(demo: Demo) -> None:
    """Make the needs, and the pages of the study, the models and the resources."""
    for key, model in SECTION_MODELS.items():
        demo.pages[key] = model.objects.get(locale=demo.source)
    demo.outline("study", StudyPage, demo.pages["knowledge_base"], CONTENT["study"])
    for key, content in CONTENT["chapters"].items():
        demo.outline(key, ChapterPage, demo.pages["study"], content)
    for slug, name in CONTENT["needs"].items():
        make_term(demo, Need, slug, {"name": name})
    for key, content in CONTENT["models"].items():
        demo.outline(key, ModelPage, demo.pages["models"], content)
    for key, content in CONTENT["resources"].items():
        demo.outline(key, ResourcePage, demo.pages["resources"], content)


def write(demo: Demo) -> None:
    """Write the references, the glossary, the sections, the study, the models, the resources."""
    for key, content in CONTENT["references"].items():
        Reference.objects.get_or_create(key=key, defaults=content)
    make_glossary(demo)
    for key, content in CONTENT["sections"].items():
        demo.write(key, content)
    study = CONTENT["study"]
    demo.write("study", own(study), cover=cover(study["cover"]))
    for key, content in CONTENT["chapters"].items():
        demo.write(key, {**content, "body": [with_picture(row) for row in content["body"]]})
    for key, content in CONTENT["models"].items():
        needs = terms(demo, Need, content["needs"])
        demo.write(key, own(content), needs=needs, links=links(demo, content))
    for key, content in CONTENT["resources"].items():
        write_resource(demo, key, content)


def own(content: dict[str, Any]) -> dict[str, Any]:
    """Return what a page says itself, without what it names."""
    return {name: value for name, value in content.items() if name not in APART}


@transaction.atomic
def make_glossary(demo: Demo) -> None:
    """Make and publish every term of the glossary in every language, unless it is there."""
    known = set(GlossaryTerm.objects.filter(locale=demo.source).values_list("slug", flat=True))
    for slug, content in CONTENT["glossary"].items():
        if slug in known:
            continue
        term = GlossaryTerm(slug=slug, locale=demo.source, live=False, **demo.in_source(content))
        term.save()
        term.save_revision().publish()
        demo.translate(term, content)


def with_picture(row: dict[str, Any]) -> dict[str, Any]:
    """Return a block of a chapter; a figure with its picture, drawn once, in place of its name."""
    if "figure" not in row:
        return row
    figure = row["figure"]
    name = figure["image"]["image"]
    picture = {**figure["image"], "image": image(f"diagram-{name}", DIAGRAMS[name])}
    return {"figure": {**figure, "image": picture}}


def links(demo: Demo, content: dict[str, Any]) -> list[ModelLink]:
    """Return the rows that link a model with other pages."""
    return [
        ModelLink(target=demo.pages[row["page"]], locale=demo.source, sort_order=order)
        for order, row in enumerate(content["links"])
    ]


def write_resource(demo: Demo, key: str, content: dict[str, Any]) -> None:
    """Write one resource, with its file in each language that it has one in."""
    file = content.get("file", {"languages": []})
    demo.write(
        key,
        own(content),
        themes=terms(demo, Theme, content["themes"]),
        needs=terms(demo, Need, content["needs"]),
        files=[
            ResourceFile(
                language=language,
                document=make_file(content, CONTENT["shared"]["file_notice"], language),
                locale=demo.source,
                sort_order=order,
            )
            for order, language in enumerate(file["languages"])
        ],
    )
