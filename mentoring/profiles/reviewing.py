"""What the coordinator decides about a profile before others read it."""

import hashlib
import json

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, override

from mentoring.models import Profile
from mentoring.models.profile import Listing
from mentoring.profiles.actions import lock
from mentoring.texts import Text
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError

NOT_WAITING = gettext_lazy(
    "Nothing was changed: somebody else has decided meanwhile, or the person withdrew the profile."
)
WORDS_CHANGED = gettext_lazy(
    "Nothing was changed: the person has changed the profile since you opened it. Please read it "
    "once more."
)
LISTED = Text(
    "profile_listed",
    gettext_lazy("Your profile is in the directory"),
    gettext_lazy(
        "The coordinator has read your profile. It is in the directory now, and each part is "
        "shown to those whom you chose. You can take it out at any time with one click."
    ),
)
RETURNED = Text(
    "profile_returned",
    gettext_lazy("Please change something in your profile"),
    gettext_lazy("The coordinator has read your profile and asks you to change something."),
)


def seen(profile: Profile) -> str:
    """Return the mark of the words that somebody reads, by which it is known if they change."""
    words = json.dumps(profile.words(), sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


@transaction.atomic
def accept(*, profile: Profile, mark: str, by: User) -> None:
    """List a profile with the words that the coordinator has `seen`; raises RefusedError."""
    profile = _waiting(profile, mark)
    profile.listing, profile.waits_since, profile.returned_because = Listing.LISTED, None, ""
    profile.reviewed = profile.words()
    profile.reviewed_at, profile.reviewed_by = timezone.now(), by
    profile.save()
    record(Action.PROFILE_ACCEPTED, by=by, about=profile.user, of=profile)
    _tell(profile, LISTED)


@transaction.atomic
def send_back(*, profile: Profile, mark: str, because: str, by: User) -> None:
    """Send words back to be changed; what was accepted before stays listed. RefusedError."""
    profile = _waiting(profile, mark)
    if profile.listing == Listing.WAITING:
        profile.listing = Listing.RETURNED
    profile.waits_since, profile.returned_because = None, because
    profile.save()
    record(Action.PROFILE_RETURNED, by=by, about=profile.user, of=profile)
    _tell(profile, RETURNED, because)


def _waiting(profile: Profile, mark: str) -> Profile:
    profile = lock(profile)
    if not profile.waits_since or profile.left_at:
        raise RefusedError(NOT_WAITING)
    if seen(profile) != mark:
        raise RefusedError(WORDS_CHANGED)
    return profile


def _tell(profile: Profile, text: Text, because: str = "") -> None:
    with override(profile.user.language):
        link = reverse("mentoring_profile")
    text.write(profile.user, link=link, more=because)
