"""What mail holds about people: what is on its way to them, and what they do not want."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.mail.models import DID_NOT_ARRIVE, Mail, State
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person

KEPT = timedelta(days=90)
FAILED_KEPT = timedelta(days=30)  # with their words, so that they can be sent again


def mails_to(user: User) -> QuerySet[Mail]:
    """Return the mails to somebody, or to one of their addresses."""
    addressed = (Q(address__iexact=address) for address in Person.of(user).emails)
    return Mail.objects.filter(Q(Q(to=user), *addressed, _connector=Q.OR))


def old_mails() -> QuerySet[Mail]:
    """Return the mails that left, failed, or could not even be tried, long ago."""
    now = timezone.now()
    failed = Q(state__in=DID_NOT_ARRIVE, ended_at__lt=now - FAILED_KEPT)
    stuck = Q(state=State.WAITING, written_at__lt=now - FAILED_KEPT)
    return Mail.objects.filter(failed | stuck | Q(ended_at__lt=now - KEPT))


HELD = [
    Held(
        model="mail.Mail",
        name=_("E-mails to you"),
        purpose=_("to send them, and to see which did not arrive"),
        ground=Ground.SERVICE,
        kept=Kept(
            text=_(
                "the text and the address until the e-mail is sent, or for 30 days if it cannot "
                "be; the fact that it was sent, for 90 days"
            ),
            due=old_mails,
        ),
        links=("to",),
        fields=("kind", "address", "language", "state", "written_at", "ended_at"),
        secret=("text", "html"),
        rows=mails_to,
    ),
    Held(
        model="mail.Refusal",
        name=_("E-mails that you switched off"),
        purpose=_("to send you only what you want"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("kind",),
    ),
]
