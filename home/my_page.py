"""What stands on a person's page of programmes and mentoring, which nobody can join yet."""

from django.utils.translation import gettext as _

from knowledgebase.models import KnowledgeBasePage
from portal.accounts.models import User
from portal.accounts.my_page import Link, Part
from portal.i18n import pages_here


def parts(user: User) -> list[Part]:
    """Return the empty parts, with what a person can do meanwhile."""
    reading = [
        Link(page.url, page.title, _("Meanwhile, read the studies and the integration models."))
        for page in pages_here(KnowledgeBasePage)
    ]
    return [
        Part(
            _("My programmes"),
            reading,
            _(
                "You are not in a training programme yet. When a trainer invites you, we will send "
                "you a message and you will find the programme here."
            ),
        ),
        Part(
            _("My mentoring"),
            empty=_(
                "You are not in the mentoring programme yet. When you are invited, we will send "
                "you a message and you will find your mentoring here."
            ),
        ),
    ]
