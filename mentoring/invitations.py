"""What an invitation to the programme says; who accepts it finds the way to join on their page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.profiles.reading import PURPOSE
from portal.accounts.inviting import Purpose
from portal.accounts.models import Invitation, User


def accepted(invitation: Invitation, user: User) -> None:
    """Do nothing: whoever was invited may join once they accept the code of conduct."""


def described(invitation: Invitation, user: User | None) -> Purpose | None:
    """Return what the programme is, and what comes next."""
    if invitation.purpose != PURPOSE:
        return None
    return Purpose(
        [
            _("It is about the mentoring programme, in which professionals learn from each other."),
            _("Next you can read the code of conduct and decide whether you take part."),
        ],
        url=reverse("mentoring_join"),
    )
