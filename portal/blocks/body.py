"""The body of a page: the blocks that every kind of page may use."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from portal.blocks.asides import (
    AccordionBlock,
    CalloutBlock,
    CallToActionBlock,
    TableBlock,
)
from portal.blocks.media import DocumentsBlock, FigureBlock
from portal.blocks.text import HeadingBlock, ProseBlock, QuoteBlock

BODY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", ProseBlock()),
    ("quote", QuoteBlock()),
    ("figure", FigureBlock()),
    ("accordion", AccordionBlock()),
    ("callout", CalloutBlock()),
    ("table", TableBlock()),
    ("documents", DocumentsBlock()),
    ("call_to_action", CallToActionBlock()),
]


def body_field(**options: Any) -> StreamField:
    """Return the field for a page's running content."""
    return StreamField(BODY_BLOCKS, verbose_name=_("content"), blank=True, **options)
