"""The resources of the demonstration content, with files of our own."""

from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import slugify

from knowledgebase.demo.content.resources import FILE_NOTICE, RESOURCES
from knowledgebase.models import ResourceFile, ResourcePage
from portal.demo.build import Demo, map_texts
from portal.demo.docx import make_docx
from portal.demo.terms import terms
from portal.media.models import Document
from portal.media.states import Review
from portal.paper import tree
from portal.paper.compile import make_pdf
from portal.terms.models import Need, Theme

MAKERS = {"pdf": make_pdf, "docx": make_docx}
APART = ("themes", "needs", "file", "languages", "blocks")
CHANGED_AT = datetime(2026, 11, 2, tzinfo=UTC)
REVIEW_BY = date(2027, 11, 2)


def outline(demo: Demo) -> None:
    """Make the pages of the resources."""
    for key, content in RESOURCES.items():
        demo.outline(key, ResourcePage, demo.pages["resources"], content)


def write(demo: Demo) -> None:
    """Write the resources."""
    for key, content in RESOURCES.items():
        demo.write(
            key,
            {name: value for name, value in content.items() if name not in APART},
            themes=terms(demo, Theme, content["themes"]),
            needs=terms(demo, Need, content["needs"]),
            review_by=REVIEW_BY,
            files=[
                ResourceFile(
                    language=language,
                    document=document(content, language),
                    locale=demo.source,
                    sort_order=order,
                )
                for order, language in enumerate(content.get("languages", []))
            ],
        )


def document(content: dict[str, Any], language: str) -> Document:
    """Return the resource's file in one language, made once."""
    paper = paper_of(content, language)
    found = Document.objects.filter(title=paper.title).first()
    if found:
        return found
    kind = content["file"]
    file = ContentFile(MAKERS[kind](paper), f"{slugify(paper.title)}.{kind}")
    return Document.objects.create(title=paper.title, file=file, review=Review.ACCEPTED)


def paper_of(content: dict[str, Any], language: str) -> tree.Document:
    """Return the resource's file in one language as a document tree."""

    def say(value: Any) -> Any:
        return map_texts(value, lambda text: getattr(text, language))

    return tree.Document(
        title=say(content["title"]),
        language=language,
        organisation=say(content["publisher"]),
        address="",
        changed_at=CHANGED_AT,
        blocks=[block(kind, value) for kind, value in say(content["blocks"])],
        notice=say(FILE_NOTICE),
    )


def block(kind: str, value: Any) -> tree.Block:
    """Return a node of the tree for one block of a file's content."""
    match kind:
        case "heading":
            return tree.Heading(1, [value])
        case "list":
            return tree.List([[item] for item in value])
        case "table":
            rows = [[[cell] for cell in row] for row in value["rows"]]
            return tree.Table([[header] for header in value["headers"]], rows)
        case _:
            return tree.Paragraph([value])
