"""Blocks of the site's furniture: helplines."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.phone import phone_block


class HelplineBlock(blocks.StructBlock):
    """A number that a person can call for help."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    number = phone_block()
    audience = blocks.CharBlock(
        label=_("Who it is for"), max_length=160, required=False, default=""
    )
    hours = blocks.CharBlock(label=_("Hours"), max_length=120, required=False, default="")
    languages = blocks.CharBlock(
        label=_("Languages spoken"), max_length=120, required=False, default=""
    )
    checked_on = blocks.DateBlock(
        label=_("Last checked"),
        required=False,
        help_text=_("The day somebody called and it was right. Empty: “not yet checked”."),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Helpline")
