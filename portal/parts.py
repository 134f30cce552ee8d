"""The parts of a page or snippet: what a reader takes in as one statement changes as one.

A part is an item of a stream; an item of a list in a stream that has fields of its own (an
indicator of a result); a row of a child table; fields that their model names together in `parts`
(a picture and its alternative text). A part within a part decides for itself. Every other field
of a page or snippet stands alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.strings import StringValue, extract_strings

from portal.blocks.walk import TEXT_BLOCKS, leaves

TEXTS = (models.CharField, models.TextField)

Strings = Callable[[Any], list[str]]
Word = tuple[str, str]  # a path, and a string that stands there


class Known(NamedTuple):
    """A field that translations know; `strings` reads what there is to translate in a text."""

    field: Any
    strings: Strings | None = None

    @property
    def name(self) -> str:
        """The name by which an instance has it."""
        return str(self.field.name)

    @property
    def has_rows(self) -> bool:
        """Whether it is a child table."""
        return isinstance(self.field, models.ManyToOneRel)

    @property
    def is_figure(self) -> bool:
        """Whether it is one value in one column, without words."""
        return isinstance(self.field, models.Field) and not (
            self.strings or self.field.many_to_many or isinstance(self.field, StreamField)
        )

    def words(self, instance: Any, path: str) -> Counter[Word]:
        """Return the words of a text; child rows and streams have theirs in parts of their own."""
        texts = self.strings(getattr(instance, self.name)) if self.strings else []
        return Counter((f"{path}{self.name}", text) for text in texts)


def parts_of_fields(model: Any) -> list[list[Known]]:
    """Return the fields that translations know, each with those that make one part with it."""
    fields = {known.name: known for known in known_fields(model)}
    together = [[fields.pop(name) for name in names] for names in getattr(model, "parts", [])]
    return [*together, *([known] for known in fields.values())]


def known_fields(model: Any) -> Iterator[Known]:
    """Yield the texts, figures, relations and child tables of a model."""
    for translatable in get_translatable_fields(model):
        field = translatable.get_field(model)
        if isinstance(field, models.ManyToOneRel):
            if isinstance(field.remote_field, ParentalKey):
                yield Known(field)
        elif isinstance(translatable, SynchronizedField) or isinstance(field, StreamField):
            yield Known(field)
        elif isinstance(field, TEXTS):
            is_rich = isinstance(field, RichTextField)
            yield Known(field, rich_strings if is_rich else plain_strings)


def plain_strings(text: str | None) -> list[str]:
    """Return a plain text as wagtail-localize keeps it; nothing for no text."""
    return [StringValue.from_plaintext(text).data] if text else []


def rich_strings(html: str | None) -> list[str]:
    """Return the strings into which wagtail-localize splits HTML."""
    return [string.data for string, _attributes in extract_strings(html)[1]] if html else []


def strings_of(block: blocks.Block) -> Strings | None:
    """Return what reads the strings of a block that is a text; None for any other block."""
    if isinstance(block, blocks.RichTextBlock):
        return rich_strings
    return plain_strings if isinstance(block, TEXT_BLOCKS) else None


def is_within(strings: list[str], public: list[str]) -> bool:
    """Whether a text says nothing but what is public."""
    return not Counter(strings) - Counter(public)


def holds_parts(block: blocks.Block) -> bool:
    """Whether the items of a block are parts; cells of a table or a list of files are not."""
    if isinstance(block, blocks.ListBlock):
        return isinstance(block.child_block, blocks.StructBlock)
    return isinstance(block, blocks.StreamBlock)


def block_words(block: Any, value: Any, path: str, *, deep: bool = False) -> Iterator[Word]:
    """Yield the words of a raw stream value; those of parts within it only if `deep`."""
    for leaf in leaves(block, value, path, enters=lambda each: deep or not holds_parts(each)):
        if strings := strings_of(leaf.block):
            yield from ((leaf.path, text) for text in strings(leaf.value))
