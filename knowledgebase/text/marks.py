"""Parses the marks of footnotes and references that editors type: ^[a note] and [@key, p. 12].

They are Pandoc's. As plain text they survive the translation of rich text string by string.
Parsing takes linear time, whatever the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal, NamedTuple

from knowledgebase.text.markup import HEADINGS, closes, stands_alone, tag_name

# An address ends at a caret, which it may not hold, so that a note can follow it directly.
TOKEN = re.compile(
    r"(?P<tag><[^<>]*>)|(?P<address>(?:https?://|www\.)[^\s<^]+)"
    r"|(?P<cite>\[@[^\[\]<>]*\])|(?P<note>\^\[)|(?P<open>\[@?)|(?P<close>\])"
)
KEY = re.compile(r"@(\w[\w:./+-]*)")
BLOCKS = HEADINGS | {"blockquote", "div", "hr", "li", "ol", "p", "table", "td", "th", "tr", "ul"}
UNTOUCHED = {"a", "code", "pre"}


@dataclass(frozen=True)
class Text:
    """HTML without marks; an element that begins in one text may end in another."""

    html: str


@dataclass(frozen=True)
class Source:
    """A reference by its key, with the place in it as plain text: "p. 12", or nothing."""

    key: str
    locator: str = ""


@dataclass(frozen=True)
class Citation:
    """The sources that are cited at one place."""

    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Note:
    """A footnote; the HTML of its texts is balanced."""

    pieces: tuple[Text | Citation, ...]


Piece = Text | Note | Citation
FaultKind = Literal["unclosed", "unbalanced", "empty", "nested", "unreadable"]


class Element(NamedTuple):
    """An open element: a number that only it has, and whether marks in it stay as they are."""

    number: int = -1
    is_untouched: bool = False


class Fault(NamedTuple):
    """A mark that is left as it was typed: where, why, and how the text goes on there."""

    position: int
    kind: FaultKind
    start: str


@dataclass(slots=True)
class Token:
    """A tag, a mark or a run of text. `element` is what an opening mark stands in."""

    kind: str
    html: str
    position: int
    element: int = 0
    end: int = 0


def parse(html: str) -> list[Piece]:
    """Return the texts, notes and citations of sanitised HTML; faulty marks stay text."""
    return Parser(html).pieces


def citations(pieces: Iterable[Piece]) -> Iterator[Citation]:
    """Yield the citations in the text and in its notes."""
    for piece in pieces:
        inner = piece.pieces if isinstance(piece, Note) else (piece,)
        yield from (part for part in inner if isinstance(part, Citation))


class Parser:
    """Pairs the brackets in one pass over the tokens, and makes the pieces in a second."""

    def __init__(self, html: str) -> None:
        """Parse `html`; `pieces` and `faults` are the result, in the order of the text."""
        self.html = html
        self.faults: list[Fault] = []
        self.tokens: list[Token] = []
        self.brackets: list[int] = []
        self.elements = [Element()]
        for token in tokens(html):
            self.tokens.append(token)
            self._pair(token)
        self._end_block()
        self.pieces = self._made(0, len(self.tokens))
        self.faults.sort()

    def _pair(self, token: Token) -> None:
        if token.kind == "tag":
            self._follow(token.html)
        elif self.elements[-1].is_untouched:
            token.kind = "text"
        elif token.kind in {"note", "open"}:
            token.element = self.elements[-1].number
            self.brackets.append(len(self.tokens) - 1)
        elif token.kind == "close" and self.brackets:
            self._close(self.tokens[self.brackets.pop()])

    def _follow(self, tag: str) -> None:
        if tag_name(tag) in BLOCKS:
            self._end_block()
        if stands_alone(tag):
            return
        if not closes(tag):
            is_untouched = self.elements[-1].is_untouched or tag_name(tag) in UNTOUCHED
            self.elements.append(Element(len(self.tokens), is_untouched))
        elif len(self.elements) > 1:
            self.elements.pop()
        else:  # it closes what was never opened, and no note may hold it
            self.elements = [Element(len(self.tokens))]

    def _close(self, opening: Token) -> None:
        """Set the end of a note, unless an element begins or ends within it alone."""
        if opening.kind != "note":
            return
        if opening.element == self.elements[-1].number:
            opening.end = len(self.tokens) - 1
        else:
            self._fault("unbalanced", opening)

    def _end_block(self) -> None:
        """Give up the notes that are still open: none goes on in the next paragraph."""
        for index in self.brackets:
            if self.tokens[index].kind == "note":
                self._fault("unclosed", self.tokens[index])
        self.brackets.clear()

    def _made(self, start: int, end: int, *, in_note: bool = False) -> list[Piece]:
        """Return the pieces of the tokens from `start` to before `end`."""
        pieces: list[Piece] = []
        index = start
        while index < end:
            token = self.tokens[index]
            if token.kind == "note" and token.end and not in_note:
                pieces += self._note(index)
                index = token.end
            else:
                pieces.append(self._piece(token))
            index += 1
        return list(merged(pieces))

    def _note(self, index: int) -> list[Piece]:
        """Return the note that begins at a token, or the two brackets around nothing."""
        token = self.tokens[index]
        inner = self._made(index + 1, token.end, in_note=True)
        if self.html.startswith("^[@", token.position):
            self._fault("unreadable", token)
        if is_blank(inner):
            self._fault("empty", token)
            return [Text(token.html), *inner, Text("]")]
        return [Note(tuple(part for part in inner if not isinstance(part, Note)))]

    def _piece(self, token: Token) -> Piece:
        if token.kind == "cite":
            citation = read_citation(token.html)
            if citation:
                return citation
            self._fault("unreadable", token)
        if token.kind == "open" and token.html == "[@":
            self._fault("unreadable", token)
        if token.kind == "note" and token.end:
            self._fault("nested", token)
        return Text(token.html)

    def _fault(self, kind: FaultKind, token: Token) -> None:
        start = self.html[token.position : token.position + 60]
        self.faults.append(Fault(token.position, kind, start))


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of HTML, which together are the whole of it."""
    done = 0
    for match in TOKEN.finditer(html):
        if match.start() > done:
            yield Token("text", html[done : match.start()], done)
        yield Token(match.lastgroup or "text", match[0], match.start())
        done = match.end()
    if done < len(html):
        yield Token("text", html[done:], done)


def read_citation(mark: str) -> Citation | None:
    """Return what a mark such as [@key1; @key2, p. 12] cites; nothing if it cannot be read."""
    sources = [read_source(part) for part in unescape(mark[1:-1]).split(";")]
    known = tuple(source for source in sources if source)
    return Citation(known) if len(known) == len(sources) else None


def read_source(text: str) -> Source | None:
    """Return the source of "@key, p. 12"; a second @ means that a semicolon is missing."""
    key, _comma, locator = text.partition(",")
    match = KEY.fullmatch(key.strip())
    return Source(match[1], locator.strip()) if match and "@" not in locator else None


def merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, with texts that follow each other joined."""
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, Text):
            run.append(piece.html)
            continue
        if run:
            yield Text("".join(run))
        run = []
        yield piece
    if run:
        yield Text("".join(run))


def is_blank(pieces: list[Piece]) -> bool:
    """Whether nothing in a note can be read."""
    return all(
        isinstance(piece, Text) and not unescape(re.sub(r"<[^<>]*>", "", piece.html)).strip()
        for piece in pieces
    )
