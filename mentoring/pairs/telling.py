"""Tells the other of a pair that something is new; nobody is named: it outlives accounts."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mentoring.models import Profile, Request
from mentoring.requests.telling import is_there
from mentoring.texts import Text
from portal.accounts.models import Message, User

MESSAGES, AGREEMENT = "mentoring_messages", "mentoring_agreement"
WRITTEN = Text(
    "pair_message",
    _("A message in your mentoring pair"),
    _("Somebody with whom you work has written to you. You can read and answer it on the portal."),
)
TO_SIGN = Text(
    "agreement_written",
    _("The agreement of your mentoring pair"),
    _("Your agreement has been written down. Read it, change what does not suit you, and sign it."),
)
CHANGED = Text(
    "agreement_changed",
    _("The agreement of your mentoring pair was changed"),
    _("Its words are new, and nobody has signed them yet. Read it and sign it again."),
)
SIGNED = Text(
    "agreement_signed",
    _("The agreement of your mentoring pair was signed"),
    _("The other person has signed. Your signature is missing: read it and sign it too."),
)
BOTH_SIGNED = Text(
    "agreement_complete",
    _("The agreement of your mentoring pair is complete"),
    _("Both of you have signed. You can begin, and change the agreement at any time."),
)

TEXTS = (WRITTEN, TO_SIGN, CHANGED, SIGNED, BOTH_SIGNED)


def tell(profile: Profile | None, text: Text, page: str, request: Request) -> None:
    """Tell somebody who is there; not again before they have read what leads to the same page."""
    if not is_there(profile):
        return
    if notices(profile.user, page, request).exists():
        return
    with override(profile.user.language):
        text.write(profile.user, link=reverse(page, args=[request.key]))


def notices(user: User, page: str, request: Request) -> Any:
    """Return what somebody was told, and has not read, that leads to a page of a pair."""
    links = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            links.append(reverse(page, args=[request.key]))
    return Message.objects.filter(to=user, link__in=links, read_at=None)


def has_come(user: User, page: str, request: Request) -> None:
    """Take it as read that something is new on a page which somebody has opened."""
    notices(user, page, request).update(read_at=timezone.now())
