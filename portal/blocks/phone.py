"""Telephone numbers, as helplines and offices have them."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

COUNTRY = "355"
# Shorter ones are the same from everywhere in the country and cannot be called from abroad.
SHORTEST_WITH_CODE = 7


def phone_spellings(number: str | None) -> list[str]:
    """Return the ways to write a number: as it stands, in one, from home and from abroad."""
    if not number:
        return []
    digits = re.sub(r"\D", "", number)
    local = re.sub(rf"^(?:(?:00)?{COUNTRY})?0?", "", digits)
    if len(local) < SHORTEST_WITH_CODE:
        return [number, digits]
    return [number, local, f"0{local}", f"{COUNTRY}{local}", f"00{COUNTRY}{local}"]


def phone_block(**options: Any) -> blocks.RegexBlock:
    """Return a block for a telephone number, which is the same in every language."""
    return blocks.RegexBlock(
        label=_("Telephone number"),
        regex=r"^\+?[0-9 ]{3,20}$",
        error_messages={"invalid": _("Write digits and spaces, with + first if need be.")},
        **options,
    )
