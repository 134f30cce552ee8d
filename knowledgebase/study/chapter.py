"""The text of a chapter: its numbered parts, and what contents and reading times need of it."""

from typing import Any

from wagtail.blocks.stream_block import StreamValue

from knowledgebase.text.outline import KINDS, Numbered, Outline

Row = tuple[str, str, str]  # the id, type and text of a block, as `outline` takes them


def numbered(body: StreamValue, chapter: int) -> list[tuple[Any, Numbered | None]]:
    """Return each block with its number, anchor and text, or None where it has no number."""
    numbers = Outline(chapter)
    return [(block, numbers.add(*row) if (row := row_of(block)) else None) for block in body]


def outline_rows(body: StreamValue) -> list[Row]:
    """Return the parts that are numbered; their numbers follow from the chapter's place."""
    return [row for block in body if (row := row_of(block))]


def row_of(block: Any) -> Row | None:
    """Return what numbering needs of a block, if it is one that has a number."""
    if block.block_type not in KINDS or is_empty_figure(block):
        return None
    value = block.value
    text = value if isinstance(value, str) else value.get("caption", "")
    return block.id or "", block.block_type, text


def is_empty_figure(block: Any) -> bool:
    """Whether the picture of a figure was deleted, so that readers see nothing of it."""
    return block.block_type == "figure" and not block.value["image"]


def count_words(body: StreamValue) -> int:
    """Return the number of words in all blocks, captions and notes included."""
    texts = body.stream_block.get_searchable_content(body)
    return sum(len(str(text).split()) for text in texts)
