"""Rounds of the mentoring programme, and requests between its people."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from mentoring.models import Profile, Request, Round
from mentoring.models.request import State
from mentoring.requests import actions
from mentoring.requests.steps import Actor


def make_round(**fields: Any) -> Round:
    """Return a round that is open today."""
    today = timezone.localdate()
    given = {"opens_on": today, "closes_on": today + timedelta(days=60)}
    return Round.objects.create(**(given | fields))


def make_request(
    mentee: Profile, mentor: Profile, state: str = State.SENT, **fields: Any
) -> Request:
    """Return a request in a state, sent now unless told otherwise, in the round that is open."""
    now = timezone.now()
    given: dict[str, Any] = {"goals": "Të ndërtoj një plan individual."}
    if state != State.DRAFT:
        given |= {"sent_at": now, "due_at": now + timedelta(days=14)}
    given["round"] = Round.objects.filter(is_open=True).first() or make_round()
    return Request.objects.create(mentee=mentee, mentor=mentor, state=state, **(given | fields))


def by(profile: Profile, request: Request) -> Actor:
    """Return a person as the rules know them."""
    return Actor.of(request, profile)


def ask(mentee: Profile, mentor: Profile) -> Request:
    """Let a mentee ask a mentor."""
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="P")
    return actions.send(request=draft, by=by(mentee, draft))
