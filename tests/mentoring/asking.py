"""Requests as people send them."""

from mentoring.models import Profile, Request
from mentoring.requests import actions
from mentoring.requests.steps import Actor


def by(profile: Profile, request: Request) -> Actor:
    """Return a person as the rules know them."""
    return Actor.of(request, profile)


def ask(mentee: Profile, mentor: Profile) -> Request:
    """Let a mentee ask a mentor."""
    draft = actions.save_draft(mentee=mentee, mentor=mentor, goals="Q", message="P")
    return actions.send(request=draft, by=by(mentee, draft))
