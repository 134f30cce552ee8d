"""Files of our own for the demonstration, PDF or Word: papers and forms of plain text."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import slugify

from portal.demo.build import map_texts
from portal.demo.docx import make_docx
from portal.demo.words import Bilingual
from portal.media.models import Document
from portal.media.states import Review
from portal.paper import tree
from portal.paper.compile import make_pdf

MAKERS = {"pdf": make_pdf, "docx": make_docx}
CHANGED_AT = datetime(2026, 11, 2, tzinfo=UTC)


def make_file(content: Mapping[str, Any], notice: Bilingual, language: str) -> Document:
    """Return the file that a page's `file` describes, in one language, made once."""
    paper = paper_of(content, notice, language)
    found = Document.objects.filter(title=paper.title).first()
    if found:
        return found
    kind = content["file"]["kind"]
    file = ContentFile(MAKERS[kind](paper), f"{slugify(paper.title)}.{kind}")
    return Document.objects.create(title=paper.title, file=file, review=Review.ACCEPTED)


def paper_of(content: Mapping[str, Any], notice: Bilingual, language: str) -> tree.Document:
    """Return the file in one language as a document tree; it bears the page's title."""

    def say(value: Any) -> Any:
        return map_texts(value, lambda text: getattr(text, language))

    return tree.Document(
        title=say(content["title"]),
        language=language,
        organisation=say(content["publisher"]),
        address="",
        changed_at=CHANGED_AT,
        blocks=[block(*item) for row in say(content["file"]["blocks"]) for item in row.items()],
        notice=say(notice),
    )


def block(kind: str, value: Any) -> tree.Block:
    """Return a node of the tree for one block; cells that a row of a table leaves out are empty."""
    match kind:
        case "heading":
            return tree.Heading(1, [value])
        case "list":
            return tree.List([[item] for item in value])
        case "table":
            headers = value["headers"]
            filled = ([*row, *[""] * (len(headers) - len(row))] for row in value["rows"])
            rows = [[[cell] for cell in row] for row in filled]
            return tree.Table([[header] for header in headers], rows)
        case _:
            return tree.Paragraph([value])
