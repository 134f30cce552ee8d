"""What stands of certificates on a person's own page."""

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.certificates.models import Certificate, State


def parts(user: User) -> list[Part]:
    """Return a person's certificates, by one query; nothing for who has none."""
    rows = Certificate.objects.seen_by_holders().filter(holder=user)
    links = [
        Link(
            row.get_absolute_url(),
            row.title,
            "" if row.state == State.VALID else str(row.state.label),
        )
        for row in rows
    ]
    return [Part(_("My certificates"), links)] if links else []
