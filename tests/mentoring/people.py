"""Members of the mentoring programme, the round they are in, and requests between them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile, Request, Round
from mentoring.models.profile import Audience, Listing, Part
from mentoring.models.request import State
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.consents import give
from tests.portal.people import make

EVERYONE = dict.fromkeys(Part.values, Audience.PUBLIC.value)
TERMS = ("needs", "skills", "integration_models")


def make_profile(
    email: str, *roles: Role, language: str = "sq", user: User | None = None, **fields: Any
) -> Profile:
    """Return a member: by default a mentor whose profile is reviewed and in the directory."""
    user = user or make(email, *roles, language=language)
    give(user, CODE_OF_CONDUCT)
    terms = {name: fields.pop(name) for name in TERMS if name in fields}
    given = {"name": "Ana Leka", "is_mentor": True, "listing": Listing.LISTED} | fields
    profile = Profile(user=user, **given)
    profile.reviewed = profile.words() if profile.listing == Listing.LISTED else {}
    profile.save()
    for name, chosen in terms.items():
        getattr(profile, name).set(chosen)
    return profile


def make_mentee(email: str = "kerkuesja@example.org", **fields: Any) -> Profile:
    """Return a member who looks for a mentor."""
    given = {"name": "Dea Hoxha", "is_mentor": False, "is_mentee": True, "listing": Listing.OFF}
    return make_profile(email, **(given | fields))


def make_round(**fields: Any) -> Round:
    """Return a round that is open today."""
    today = timezone.localdate()
    given = {"opens_on": today, "closes_on": today + timedelta(days=60)}
    return Round.objects.create(**(given | fields))


def make_request(mentee: Profile, mentor: Profile, state: str = State.SENT, **fields: Any):
    """Return a request in a state, sent today, in the round that is open."""
    now = timezone.now()
    given: dict[str, Any] = {"goals": "Të ndërtoj një plan individual."}
    if state != State.DRAFT:
        given |= {"sent_at": now, "due_at": now + timedelta(days=14)}
    given["round"] = Round.objects.filter(is_open=True).first() or make_round()
    return Request.objects.create(mentee=mentee, mentor=mentor, state=state, **(given | fields))
