"""What a preview shows of a draft that is half filled in: all parts that are complete enough.

A part whose choice, date, figure or object is not entered yet cannot be drawn and is left out;
words may be missing anywhere. Parts of a part are judged alone.
"""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.blocks.struct_block import StructValue
from wagtail.fields import StreamField

from portal.blocks.walk import TEXT_BLOCKS

EMPTY = (None, "")
WORDS = (*TEXT_BLOCKS, blocks.RichTextBlock)


class HalfFilledError(Exception):
    """Raised where something without which a part cannot be drawn is missing."""


def leave_out_half_filled(instance: Any) -> None:
    """Drop from an instance, in memory only, the parts and child rows that cannot be drawn.

    A choice of its own that nobody made is the field's default.
    """
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(instance, field.name)
            setattr(instance, field.name, complete(field.stream_block, value))
        elif isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            rows = getattr(instance, str(field.get_accessor_name()))
            rows.remove(*(row for row in rows.all() if is_half_filled(row)))
        elif getattr(field, "choices", None) and getattr(instance, field.attname) in EMPTY:
            setattr(instance, field.attname, field.get_default())


def is_half_filled(row: models.Model) -> bool:
    """Whether a child row lacks a choice, a date, a figure or an object that it must have."""
    return any(
        field.editable
        and not field.blank
        and not isinstance(field, StreamField | ParentalKey)
        and (field.choices or not isinstance(field, models.CharField | models.TextField))
        and getattr(row, field.attname) in EMPTY
        for field in row._meta.concrete_fields
        if not field.primary_key
    )


def complete(block: Any, value: Any) -> Any:
    """Return the value of `block` without what is half filled, or raise `HalfFilledError`."""
    if isinstance(block, blocks.StreamBlock):
        return StreamValue(block, [part for child in value for part in _part(block, child)])
    if isinstance(block, blocks.ListBlock):
        return ListValue(block, [item for each in value for item in _kept(block.child_block, each)])
    if isinstance(value, StructValue):
        return block._to_struct_value(
            (name, complete(child, value.get(name))) for name, child in block.child_blocks.items()
        )
    if value in EMPTY and getattr(block, "required", False) and not isinstance(block, WORDS):
        raise HalfFilledError
    return value


def _part(block: blocks.StreamBlock, part: Any) -> list[tuple[str, Any, Any]]:
    child = block.child_blocks[part.block_type]
    return [(part.block_type, value, part.id) for value in _kept(child, part.value)]


def _kept(block: Any, value: Any) -> list[Any]:
    """Return a list of the value of a part, which is empty if the part is left out."""
    try:
        return [complete(block, value)]
    except HalfFilledError:
        return []
