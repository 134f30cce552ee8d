"""Blocks of the site's furniture: helplines and alerts."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.blocks.pages import PageLinkBlock
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


class AlertValue(blocks.StructValue):
    """Words for everybody, and from when until when they stand."""

    def is_running(self, now: datetime) -> bool:
        """Whether it is shown at that moment; at its end it is not any more."""
        return bool(self["starts_at"] <= now < self["ends_at"])

    @property
    def page_id(self) -> int | None:
        """The id of the page that says more, if one does."""
        return self["page"].pk if self["page"] else None


class AlertBlock(blocks.StructBlock):
    """What every visitor should know for a time, whichever page they read."""

    kind = blocks.ChoiceBlock(
        choices=[("info", _("Information")), ("warning", _("Warning"))],
        default="info",
        label=_("Kind"),
    )
    text = blocks.CharBlock(
        label=_("Text"), max_length=240, help_text=_("One or two short sentences.")
    )
    page = PageLinkBlock(label=_("Page that says more"), required=False)
    starts_at = blocks.DateTimeBlock(label=_("Shown from"))
    ends_at = blocks.DateTimeBlock(label=_("Shown until"))

    class Meta:
        icon = "warning"
        label = _("Alert")
        value_class = AlertValue

    def clean(self, value: Any) -> Any:
        """Refuse an end that does not come after the start."""
        cleaned = super().clean(value)
        if cleaned["ends_at"] <= cleaned["starts_at"]:
            error = ValidationError(_("The end must come after the start."))
            raise StructBlockValidationError({"ends_at": error})
        return cleaned
