"""What a person does with their profile: join, write, be listed, pause, leave."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile
from mentoring.models.profile import Listing
from mentoring.profiles.complete import missing
from mentoring.profiles.reading import forget
from mentoring.requests.actions import close_everything, close_open
from portal.accounts.models import User
from portal.personal.consents import give
from portal.publishing.refusals import RefusedError
from search.index.write import forget as out_of_search

FROM_ACCOUNT = ("name", "position", "organisation", "municipality")


@transaction.atomic
def join(*, user: User, is_mentor: bool, is_mentee: bool) -> Profile:
    """Make somebody a member who accepts the code of conduct of today, or a member again.

    A new profile begins with what their account says of them.
    """
    forget(user)
    user = User.objects.locked().get(pk=user.pk)
    give(user, CODE_OF_CONDUCT)
    known = {name: getattr(user, name) for name in FROM_ACCOUNT}
    profile, _is_new = Profile.objects.get_or_create(user=user, defaults=known)
    profile = lock(profile)
    if profile.left_at:
        profile.left_at = profile.paused_at = profile.paused_until = None
    profile.is_mentor, profile.is_mentee = is_mentor, is_mentee
    _take_off_who_is_no_mentor(profile)
    profile.save()
    return profile


@transaction.atomic
def save(*, profile: Profile, said: Mapping[str, Any]) -> None:
    """Keep what somebody says of themselves, by the names of the fields.

    Words of a listed person that changed wait for the coordinator; all else is shown at once.
    """
    profile = lock(profile)
    before, audiences = profile.words(), profile.audiences
    for name, value in said.items():
        field: Any = Profile._meta.get_field(name)
        field.save_form_data(profile, value)
    note_changed_words(profile, before)
    _take_off_who_is_no_mentor(profile)
    profile.save()
    if profile.audiences != audiences:
        out_of_search({profile.key})  # until it is read again, with what is still for everyone


@transaction.atomic
def ask_to_be_listed(*, profile: Profile) -> None:
    """Let a profile wait for the coordinator; raises RefusedError if something is missing."""
    profile = lock(profile)
    if profile.listing in (Listing.WAITING, Listing.LISTED):
        return
    if wanted := missing(profile):
        raise RefusedError(
            _("Before you can be listed, please fill in: %(list)s.") % {"list": ", ".join(wanted)}
        )
    profile.listing, profile.waits_since = Listing.WAITING, timezone.now()
    profile.returned_because = ""
    profile.save()


@transaction.atomic
def take_off(*, profile: Profile) -> None:
    """Take a profile out of the directory, the search and the suggestions, at once."""
    profile = lock(profile)
    _take_off(profile)
    profile.save()


@transaction.atomic
def pause(*, profile: Profile, until: date | None = None) -> None:
    """Take nobody new for a while; who waits for an answer is told, and nobody is told why."""
    close_open(mentor=profile)  # first, for it locks others with the person
    profile = lock(profile)
    profile.paused_at, profile.paused_until = timezone.now(), until
    profile.save()


@transaction.atomic
def resume(*, profile: Profile) -> None:
    """Take somebody new again."""
    profile = lock(profile)
    profile.paused_at = profile.paused_until = None
    profile.save()


@transaction.atomic
def leave(*, user: User) -> None:
    """Take somebody out of the programme; who was never in it stays as they are."""
    forget(user)
    profile = Profile.objects.filter(user=user, left_at=None).first()
    if not profile:
        return
    close_everything(profile=profile)  # first, for it locks others with the person
    profile = lock(profile)
    _take_off(profile)
    profile.left_at = profile.paused_at = timezone.now()
    profile.paused_until = None
    profile.save()


def lock(profile: Profile) -> Profile:
    """Return the profile as it is now, locked in the caller's transaction."""
    return Profile.objects.select_for_update(of=("self",)).select_related("user").get(pk=profile.pk)


def note_changed_words(profile: Profile, before: Mapping[str, Any]) -> None:
    """Let a listed person's words wait if they are others than `before` and than those accepted."""
    words = profile.words()
    if profile.listing == Listing.LISTED and words != before:
        profile.waits_since = None if words == profile.reviewed else timezone.now()
        profile.returned_because = ""


def _take_off_who_is_no_mentor(profile: Profile) -> None:
    if not profile.is_mentor and profile.listing != Listing.OFF:
        _take_off(profile)


def _take_off(profile: Profile) -> None:
    profile.listing = Listing.OFF
    profile.reviewed, profile.returned_because = {}, ""
    profile.reviewed_at = profile.reviewed_by = profile.waits_since = None
    out_of_search({profile.key})
