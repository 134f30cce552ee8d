"""How long something lasts, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def duration(months_from: int | None, months_to: int | None) -> str:
    """Return the time between two numbers of months in words; empty if neither is known."""
    if months_from is None and months_to is None:
        return ""
    if months_to is None:
        return _("%(months)s or longer") % {"months": _months(months_from or 0)}
    if months_from is None:
        return _("up to %(months)s") % {"months": _months(months_to)}
    if months_from == months_to:
        return _months(months_to)
    return _("%(number)d to %(months)s") % {"number": months_from, "months": _months(months_to)}


def _months(number: int) -> str:
    return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
