"""Where a coordinator works, on the admin's first page; what waits is told by the reports."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.roles import COORDINATE
from portal.accounts.models import User


def places(user: User) -> list[tuple[str, str]]:
    """Return the coordinator's desk."""
    return [(_("Mentoring desk"), reverse("mentoring_desk"))] if user.has_perm(COORDINATE) else []
