"""Takes the words out of rich text, streams and plain fields, headings apart."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import RichText

from portal.blocks.text import HeadingBlock, SubheadingBlock

# A tag ends before the next begins, so that many that never end are not read again and again.
TAG = re.compile(r"<[^<>]*>")
BREAK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|br|hr|div|blockquote|td|th|tr)\b[^<>]*>", re.IGNORECASE
)
WORDS = (blocks.CharBlock, blocks.TextBlock)
HEADINGS = (HeadingBlock, SubheadingBlock)


class Text(NamedTuple):
    """The headings and paragraphs of a page, each without markup."""

    headings: list[str]
    paragraphs: list[str]


def headings_and_paragraphs(values: Iterable[Any]) -> Text:
    """Return the words of field values: text, HTML, streams; None is nothing."""
    text = Text([], [])
    for value in values:
        for is_heading, words in _words(value):
            (text.headings if is_heading else text.paragraphs).append(words)
    return text


def paragraphs_of(markup: str) -> list[str]:
    """Return the paragraphs of HTML, or of plain text, one a line."""
    lines = BREAK.sub("\n", markup).split("\n")
    plain = (" ".join(html.unescape(TAG.sub("", line)).split()) for line in lines)
    return [line for line in plain if line]


def _words(value: Any) -> Iterator[tuple[bool, str]]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _block_words(child.block, child.value)
    elif isinstance(value, str):
        yield from ((False, line) for line in paragraphs_of(value))


def _block_words(block: blocks.Block, value: Any) -> Iterator[tuple[bool, str]]:
    if isinstance(value, RichText):
        yield from ((False, line) for line in paragraphs_of(value.source))
    elif isinstance(value, StreamValue):
        yield from _words(value)
    elif isinstance(value, ListValue):
        for item in value:
            yield from _block_words(value.list_block.child_block, item)
    elif isinstance(value, blocks.StructValue):
        for name, child in value.block.child_blocks.items():
            yield from _block_words(child, value.get(name))
    elif isinstance(value, str) and isinstance(block, WORDS) and value.strip():
        is_heading = isinstance(block, HEADINGS) or block.name == "title"
        yield is_heading, " ".join(value.split())
