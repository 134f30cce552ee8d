"""Many mentors and one mentee, the same in every run."""

from typing import Any

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Listing
from portal.accounts.models import User
from portal.personal.consents import give
from portal.terms.models import Municipality, Need, Skill, source_terms

TERMS = {"needs": Need, "skills": Skill}
EACH = 3  # terms of a person


def make_mentors(number: int) -> None:
    """Make so many mentors, each with a few of all needs and skills; once for each number."""
    places = [*Municipality.objects.filter(source_terms()).order_by("pk")]
    people = User.objects.bulk_create(
        User(email=f"mentor{each}.{number}@example.org", name=f"Mentor {each}")
        for each in range(number)
    )
    profiles = Profile.objects.bulk_create(
        Profile(
            user=person,
            name=person.name,
            is_mentor=True,
            listing=Listing.LISTED,
            reviewed={"name": person.name, "headline": "Punoj me të mbijetuara"},
            municipality=places[each % len(places)],
            languages=["sq", "en"][: 1 + each % 2],
            meetings=["online", "in_person"][: 1 + each % 2],
            times=["mornings", "evenings"][: 1 + each % 2],
            capacity=1 + each % 3,
        )
        for each, person in enumerate(people)
    )
    for name, model in TERMS.items():
        terms = [*model.objects.filter(source_terms()).order_by("pk")]
        through: Any = getattr(Profile, name).through
        through.objects.bulk_create(
            through(
                profile_id=profile.pk,
                **{f"{model._meta.model_name}_id": terms[(each + step) % len(terms)].pk},
            )
            for each, profile in enumerate(profiles)
            for step in range(min(EACH, len(terms)))
        )


def make_mentee() -> Profile:
    """Make a mentee who has said something of everything."""
    user, _made = User.objects.get_or_create(email="mentee.bench@example.org")
    give(user, CODE_OF_CONDUCT)
    mentee = Profile.objects.create(
        user=user,
        name="Mentee",
        is_mentee=True,
        municipality=Municipality.objects.filter(source_terms()).order_by("pk").first(),
        languages=["sq"],
        meetings=["online"],
        times=["evenings"],
        goals="Të mësoj si ndërtohet një plan individual.",
    )
    for name, model in TERMS.items():
        getattr(mentee, name).set(model.objects.filter(source_terms()).order_by("pk")[:EACH])
    return mentee
