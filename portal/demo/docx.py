"""Word documents (DOCX) of our own for the demonstration, from the tree that PDFs are made of.

They know headings, paragraphs, bullet lists and tables of plain text, which forms are made of.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from portal.paper.tree import Block, Document, Flow, Heading, List, Paragraph, Table

FRAME = Path(__file__).parent / "word_frame"
LANGUAGES = {"sq": "sq-AL", "en": "en-GB"}
WIDTH = 9638  # of the text, in twentieths of a point: A4 with margins of 2 cm


def make_docx(document: Document) -> bytes:
    """Return the bytes of `document`; the same tree gives the same bytes."""
    values = {
        "title": escape(document.title),
        "language": LANGUAGES[document.language],
        "changed_at": document.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "body": "".join(_body(document)),
    }
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for path in sorted(path for path in FRAME.rglob("*") if path.is_file()):
            part = ZipInfo(path.relative_to(FRAME).as_posix())
            archive.writestr(part, path.read_text().format_map(values), ZIP_DEFLATED)
    return data.getvalue()


def _body(document: Document) -> Iterable[str]:
    yield _paragraph(document.title, "Title")
    if document.notice:
        yield _paragraph(document.notice, "Notice")
    for block in document.blocks:
        yield _block(block)
    yield _paragraph(document.organisation, "Notice")


def _block(block: Block) -> str:
    """Return the markup of one block; raises TypeError for a kind that forms do not need."""
    match block:
        case Heading(level=level, children=children):
            return _paragraph(_text(children), f"Heading{level}")
        case Paragraph(children=children):
            return _paragraph(_text(children))
        case List(items=items):
            return "".join(_paragraph(_text(item), "ListBullet") for item in items)
        case Table():
            return _table(block)
    raise TypeError(f"no {type(block).__name__} in a Word document of the demonstration")


def _text(children: Flow) -> str:
    return "".join(str(child) for child in children)


def _paragraph(text: str, style: str = "Normal") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(table: Table) -> str:
    width = WIDTH // len(table.headers)
    grid = f'<w:gridCol w:w="{width}"/>' * len(table.headers)
    rows = "".join(_row(row) for row in table.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(table.headers, is_header=True)}{rows}</w:tbl>{_paragraph('')}"
    )


def _row(cells: Iterable[Flow], is_header: bool = False) -> str:
    kind = "<w:tblHeader/>" if is_header else ""
    style = "TableHeader" if is_header else "Normal"
    inner = "".join(f"<w:tc>{_paragraph(_text(cell), style)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{inner}</w:tr>"
