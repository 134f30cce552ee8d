"""A pair at work, its meetings as the two agree and hold them, and days that pass."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from mentoring.models import Change, Profile, Request, Session
from mentoring.models.profile import Meeting
from mentoring.requests import actions
from mentoring.requests.rules import By
from mentoring.work import sessions
from tests.mentoring.asking import ask, by
from tests.portal.people import address


def make_pair(mentee: Profile, mentor: Profile) -> Request:
    """Return a pair that began today."""
    asked = ask(mentee, mentor)
    return actions.accept(request=asked, by=by(mentor, asked))


def tomorrow(hours: int = 0) -> datetime:
    """Return a full minute tomorrow, so many hours later."""
    return (timezone.now() + timedelta(days=1, hours=hours)).replace(second=0, microsecond=0)


def said(*times: datetime, **about: Any) -> dict[str, Any]:
    """Return a proposal as the form says it: an hour by telephone, unless told otherwise."""
    given = {"minutes": 60, "meeting": Meeting.TELEPHONE, "place": "", "link": ""}
    return {"times": [*(times or [tomorrow()])], **given, **about}


def propose(pair: Request, role: str = By.MENTOR, *times: datetime, **about: Any) -> Session:
    """Let one of the two propose times."""
    return sessions.propose(pair=pair, by=role, said=said(*times, **about))


def agreed(pair: Request, *times: datetime, **about: Any) -> Session:
    """Return a meeting that the mentor proposed and the mentee agreed to."""
    row = propose(pair, By.MENTOR, *times, **about)
    return sessions.agree(session=row, by=By.MENTEE, starts_at=row.moments[0])


def session_page(row: Session, language: str = "sq") -> str:
    """Return the address of a meeting."""
    return address("mentoring_session", language, row.request.key, row.key)


def over(row: Session, days: int = 2) -> Session:
    """Let the agreed time of a meeting pass."""
    earlier = row.starts_at - timedelta(days=days)
    Session.objects.filter(pk=row.pk).update(starts_at=earlier)
    return Session.objects.select_related("request").get(pk=row.pk)


def held(pair: Request, minutes: int = 60) -> Session:
    """Return a meeting that was held."""
    return sessions.note_held(session=over(agreed(pair)), by=By.MENTOR, minutes=minutes)


def complete(pair: Request, by_profile: Profile) -> Request:
    """Let a pair complete its work."""
    return actions.complete(request=pair, by=by(by_profile, pair))


def ago(pair: Request, days: int) -> None:
    """Let the pair have ended so many days ago."""
    Change.objects.filter(request=pair).update(at=timezone.now() - timedelta(days=days))
