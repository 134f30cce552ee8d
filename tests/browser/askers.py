"""For each hand a mentee who asks, mentors who accept and decline, and one to be listed."""

from collections.abc import Callable, Iterable

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Listing
from portal.accounts.models import User
from portal.personal.consents import give
from portal.terms.models import Skill

# Of the demonstration's mentor, whose own code is another one each time.
MENTOR_CODE = "cdfghjkmnp"


def code_of(name: str, hand: str) -> str:
    """Return the code of a mentor of a hand, such as `a-sq-k`."""
    return f"{name[0]}-{hand[:4]}"


def make_askers(hands: Iterable[str], add_person: Callable[[str], User]) -> None:
    """Make those of each hand, and give the demonstration's mentor a code that tests know."""
    Profile.objects.filter(user__email="mentor@example.org").update(code=MENTOR_CODE)
    for hand in hands:
        make_mentee(add_person(f"asker-{hand}@example.org"))
        for name in ("accepts", "declines"):
            make_mentor(add_person(f"{name}-{hand}@example.org"), code_of(name, hand))
        make_candidate(add_person(f"listed-{hand}@example.org"), code_of("listed", hand))


def make_mentor(user: User, code: str) -> None:
    """Make somebody a mentor in the directory, with a code that tests know."""
    give(user, CODE_OF_CONDUCT)
    profile = Profile(
        user=user, name="Arta Gjoni", code=code, is_mentor=True, listing=Listing.LISTED
    )
    profile.reviewed = profile.words()
    profile.save()


def make_candidate(user: User, code: str) -> None:
    """Make somebody a mentor whose profile is filled in, and read by nobody yet."""
    give(user, CODE_OF_CONDUCT)
    profile = Profile.objects.create(
        user=user,
        name="Mira Shpata",
        code=code,
        is_mentor=True,
        headline="Punoj me strehimin.",
        languages=["sq"],
        meetings=["online"],
        hours_a_month=2,
    )
    profile.skills.set(Skill.objects.filter(locale__language_code="sq")[:1])


def make_mentee(user: User) -> None:
    """Make somebody a mentee."""
    give(user, CODE_OF_CONDUCT)
    Profile.objects.create(user=user, name="Dea Hoxha", is_mentee=True)
