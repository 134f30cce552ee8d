"""For each hand a mentee who asks, a mentor who accepts and one who declines."""

from collections.abc import Callable, Iterable

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Listing
from portal.accounts.models import User
from portal.personal.consents import give

# Of the demonstration's mentor, whose own code is another one each time.
MENTOR_CODE = "cdfghjkmnp"


def code_of(name: str, hand: str) -> str:
    """Return the code of a mentor of a hand, such as `a-sq-k`."""
    return f"{name[0]}-{hand[:4]}"


def make_askers(hands: Iterable[str], add_person: Callable[[str], User]) -> None:
    """Make the three of each hand, and give the demonstration's mentor a code that tests know."""
    Profile.objects.filter(user__email="mentor@example.org").update(code=MENTOR_CODE)
    for hand in hands:
        make_mentee(add_person(f"asker-{hand}@example.org"))
        for name in ("accepts", "declines"):
            make_mentor(add_person(f"{name}-{hand}@example.org"), code_of(name, hand))


def make_mentor(user: User, code: str) -> None:
    """Make somebody a mentor in the directory, with a code that tests know."""
    give(user, CODE_OF_CONDUCT)
    profile = Profile(
        user=user, name="Arta Gjoni", code=code, is_mentor=True, listing=Listing.LISTED
    )
    profile.reviewed = profile.words()
    profile.save()


def make_mentee(user: User) -> None:
    """Make somebody a mentee."""
    give(user, CODE_OF_CONDUCT)
    Profile.objects.create(user=user, name="Dea Hoxha", is_mentee=True)
