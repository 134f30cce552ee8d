"""What stands on a person's page of mentoring, which nobody can join yet."""

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.my_page import Part


def parts(user: User) -> list[Part]:
    """Return the empty part."""
    return [
        Part(
            _("My mentoring"),
            empty=_(
                "You are not in the mentoring programme yet. When you are invited, we will send "
                "you a message and you will find your mentoring here."
            ),
        )
    ]
