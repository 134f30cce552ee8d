"""Finds contact details in what people write, in any spelling, and refuses or warns of them.

What is public, or read by members, has none: they are exchanged inside an accepted pair only. What
is found and what is not stands in docs/decisions.md.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.contacts.addresses import emails, web_addresses
from portal.contacts.meetings import meetings
from portal.contacts.plain import plain
from portal.contacts.profiles import FULL_NAME, profiles
from portal.contacts.telephones import telephones
from portal.disclosure import GentleCheck, Kind, Trace, traces_in, without_overlaps
from portal.validators import neutral

# So many findings are shown in a refusal, and so many signs of each.
MOST, LONGEST = 3, 60
FINDERS = {
    emails: Kind.EMAIL,
    profiles: Kind.PROFILE,
    web_addresses: Kind.WEB,
    telephones: Kind.TELEPHONE,
}


def contacts_in(text: str) -> list[Trace]:
    """Return where a text gives a way to reach somebody, in order, however it is written."""
    read = plain(text)
    return without_overlaps(
        [
            *(
                Trace(*read.span(*span), kind)
                for find, kind in FINDERS.items()
                for span in find(read.text)
            ),
            *(Trace(*match.span(), Kind.PROFILE) for match in FULL_NAME.finditer(text)),
        ]
    )


def refuse_contacts(text: str) -> None:
    """Refuse a text for others that has contact details, and show which."""
    contacts = contacts_in(text)
    if not contacts:
        return
    found = [neutral(text[each.start : each.end])[:LONGEST].strip() for each in contacts[:MOST]]
    raise ValidationError(
        _(
            "Please take out %(found)s: contact details are exchanged only once a pair works "
            "together. If this is something else, please word it differently."
        ),
        code="contacts",
        params={"found": ", ".join(f"“{each}”" for each in found)},
    )


def traces_in_a_pair(text: str) -> list[Trace]:
    """Return what a person is asked about who writes to their mentor or mentee."""
    links = meetings(text)
    return without_overlaps(
        trace
        for trace in (*contacts_in(text), *traces_in(text))
        if not any(start < trace.end and trace.start < end for start, end in links)
    )


class PairCheck(GentleCheck):
    """A form that asks once about contact details too: inside a pair they are allowed."""

    find = staticmethod(traces_in_a_pair)
