"""Takes the words out of rich text, streams and plain fields, headings apart."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.images.blocks import ImageBlock

from portal.blocks.text import HeadingBlock, SubheadingBlock
from portal.blocks.walk import TEXT_BLOCKS, leaves

# A tag ends before the next begins, so that many that never end are not read again and again.
TAG = re.compile(r"<[^<>]*>")
BREAK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|br|hr|div|blockquote|td|th|tr)\b[^<>]*>", re.IGNORECASE
)
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
        # What a picture shows is told to who cannot see it; it is no part of the text.
        raw = value.get_prep_value()
        for leaf in leaves(value.stream_block, raw, enters=_is_text):
            yield from _leaf_words(leaf.block, leaf.value)
    elif isinstance(value, str):
        yield from ((False, line) for line in paragraphs_of(value))


def _is_text(block: blocks.Block) -> bool:
    return not isinstance(block, ImageBlock)


def _leaf_words(block: blocks.Block, value: Any) -> Iterator[tuple[bool, str]]:
    if isinstance(block, blocks.RichTextBlock):
        yield from ((False, line) for line in paragraphs_of(value or ""))
    elif isinstance(block, TEXT_BLOCKS) and (words := " ".join((value or "").split())):
        yield isinstance(block, HEADINGS) or block.name == "title", words
