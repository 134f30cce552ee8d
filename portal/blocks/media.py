"""Pictures and files within a page."""

from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.compare import StructBlockComparison
from wagtail.blocks.stream_block import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from portal.media.models import Image


def figure_images(body: StreamValue | None) -> list[Image]:
    """Return the pictures of all figures in a page's body."""
    figures = body.blocks_by_name("figure") if body else []
    return [figure.value["image"] for figure in figures if figure.value["image"]]


class FigureComparison(StructBlockComparison):
    """Compares figures, of which one may have no picture yet: Wagtail's own fails there."""

    def htmlvalue(self, value: Any) -> str:
        """Return the figure as the comparison shows it."""
        return super().htmlvalue(value) if value["image"] else escape(value["caption"])


class FigureBlock(blocks.StructBlock):
    """A picture with its caption; alternative text belongs to this use of it."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, default="", max_length=300)

    def get_comparison_class(self) -> type:
        """Return what compares two versions of a figure in the admin."""
        return FigureComparison

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "blocks/figure.html"


class DocumentsBlock(blocks.StructBlock):
    """Files to download, under a heading of their own."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/documents.html"
