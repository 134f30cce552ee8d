"""People in the mentoring programme."""

from typing import Any

from django.utils import timezone

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Audience, Listing, Part
from portal.accounts.models import User
from portal.personal.consents import give
from tests.portal.people import make

EVERYONE = dict.fromkeys(Part.values, Audience.PUBLIC.value)


def make_profile(email: str, user: User | None = None, **fields: Any) -> Profile:
    """Return the profile of a new member: by default a listed mentor who shows all to everyone."""
    terms = {name: fields.pop(name, ()) for name in ("needs", "skills", "integration_models")}
    given = {
        "name": email.partition("@")[0].title(),
        "is_mentor": True,
        "listing": Listing.LISTED,
        "audiences": EVERYONE,
        **fields,
    }
    profile = Profile(user=user or make(email), **given)
    if profile.listing == Listing.LISTED:
        profile.reviewed, profile.reviewed_at = profile.words(), timezone.now()
    profile.save()
    give(profile.user, CODE_OF_CONDUCT)
    for name, chosen in terms.items():
        getattr(profile, name).set(chosen)
    return profile


def make_mentee(email: str, **fields: Any) -> Profile:
    """Return the profile of a new person who looks for a mentor and stands in no list."""
    return make_profile(
        email, **{"is_mentor": False, "is_mentee": True, "listing": Listing.OFF, **fields}
    )
