"""One way through the raw value of a stream, whatever is looked for in it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from wagtail import blocks

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock)
ROW_BLOCKS = (blocks.StreamBlock, blocks.ListBlock)


class Leaf(NamedTuple):
    """A block that holds no others, with its raw value.

    `path` is written as wagtail-localize writes it: `results.<block id>.indicators.<item id>.name`.
    """

    path: str
    block: Any
    value: Any


def leaves(
    block: Any, value: Any, path: str = "", *, enters: Callable[[Any], bool] = lambda block: True
) -> Iterator[Leaf]:
    """Yield the leaves of a block's raw value in order, but for what `enters` keeps closed."""
    if not enters(block):
        return
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, (value or {}).get(name), f"{path}.{name}", enters=enters)
    elif isinstance(block, ROW_BLOCKS):
        for item in value or []:
            child = child_block(block, item)
            yield from leaves(child, item["value"], f"{path}.{item['id']}", enters=enters)
    else:
        yield Leaf(path, block, value)


def child_block(block: Any, item: dict) -> blocks.Block:
    """Return the block of a raw item of a stream or list."""
    is_list = isinstance(block, blocks.ListBlock)
    return block.child_block if is_list else block.child_blocks[item["type"]]
