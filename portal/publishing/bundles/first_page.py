"""Where bundles are found from the admin's first page; those that wait the report counts."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.publishing.bundles.models import CHANGE


def places(user: User) -> list[tuple[str, str]]:
    """Return the list of bundles, for those who work with them."""
    return [(_("Bundles"), reverse("bundles"))] if user.has_perm(CHANGE) else []
