"""Blocks of the site's furniture: helplines."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.phone import phone_block


class HelplineBlock(blocks.StructBlock):
    """A number that a person can call for help."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    number = phone_block()
    is_emergency = blocks.BooleanBlock(
        label=_("For people in danger"),
        required=False,
        default=False,
        help_text=_("Stands before the others everywhere."),
    )
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
        help_text=_(
            "The day somebody called and it was right. Visitors read it. Numbers without one are "
            "in "
            "the report “Numbers to check”."
        ),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Helpline")
