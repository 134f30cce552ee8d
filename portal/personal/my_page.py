"""What stands on a person's page about their data."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.personal.consents import standings


def parts(user: User) -> list[Part]:
    """Return the way to what is held about a person, and what they are asked anew."""
    link = Link(
        reverse("my_data"),
        _("My data"),
        _("See what we hold about you, take a copy, or have it erased."),
    )
    asked = [
        Link(
            reverse("my_data"),
            _("A text has changed: %(title)s") % {"title": standing.purpose.title},
            _("You agreed to an earlier version. Please read the new one and decide again."),
        )
        for standing in standings(user)
        if standing.is_old
    ]
    return [Part(_("Your data"), [*asked, link])]
