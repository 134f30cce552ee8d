"""What the coordinator decides about a profile before others read it."""

import hashlib
import json

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from mentoring.models import Profile
from mentoring.models.profile import Listing
from mentoring.profiles.actions import lock
from portal.accounts.messages import write
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
    _tell(
        profile,
        subject=gettext_lazy("Your profile is in the directory"),
        text=gettext_lazy(
            "The coordinator has read your profile. It is in the directory now, and each part is "
            "shown to those whom you chose. You can take it out at any time with one click."
        ),
    )


@transaction.atomic
def send_back(*, profile: Profile, mark: str, because: str, by: User) -> None:
    """Send words back to be changed; what was accepted before stays listed. RefusedError."""
    profile = _waiting(profile, mark)
    if profile.listing == Listing.WAITING:
        profile.listing = Listing.RETURNED
    profile.waits_since, profile.returned_because = None, because
    profile.save()
    record(Action.PROFILE_RETURNED, by=by, about=profile.user, of=profile)
    with override(profile.user.language):
        said = _("The coordinator has read your profile and asks you to change something.")
        _tell(
            profile,
            subject=_("Please change something in your profile"),
            text=f"{said}\n\n{because}",
        )


def _waiting(profile: Profile, mark: str) -> Profile:
    profile = lock(profile)
    if not profile.waits_since or profile.left_at:
        raise RefusedError(NOT_WAITING)
    if seen(profile) != mark:
        raise RefusedError(WORDS_CHANGED)
    return profile


def _tell(profile: Profile, *, subject: object, text: object) -> None:
    with override(profile.user.language):
        link = reverse("mentoring_profile")
    write(profile.user, subject=subject, text=text, link=link)
