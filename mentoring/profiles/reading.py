"""Who is a member, what they are to each other, and who may join."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from mentoring.consents import CODE_OF_CONDUCT
from mentoring.models import Profile, Request, Round
from mentoring.models.profile import Listing
from mentoring.models.request import AT_WORK
from mentoring.profiles.showing import Reader, sees_anything
from portal.accounts.models import Invitation, User
from portal.accounts.typed import signed_in_to_write
from portal.personal.consents import Consent

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
# What an invitation to the programme is for.
PURPOSE = "mentoring"
KEPT = "_mentoring_profile"


def profile_of(user: Any) -> Profile | None:
    """Return the profile of a member, None for anybody else; read once for each `user` object.

    Who left, or has not accepted the code of conduct as it is today, is no member.
    """
    if not user.is_authenticated:
        return None
    if not hasattr(user, KEPT):
        found = own_profile(user)
        is_member = found and not found.left_at and found.accepts_code
        setattr(user, KEPT, found if is_member else None)
    return cast("Profile | None", getattr(user, KEPT))


def own_profile(user: User) -> Any:
    """Return the profile that somebody has or had, with whether it `accepts_code` of today."""
    accepted = Consent.objects.filter(
        user=OuterRef("user"),
        purpose=CODE_OF_CONDUCT.key,
        version=CODE_OF_CONDUCT.version,
        withdrawn_at=None,
    )
    profiles = Profile.objects.select_related("user", "municipality")
    return profiles.filter(user=user).annotate(accepts_code=Exists(accepted)).first()


def forget(user: User) -> None:
    """Have the profile of a person read anew: they joined or left."""
    if hasattr(user, KEPT):
        delattr(user, KEPT)


def is_member(user: Any) -> bool:
    """Whether somebody is a member of the programme."""
    return profile_of(user) is not None


def may_join(user: User) -> bool:
    """Whether somebody who is no member may become one: while a round is open, or invited.

    A member of yesterday may always accept the code of conduct as it is today.
    """
    invited = Invitation.objects.filter(accepted_by=OuterRef("pk"), purpose=PURPOSE)
    inside = Profile.objects.filter(user=OuterRef("pk"), left_at=None)
    may = Q(Exists(Round.objects.today())) | Q(Exists(invited)) | Q(Exists(inside))
    return User.objects.filter(may, pk=user.pk).exists()


def reader_of(user: Any, profile: Profile) -> Reader:
    """Return how near somebody is to the person of a profile, by one query at most."""
    mine = profile_of(user)
    if not mine:
        return Reader.STRANGER
    if mine == profile:
        return Reader.MATCHED
    ours = Q(mentor=mine, mentee=profile) | Q(mentor=profile, mentee=mine)
    is_matched = Request.objects.filter(ours, state__in=AT_WORK).exists()
    return Reader.MATCHED if is_matched else Reader.MEMBER


def may_open(profile: Profile, reader: Reader) -> bool:
    """Whether a profile is there for a reader: else its page and photograph are not found."""
    if profile.left_at or not profile.user.is_active:
        return False
    is_listed = profile.is_mentor and profile.listing == Listing.LISTED
    return reader == Reader.MATCHED or (is_listed and sees_anything(profile, reader))


def members(view: View) -> View:
    """Let in members; lead others who may join to where they do; nobody else learns of the page."""

    @signed_in_to_write
    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if is_member(request.user):
            return view(request, *args, **kwargs)
        if may_join(cast(User, request.user)):
            return redirect("mentoring_join")
        raise Http404

    return cast(View, wrapped)
