"""A meeting for the calendar of one of the two: a file with its time, by a link that expires."""

from django.http import Http404
from django.utils.translation import gettext as _

from mentoring.models import Profile, Session
from mentoring.models.request import PAIRED
from mentoring.pairs.links import key_of
from mentoring.requests.reading import requests_of
from portal.calendar import Event


def session_by(token: str, profile: Profile) -> Session:
    """Return the agreed meeting of a token.

    Raises Http404 for one that expired, was altered, or is of somebody else or of their pair.
    """
    key = key_of(Session, token, profile.user)
    pairs = requests_of(profile).filter(state__in=PAIRED).order_by()
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
