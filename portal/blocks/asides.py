"""What steps out of the running text: accordions, callouts, tables, calls to action."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.blocks.pages import PageLinkBlock
from portal.blocks.text import ProseBlock


class AccordionItemBlock(blocks.StructBlock):
    """A question or topic, and what opens below it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = ProseBlock()


class AccordionBlock(blocks.StructBlock):
    """Topics of which the reader opens those that matter to them."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("Topics"))

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        template = "blocks/accordion.html"


class CalloutBlock(blocks.StructBlock):
    """Something that must not be overlooked."""

    kind = blocks.ChoiceBlock(
        choices=[("info", _("Information")), ("warning", _("Warning"))],
        default="info",
        label=_("Kind"),
    )
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = ProseBlock()

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"


class TableBlock(blocks.StructBlock):
    """A table with a caption, a row of headers, and a header at the start of each row."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    headers = blocks.ListBlock(blocks.CharBlock(max_length=120), label=_("Column headers"))
    rows = blocks.ListBlock(
        blocks.ListBlock(
            blocks.CharBlock(required=False, default="", max_length=500), label=_("Row")
        ),
        label=_("Rows"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"

    def clean(self, value: Any) -> Any:
        """Refuse rows that are not as long as the row of headers."""
        cleaned = super().clean(value)
        width = len(cleaned["headers"])
        if any(len(row) != width for row in cleaned["rows"]):
            message = _("Every row needs as many cells as there are column headers (%(width)s).")
            error = ValidationError(message, params={"width": width})
            raise StructBlockValidationError({"rows": error})
        return cleaned


class LinkValue(blocks.StructValue):
    """A link to one of our pages, or else to an address elsewhere."""

    @property
    def page_id(self) -> int | None:
        """The id of the page that is linked to, if it is one of ours."""
        return self["page"].pk if self["page"] else None


class LinkBlock(blocks.StructBlock):
    """A labelled link to a page of ours or to an address elsewhere."""

    label = blocks.CharBlock(label=_("Label"), max_length=80)
    page = PageLinkBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """Refuse a link that leads nowhere, or to two places."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose either a page or an address elsewhere.")
            raise StructBlockValidationError({"page": ValidationError(message)})
        return cleaned


class CallToActionBlock(blocks.StructBlock):
    """One thing that the reader can do next."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, default="")
    link = LinkBlock()

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
