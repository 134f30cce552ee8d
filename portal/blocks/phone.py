"""Telephone numbers, as helplines and offices have them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


def phone_block(**options: Any) -> blocks.RegexBlock:
    """Return a block for a telephone number, which is the same in every language."""
    return blocks.RegexBlock(
        label=_("Telephone number"),
        regex=r"^\+?[0-9 ]{3,20}$",
        error_messages={"invalid": _("Write digits and spaces, with + first if need be.")},
        **options,
    )
