"""A meeting for the calendar of one of the two: a file with its time, by a link that expires."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404
from django.utils.translation import gettext as _

from mentoring.models import Profile, Session
from mentoring.models.request import AT_WORK, ENDED
from mentoring.requests.reading import requests_of
from portal.accounts.models import User
from portal.calendar import Event

LASTS = 60 * 60  # seconds


def _signer(user: User) -> TimestampSigner:
    return TimestampSigner(salt=f"mentoring calendar {user.key}")


def token(session: Session, user: User) -> str:
    """Return what opens a meeting for this person alone, for LASTS."""
    return _signer(user).sign(session.key.hex)


def session_by(token: str, profile: Profile) -> Session:
    """Return the agreed meeting of a token.

    Raises Http404 for one that expired, was altered, or is of somebody else or of their pair.
    """
    try:
        key = UUID(hex=_signer(profile.user).unsign(token, max_age=LASTS))
    except BadSignature as error:
        raise Http404 from error
    pairs = requests_of(profile).filter(state__in=(*AT_WORK, *ENDED)).order_by()
    for row in Session.objects.filter(key=key, starts_at__isnull=False, request__in=pairs):
        return row
    raise Http404


def event(session: Session) -> Event:
    """Return what a calendar gets, which others may read: it says only that one meets."""
    if not session.starts_at or not session.ends_at:
        raise ValueError("only a meeting that was agreed stands in a calendar")
    return Event(
        uid=str(session.key),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        title=_("Meeting"),
        sequence=session.sequence,
        is_cancelled=session.state == Session.State.CANCELLED,
    )
