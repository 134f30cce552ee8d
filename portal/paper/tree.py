"""The vocabulary of a document on paper; rooms build it, `portal.paper.compile` prints it.

Text is `str` and is printed as it stands: nothing in it is markup. A *flow* mixes inline nodes
and blocks; neighbouring inline nodes form one paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from portal.paper.pen import Choices, Columns, Lines, Scan, Together

Tone: TypeAlias = Literal["note", "summary", "warning", "task", "imprint"]


@dataclass(frozen=True)
class Strong:
    children: "Inlines"


@dataclass(frozen=True)
class Emph:
    children: "Inlines"


@dataclass(frozen=True)
class LineBreak:
    pass


@dataclass(frozen=True)
class Link:
    """A link to an absolute address, which a note repeats for readers on paper."""

    children: "Inlines"
    url: str


@dataclass(frozen=True)
class Jump:
    """A link to the heading, figure, table or reference with this label in the same document."""

    children: "Inlines"
    label: str


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of the page, numbered by itself."""

    children: "Inlines"


@dataclass(frozen=True)
class Citation:
    """The number of a reference in brackets, linked to the `Reference` with this label."""

    number: int
    label: str


@dataclass(frozen=True)
class Rating:
    """`value` of `maximum` drawn as lozenges; `words` say the same and are what is read aloud."""

    value: int
    maximum: int
    words: str


@dataclass(frozen=True)
class Heading:
    """A heading and bookmark; `level` is 1 to 3, `number` stands before it as given."""

    level: int
    children: "Inlines"
    number: str = ""
    label: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One that `leads` stays on the page of what follows it."""

    children: "Inlines"
    leads: bool = False


@dataclass(frozen=True)
class List:
    items: "Sequence[Flow]"
    ordered: bool = False


@dataclass(frozen=True)
class Quote:
    children: "Flow"
    source: str = ""


@dataclass(frozen=True)
class Table:
    """Cells by row; with `row_headers` the first column stands out as each row's name.

    The columns counted in `narrow`, from 0, are as wide as their heads, for example to be ticked.
    """

    headers: "Sequence[Inlines]"
    rows: "Sequence[Sequence[Flow]]"
    caption: str = ""
    number: str = ""
    label: str = ""
    row_headers: bool = True
    narrow: Sequence[int] = ()


@dataclass(frozen=True)
class Figure:
    """A picture: PNG, JPEG, GIF or WebP bytes, or SVG markup that brings its own colours.

    Without `alt` the caption describes it; without both it is decoration.
    """

    picture: bytes | str
    alt: str = ""
    caption: str = ""
    number: str = ""
    label: str = ""


@dataclass(frozen=True)
class Callout:
    """One that `leads` stays on the page of what follows it."""

    title: str
    children: "Flow"
    tone: Tone = "note"
    leads: bool = False


@dataclass(frozen=True)
class Fact:
    term: str
    children: "Flow"


@dataclass(frozen=True)
class Facts:
    """Terms with what is known about each."""

    items: Sequence[Fact]


@dataclass(frozen=True)
class Reference:
    children: "Inlines"
    number: int
    label: str


@dataclass(frozen=True)
class References:
    """The list that `Citation` nodes lead to."""

    items: Sequence[Reference]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page; two in a row are one."""


@dataclass(frozen=True)
class Contents:
    """The document's headings with their pages, down to level `depth`."""

    depth: int = 2


@dataclass(frozen=True)
class FigureList:
    """The numbered figures with their pages."""

    title: str


@dataclass(frozen=True)
class TableList:
    """The numbered tables with their pages."""

    title: str


@dataclass(frozen=True)
class Document:
    """A whole document; `changed_at` is the only date in the file, `date` the one in words.

    With `cover` the title has a page of its own, otherwise it stands above the text.
    """

    title: str
    language: str
    organisation: str
    address: str
    changed_at: datetime
    blocks: "Sequence[Block]"
    subtitle: str = ""
    authors: Sequence[str] = ()
    date: str = ""
    version: str = ""
    running_title: str = ""
    notice: str = ""
    description: str = ""
    keywords: Sequence[str] = ()
    cover: bool = False


Inline: TypeAlias = str | Strong | Emph | LineBreak | Link | Jump | Footnote | Citation | Rating
Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | Quote
    | Table
    | Figure
    | Callout
    | Facts
    | References
    | PageBreak
    | Contents
    | FigureList
    | TableList
    | Choices
    | Lines
    | Columns
    | Together
    | Scan
)
Inlines: TypeAlias = Sequence[Inline]
Flow: TypeAlias = Sequence[Inline | Block]
