"""What members of the mentoring programme say of themselves."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile
from mentoring.pairs.held import HELD as PAIRS
from mentoring.profiles.actions import take_off
from mentoring.requests import held as requests
from mentoring.safeguarding import held as safety
from mentoring.work.held import HELD as WORK
from portal.personal.held import WITH_ACCOUNT, WITH_CONTENT, Ground, Held, Kept, Named
from portal.personal.person import Person

AFTER_LEAVING = 183  # days


def take_out(person: Person) -> None:
    """Have nobody find the person by the search."""
    for profile in Profile.objects.filter(user=person.user):
        take_off(profile=profile)


def take_words_out(profiles: QuerySet[Profile]) -> None:
    """Take the words of people whose profiles go out of what stays of them."""
    requests.take_words_out(profiles)
    safety.take_words_out(profiles)


HELD = [
    *PAIRS,  # first: some are found by the request
    *WORK,
    *safety.HELD,  # before the requests, whose people they name
    *requests.HELD,  # before the profile, by which they are found
    Held(
        model="mentoring.Profile",
        name=_("Your mentoring profile"),
        purpose=_("so that you are found by those whom you chose, and work with who suits you"),
        ground=Ground.SERVICE,
        kept=Kept(
            text=_("as long as you are in the programme, and six months after"),
            due=lambda: safety.left_long_ago(AFTER_LEAVING),
        ),
        links=("user",),
        fields=(
            *("name", "position", "organisation", "municipality", "photograph"),
            *("headline", "headline_en", "about", "about_en", "goals"),
            *("is_mentor", "is_mentee", "needs", "skills", "integration_models", "languages"),
            *("meetings", "times", "hours_a_month", "available_from", "capacity", "time_zone"),
            *("audiences", "listing", "reviewed", "reviewed_at", "returned_because"),
            *("paused_at", "paused_until", "manager_office", "accepts_own_institution"),
            *("joined_at", "left_at"),
        ),
        secret=("code",),
        erase=take_out,
        let_go=take_words_out,
        folder="mentoring",
    ),
    Held(
        model="mentoring.Profile",
        name=_("Mentoring profiles that you accepted"),
        purpose=_("to know who let a profile into the directory"),
        ground=Ground.LEGITIMATE,
        kept=Kept(text=_("as long as the profile is listed")),
        links=("reviewed_by",),
        fields=("reviewed_at",),
        stays=_("The profile stays with the person whom it is about, without your name."),
    ),
    Held(
        model="mentoring.Conflict",
        name=_("Conflicts of interest that you declared"),
        purpose=_("so that two people are not brought together who should not be"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("declared_by",),
        fields=("declared_at",),
        stays=_("The conflict stays with the two people whom it is about, without your name."),
    ),
]
NAMED = [
    Named(
        name=_("Mentoring pages: names in texts and notes"),
        purpose=_("to say how the programme works"),
        ground=Ground.LEGITIMATE,
        kept=WITH_CONTENT.text,
        fields={
            "mentoring.MentoringPage": "body summary internal_note",
            "mentoring.DirectoryPage": "body summary internal_note",
        },
    ),
]
NOBODY = {
    "figures about people that lead to nobody": {
        "mentoring.KeptFigures": "name figures",
    },
    "what messages of mentoring say": {"mentoring.Sentence": "key text"},
}
