"""Where whoever translates works, on the admin's first page; what waits the reports tell."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.roles import TRANSLATE


def places(user: User) -> list[tuple[str, str]]:
    """Return the report from which every translation is reached."""
    if not user.has_perm(TRANSLATE):
        return []
    return [(_("State of translations"), reverse("translation_states"))]
