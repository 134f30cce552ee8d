"""Who is a member, and what they are to each other."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile, Request
from mentoring.models.profile import Listing, Part
from mentoring.models.request import AT_WORK
from mentoring.profiles.showing import Reader, sees
from portal.accounts.typed import signed_in_to_write
from portal.personal.consents import holds

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def profile_of(user: Any) -> Profile | None:
    """Return the profile of a member, None for anybody else."""
    if not user.is_authenticated or not holds(user, CODE_OF_CONDUCT):
        return None
    return Profile.objects.select_related("user").filter(user=user, left_at=None).first()


def is_member(user: Any) -> bool:
    """Whether somebody is a member of the programme."""
    return profile_of(user) is not None


def reader_of(user: Any, profile: Profile) -> Reader:
    """Return how near somebody is to the person of a profile."""
    mine = profile_of(user)
    if not mine:
        return Reader.STRANGER
    if mine == profile:
        return Reader.MATCHED
    ours = Q(mentor=mine, mentee=profile) | Q(mentor=profile, mentee=mine)
    is_matched = Request.objects.filter(ours, state__in=AT_WORK).exists()
    return Reader.MATCHED if is_matched else Reader.MEMBER


def may_open(profile: Profile, reader: Reader) -> bool:
    """Whether a profile is there for a reader."""
    if profile.left_at or not profile.user.is_active:
        return False
    is_listed = profile.is_mentor and profile.listing == Listing.LISTED
    return reader == Reader.MATCHED or (
        is_listed and any(sees(profile, part, reader) for part in Part)
    )


def members(view: View) -> View:
    """Let in members; nobody else learns of the page."""

    @signed_in_to_write
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not is_member(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return cast(View, wrapped)
