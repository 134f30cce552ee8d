"""Turns rich text, as Wagtail stores and expands it, into nodes of the tree."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from portal.paper.tree import (
    Block,
    Emph,
    Flow,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Strong,
)

MAX_LENGTH = 1_000_000
MAX_DEPTH = 24
HEADING_LEVELS = {"h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
WRAPPERS = {"div", "section", "article"}
BLOCKS = {"p", "ul", "ol", "blockquote", *HEADING_LEVELS, *WRAPPERS}
UNSEEN = {"script", "style", "template", "embed"}

Special = Callable[[Tag], Inline | None]


class RichText:
    """Reads rich text; `base` completes its addresses, `special` makes nodes of a room's own tags.

    `special` is asked about each inline element first and answers None for what it leaves alone.
    """

    def __init__(self, base: str, special: Special = lambda tag: None) -> None:
        self.base = base
        self.special = special

    def blocks(self, html: str) -> list[Block]:
        """Return the blocks of `html`; raises ValueError if it is too long to be a text."""
        return list(self._blocks(_parsed(html), 0))

    def inlines(self, html: str) -> list[Inline]:
        """Return `html` as one run of inline nodes; raises ValueError if it is too long."""
        return list(self._inlines(_parsed(html), 0))

    def _blocks(self, parent: Tag, depth: int) -> Iterator[Block]:
        for is_block, children in groupby(parent.children, key=_is_block):
            if not is_block:
                yield from _paragraph(self._each_inline(children, depth))
                continue
            for child in children:
                yield from self._block(child, depth + 1)  # type: ignore[arg-type]

    def _block(self, tag: Tag, depth: int) -> Iterator[Block]:
        if depth > MAX_DEPTH:
            yield from _paragraph([tag.get_text()])
        elif tag.name in WRAPPERS:
            yield from self._blocks(tag, depth)
        elif tag.name in {"ul", "ol"}:
            yield List(self._items(tag, depth), ordered=tag.name == "ol")
        elif tag.name == "blockquote":
            yield Quote(list(self._blocks(tag, depth)))
        elif tag.name in HEADING_LEVELS:
            yield Heading(HEADING_LEVELS[tag.name], list(self._inlines(tag, depth)))
        else:
            yield from _paragraph(self._inlines(tag, depth))

    def _items(self, tag: Tag, depth: int) -> list[Flow]:
        items = tag.find_all("li", recursive=False)
        return [list(self._flow(item, depth + 1)) for item in items]

    def _flow(self, parent: Tag, depth: int) -> Iterator[Inline | Block]:
        for is_block, children in groupby(parent.children, key=_is_block):
            if not is_block:
                yield from self._each_inline(children, depth)
                continue
            for child in children:
                yield from self._block(child, depth + 1)  # type: ignore[arg-type]

    def _inlines(self, parent: Tag, depth: int) -> Iterator[Inline]:
        return self._each_inline(parent.children, depth)

    def _each_inline(self, children: Iterable[PageElement], depth: int) -> Iterator[Inline]:
        for child in children:
            if isinstance(child, Tag):
                yield from self._inline(child, depth + 1)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                yield str(child)

    def _inline(self, tag: Tag, depth: int) -> Iterator[Inline]:
        node = self.special(tag)
        if node is not None:
            yield node
        elif depth > MAX_DEPTH:
            yield tag.get_text()
        elif tag.name == "br":
            yield LineBreak()
        elif tag.name not in UNSEEN:
            yield from self._marked(tag, list(self._inlines(tag, depth)))

    def _marked(self, tag: Tag, children: list[Inline]) -> Iterator[Inline]:
        if tag.name in {"b", "strong"}:
            yield Strong(children)
        elif tag.name in {"i", "em"}:
            yield Emph(children)
        elif tag.name == "a" and tag.get("href"):
            yield Link(children, _join(self.base, str(tag["href"])))
        else:
            yield from children


def _parsed(html: str) -> BeautifulSoup:
    if len(html) > MAX_LENGTH:
        raise ValueError(f"a text is longer than {MAX_LENGTH} characters")
    return BeautifulSoup(html, "html.parser")


def _is_block(element: PageElement) -> bool:
    return isinstance(element, Tag) and element.name in BLOCKS


def _paragraph(nodes: Iterable[Inline]) -> Iterator[Paragraph]:
    """A paragraph, unless nothing but space would stand in it."""
    children = list(nodes)
    if any(not isinstance(child, str) or child.strip() for child in children):
        yield Paragraph(children)


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # such as an unfinished IPv6 address
        return ""
