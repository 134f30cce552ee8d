"""Running text: prose, headings, quotations."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from portal.chosen import Chosen, named

PROSE = ["bold", "italic", "ol", "ul", "link", "document-link"]


class ProseBlock(blocks.RichTextBlock):
    """Paragraphs and lists with the few styles that the design knows."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=PROSE, **kwargs)

    def bulk_to_python(self, values: Iterable[str]) -> list[RichText]:
        """Return the texts, each of which knows the others for the sake of the form."""
        texts = list(values)
        chosen = Chosen(texts=filter(None, texts))
        found = [self.to_python(text) for text in texts]
        for text in found:
            text.chosen = chosen
        return found

    def get_form_state(self, value: RichText | None) -> Any:
        """Return what the editor's form shows, with what all texts of the stream name."""
        with named(getattr(value, "chosen", None)):
            return super().get_form_state(value)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class HeadingBlock(blocks.CharBlock):
    """A heading that can be linked to and stands in the page's contents."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class SubheadingBlock(blocks.CharBlock):
    """A heading within the part that the last heading began."""

    class Meta:
        icon = "title"
        label = _("Subheading")
        template = "blocks/subheading.html"


class QuoteBlock(blocks.StructBlock):
    """Words of somebody else, with who said them."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Who said it"), required=False, default="", max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


def anchor(text: str) -> str:
    """Return the id of a heading with this text, apart from the ids of the shell."""
    return f"h-{slugify(text)}"


def contents(body: Any) -> list[tuple[str, str]]:
    """Return (fragment, text) of each heading in a stream, in order."""
    return [(anchor(block.value), block.value) for block in body if block.block_type == "heading"]
