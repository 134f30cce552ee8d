"""A pair at work, and what its two type."""

from typing import Any

from mentoring.models import Profile, Request
from mentoring.models.request import State
from tests.mentoring.people import make_request

AGREED = {
    "goals": "Tri takime me komisionin.",
    "rhythm": "fortnightly",
    "rhythm_words": "",
    "ending": "Me një mesazh.",
}


def make_pair(mentee: Profile, mentor: Profile, state: str = State.ACCEPTED) -> Request:
    """Return a pair, at work unless told otherwise."""
    return make_request(mentee, mentor, state)


def typed(mark: str = "", **said: Any) -> dict[str, Any]:
    """Return the form of an agreement, filled in."""
    return {**AGREED, "mark": mark, **said}
