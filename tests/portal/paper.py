"""A document to print in tests, and Poppler's tools to read what comes out."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

from bs4 import BeautifulSoup

from portal.paper.compile import make_pdf
from portal.paper.tree import (
    Callout,
    Citation,
    Contents,
    Document,
    Emph,
    Fact,
    Facts,
    Figure,
    FigureList,
    Footnote,
    Heading,
    Jump,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Rating,
    Reference,
    References,
    Strong,
    Table,
    TableList,
)
from tests.conftest import need

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
BLOCKS = [
    Contents(),
    FigureList("Lista e figurave"),
    TableList("Lista e tabelave"),
    PageBreak(),
    Heading(1, ["Çështja e strehimit"], number="1", label="housing"),
    Paragraph(
        [
            "Ndërhyrja është ",
            Strong(["e shkurtër"]),
            ".",
            Footnote(["Shënim për ", Emph(["kohëzgjatjen"]), "."]),
            " Shih ",
            Link(["ligjin"], "https://example.org/ligji/2006"),
            " dhe ",
            Citation(1, "source"),
        ]
    ),
    Heading(3, ["Hapat e parë"]),
    List([["Një"], ["Dy", List([["Dy e gjysmë"]])]], ordered=True),
    Quote(["Fjalë të dikujt."], "Një shembull"),
    Table([["Bashkia"], ["Prova"]], [[["Vlora"], [Rating(3, 5, "mesatare")]]], "Bashkitë", "1"),
    Figure(SQUARE, "Katror i zi", "Katrori", "1", "square"),
    Callout("Me pak fjalë", [Paragraph(["Shkurt, shih ", Jump(["katrorin"], "square"), "."])]),
    Facts([Fact("Kosto", ["e ulët"]), Fact("Kohëzgjatja", ["dy vjet"])]),
    PageBreak(),
    Heading(1, ["Burimet"]),
    References([Reference(["Shembull, A. (2020). Libri."], 1, "source")]),
]
DOCUMENT = Document(
    title="Modele për të mbijetuarat",
    language="sq",
    organisation="Një organizatë",
    address="https://example.org/sq/studimi/",
    changed_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
    blocks=BLOCKS,
    subtitle="Çfarë dimë",
    authors=["Ana Shembull", "Beni Shembull"],
    date="1 mars 2026",
    version="Versioni 2",
    running_title="Modele",
    notice="Tekst demonstrues",
    description="Një studim",
    keywords=["strehim", "punësim"],
    cover=True,
)


def put(folder, blocks=None, **changes):
    """Print the study, or only `blocks`, into a file in `folder` and return its path."""
    document = replace(DOCUMENT, **changes)
    if blocks is not None:
        document = replace(document, blocks=blocks, cover=False)
    file = folder / "paper.pdf"
    file.write_bytes(make_pdf(document))
    return file


def poppler(tool, *arguments):
    """What one of Poppler's tools says."""
    need(shutil.which(tool), "poppler-utils")
    return subprocess.run([tool, *arguments], capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def text_of(file):
    return poppler("pdftotext", file, "-")


def flat(text):
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u00ad", ""))


def structure_of(file):
    return poppler("pdfinfo", "-struct-text", file)


def boxes_of(file):
    """Return for each page its words with their boxes: left, top, right, bottom, in points."""
    pages = BeautifulSoup(poppler("pdftotext", "-bbox", file, "-"), "html.parser").find_all("page")
    sides = ("xmin", "ymin", "xmax", "ymax")
    return [
        [(word.text, *(float(word[side]) for side in sides)) for word in page.find_all("word")]
        for page in pages
    ]


def overprinted(file):
    """Return the pairs of words of which one is printed over the other."""
    return [
        (one[0], other[0])
        for words in boxes_of(file)
        for one, other in combinations(words, 2)
        if _overlap(one, other)
    ]


def _overlap(one, other):
    width = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[4], other[4]) - max(one[2], other[2])
    return width > 1 and height > 0.3 * (one[4] - one[2])


def pages_with(file, *words):
    """Return by word the first page that it is on."""
    pages = [flat(page) for page in text_of(file).split("\f")]
    return [next(number for number, page in enumerate(pages) if word in page) for word in words]
