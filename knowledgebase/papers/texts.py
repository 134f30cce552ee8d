"""Rich texts and streams of a page as the nodes of a document on paper."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from bs4.element import Tag
from django.conf import settings
from wagtail.rich_text import expand_db_html

from knowledgebase.citing.styles import STYLES
from knowledgebase.models.reference import Reference as CitedReference
from knowledgebase.study.references import cited_work
from knowledgebase.text.marks import Citation as CitationMark
from knowledgebase.text.marks import Note, Piece, Source, parse
from knowledgebase.text.outline import Numbered
from portal.media.models import Document, Image
from portal.paper.html import RichText
from portal.paper.tree import (
    Block,
    Callout,
    Citation,
    Figure,
    Flow,
    Footnote,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    References,
    Strong,
    Table,
    Tone,
)

# Wide enough for print at the width of a page, and small beside a photograph.
PICTURE = "width-1440|format-webp"
Numbering = Iterable[tuple[Any, Numbered | None]]


class Texts:
    """Turns texts into nodes; the references that they cite are numbered through one document."""

    def __init__(self, base: str = settings.WAGTAILADMIN_BASE_URL) -> None:
        """Complete addresses with `base`, the address of the site."""
        self.base = base
        self.works = {reference.key: reference for reference in CitedReference.objects.all()}
        self.cited: dict[str, int] = {}
        self.marks: list[Note | Source] = []
        self.reader = RichText(base, self._special)

    def blocks(self, html: str) -> list[Block]:
        """Return rich text, as it is stored, as blocks."""
        return self.reader.blocks(self._marked(expand_db_html(html)))

    def inlines(self, html: str) -> list[Inline]:
        """Return rich text, as it is stored, as one run of text."""
        return self.reader.inlines(self._marked(expand_db_html(html)))

    def _marked(self, html: str) -> str:
        """Return HTML with an element of our own in place of each footnote and citation."""
        return "".join(self._piece(piece) for piece in parse(html))

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Note):
            return self._mark(piece)
        if isinstance(piece, CitationMark):
            return ", ".join(self._mark(source) + _locator(source) for source in piece.sources)
        return piece.html

    def _mark(self, mark: Note | Source) -> str:
        self.marks.append(mark)
        return f'<x-mark data-index="{len(self.marks) - 1}"></x-mark>'

    def _special(self, tag: Tag) -> Inline | None:
        if tag.name != "x-mark":
            return None
        mark = self.marks[int(str(tag["data-index"]))]
        if isinstance(mark, Source):
            return self._citation(mark.key)
        return Footnote(self.reader.inlines("".join(self._piece(piece) for piece in mark.pieces)))

    def _citation(self, key: str) -> Inline:
        if key not in self.works:
            return f"[@{key}]"
        number = self.cited.setdefault(key, len(self.cited) + 1)
        return Citation(number, f"ref-{key}")

    @property
    def references(self) -> References:
        """The works that were cited so far."""
        return References([self._reference(key, number) for key, number in self.cited.items()])

    def _reference(self, key: str, number: int) -> Reference:
        html = STYLES["apa"](cited_work(self.works[key]))
        return Reference(self.reader.inlines(str(html)), number, f"ref-{key}")

    def stream(self, numbering: Numbering, level: int) -> list[Block]:
        """Return the blocks of a stream, whose headings begin at `level`."""
        return [
            node
            for block, numbered in numbering
            for node in self._block(block.block_type, block.value, numbered, level)
        ]

    def _block(
        self, kind: str, value: Any, numbered: Numbered | None, level: int
    ) -> Iterable[Block]:
        number, label = (numbered.number, numbered.anchor) if numbered else ("", "")
        match kind:
            case "heading":
                return [Heading(level, [value], number, label)]
            case "subheading":
                return [Heading(level + 1, [value], number, label)]
            case "figure":
                return figure(value, number, label)
            case "table":
                return [table(value, number, label)]
        return self.plain_blocks[kind](self, value)

    def _text(self, value: Any) -> list[Block]:
        return self.blocks(value.source)

    def _quote(self, value: Any) -> list[Block]:
        return [Quote([value["text"]], value["source"])]

    def _callout(self, value: Any) -> list[Block]:
        tone: Tone = "warning" if value["kind"] == "warning" else "note"
        return [Callout(value["title"], self.blocks(value["text"].source), tone)]

    def _accordion(self, value: Any) -> list[Block]:
        nodes: list[Block] = []
        for item in value["items"]:
            nodes.append(Paragraph([Strong([item["title"]])], leads=True))
            nodes += self.blocks(item["text"].source)
        return nodes

    def _documents(self, value: Any) -> list[Block]:
        items: list[Flow] = [[self._document(each)] for each in value["documents"] if each]
        return [Paragraph([Strong([value["title"]])], leads=True), List(items)]

    def _document(self, document: Document) -> Inline:
        return self.link(document.title, document.url) if document.is_public else document.title

    def _call_to_action(self, value: Any) -> list[Block]:
        return []

    def link(self, text: str, url: str) -> Link:
        """Return a link to an address of ours or elsewhere."""
        return Link([text], f"{self.base}{url}" if url.startswith("/") else url)

    plain_blocks: dict[str, Callable[["Texts", Any], list[Block]]] = {
        "text": _text,
        "quote": _quote,
        "callout": _callout,
        "accordion": _accordion,
        "documents": _documents,
        "call_to_action": _call_to_action,
    }


def _locator(source: Source) -> str:
    """Return what follows the number of a citation: the page that it names."""
    return f", {escape(source.locator)}" if source.locator else ""


def figure(value: Any, number: str = "", label: str = "") -> list[Block]:
    """Return the figure of a block, or nothing where its picture is gone or not for everybody."""
    image: Image | None = value["image"]
    if not image or not image.is_public:
        return []
    with image.get_rendition(PICTURE).file.open("rb") as file:
        picture = file.read()
    caption = " ".join(filter(None, (value["caption"], image.credit)))
    return [Figure(picture, image.contextual_alt_text or "", caption, number, label)]


def table(value: Any, number: str = "", label: str = "") -> Table:
    """Return the table of a block."""
    headers = [[header] for header in value["headers"]]
    rows = [[[cell] for cell in row] for row in value["rows"]]
    return Table(headers, rows, value["caption"], number, label)
