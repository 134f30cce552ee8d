"""What can be reported: each kind is found as one of the two sees it, else there is Http404."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mentoring.models import PairMessage, Profile, Request, Session
from mentoring.models.report import Kind
from mentoring.models.request import AT_WORK, OPEN, State
from mentoring.profiles.reading import may_open, reader_of
from mentoring.requests.reading import Seen, called, request_of


@dataclass(frozen=True)
class Thing:
    """Something that a member (`me`) sees of another; `url` is where they see it."""

    me: Profile
    other: Profile
    request: Request | None
    url: str

    @property
    def other_name(self) -> str:
        """What the other is called, as far as I may see it."""
        if self.request:
            return Seen(self.request, self.me).other_name
        return called(self.other, reader_of(self.me.user, self.other), is_mentor=True)


def of_pair(me: Profile, key: UUID) -> Thing:
    """Return a pair, or a request, of mine."""
    seen = request_of(me, key)
    if not seen.other or seen.request.state == State.DRAFT:
        raise Http404
    return Thing(me, seen.other, seen.request, seen.request.get_absolute_url())


def within_a_pair(model: type[Any]) -> Callable[[Profile, UUID], Thing]:
    """Return what finds a row of a pair by its `key`, whose field `request` is the pair."""

    def find(me: Profile, key: UUID) -> Thing:
        row = get_object_or_404(model._default_manager.select_related("request"), key=key)
        return of_pair(me, row.request.key)

    return find


def of_profile(me: Profile, key: UUID) -> Thing:
    """Return the profile of another whom I may open, with what we have to do with each other."""
    profile = get_object_or_404(Profile.objects.select_related("user"), key=key)
    if profile == me or not may_open(profile, reader_of(me.user, profile)):
        raise Http404
    active = Request.objects.between(me, profile).filter(state__in=(*OPEN, *AT_WORK))
    found = active.select_related("mentor__user", "mentee__user").order_by("answered_at").first()
    return Thing(me, profile, found, reverse("mentor", args=[profile.code]))


FINDERS: dict[str, Callable[[Profile, UUID], Thing]] = {
    Kind.PAIR: of_pair,
    Kind.MESSAGE: within_a_pair(PairMessage),
    Kind.SESSION: within_a_pair(Session),
    Kind.PROFILE: of_profile,
}


def find(me: Profile, kind: str, key: UUID) -> Thing:
    """Return what somebody may report; raises Http404 for anything else."""
    if kind not in FINDERS:
        raise Http404
    return FINDERS[kind](me, key)
