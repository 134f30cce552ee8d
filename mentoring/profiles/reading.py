"""Who is a member, what they are to each other, and who may join."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
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
KEPT = "_mentoring"


@dataclass(frozen=True)
class Standing:
    """How somebody stands to the programme.

    `known` is the profile that they have or had; `profile` the same while they are a member.
    """

    known: Profile | None = None
    profile: Profile | None = None
    may_join: bool = False


def standing_of(user: Any) -> Standing:
    """Return how somebody stands to the programme, read once for each `user` object.

    A member has not left and has accepted the code of conduct as it is today. Others may join while
    a round is open, if they were invited, or if they were members by an earlier code.
    """
    if not user.is_authenticated:
        return Standing()
    if not hasattr(user, KEPT):
        setattr(user, KEPT, _standing(user))
    return cast(Standing, getattr(user, KEPT))


def _standing(user: User) -> Standing:
    of_user = OuterRef("pk")
    accepted = Consent.objects.filter(
        user=of_user,
        purpose=CODE_OF_CONDUCT.key,
        version=CODE_OF_CONDUCT.version,
        withdrawn_at=None,
    )
    invited = Invitation.objects.filter(accepted_by=of_user, purpose=PURPOSE)
    facts = {
        "accepts_code": Exists(accepted),
        "may_join": ExpressionWrapper(
            Q(Exists(Round.objects.today())) | Q(Exists(invited)), output_field=BooleanField()
        ),
    }
    people = User.objects.select_related("mentoring_profile__municipality").annotate(**facts)
    found: Any = people.get(pk=user.pk)
    known = getattr(found, "mentoring_profile", None)
    is_inside = bool(known and not known.left_at)
    profile = known if is_inside and found.accepts_code else None
    return Standing(known, profile, may_join=is_inside or found.may_join)


def profile_of(user: Any) -> Profile | None:
    """Return the profile of a member, None for anybody else."""
    return standing_of(user).profile


def mine(request: HttpRequest) -> Profile:
    """Return the profile of the member who asks."""
    return cast(Profile, profile_of(request.user))


def is_member(user: Any) -> bool:
    """Whether somebody is a member of the programme."""
    return profile_of(user) is not None


def forget(user: User) -> None:
    """Have it read anew how somebody stands: they joined or left."""
    if hasattr(user, KEPT):
        delattr(user, KEPT)


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
        if standing_of(request.user).may_join:
            return redirect("mentoring_join")
        raise Http404

    return cast(View, wrapped)
