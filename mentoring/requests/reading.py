"""A request as one of its two people sees it: who the other is, what happens next, what to do."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Profile, Request, Waiting
from mentoring.models.profile import Part
from mentoring.models.report import has_open_report
from mentoring.models.request import AT_WORK, State
from mentoring.profiles.reading import may_open
from mentoring.profiles.showing import Reader, Shown, sees
from mentoring.requests.rules import TURN, By, Step, steps
from mentoring.requests.sentences import STANDS
from mentoring.requests.steps import Actor
from mentoring.safeguarding.pausing import PAUSED

UNDECIDED = (State.DECLINED, State.EXPIRED, State.ENDED_EARLY)
# What happens next, by the state and by who reads it; others need nothing but the state.
NEXT = {
    (State.DRAFT, By.MENTEE): gettext_lazy("Only you see it. Send it when you are ready."),
    (State.SENT, By.MENTEE): gettext_lazy(
        "The mentor has until %(day)s to answer, and we remind them twice. Without an answer the "
        "request ends by itself, and we suggest others to you."
    ),
    (State.SENT, By.MENTOR): gettext_lazy("Please answer by %(day)s."),
    (State.ACCEPTED, By.MENTEE): gettext_lazy(
        "You work together now and see each other’s whole profile."
    ),
    (State.ACCEPTED, By.MENTOR): gettext_lazy(
        "You work together now and see each other’s whole profile."
    ),
    (State.DECLINED, By.MENTEE): gettext_lazy(
        "This says nothing about you or your goals. Other mentors may suit them too."
    ),
    (State.DECLINED, By.MENTOR): gettext_lazy("There is nothing more to do."),
    (State.WITHDRAWN, By.MENTEE): gettext_lazy("You can ask again, or ask somebody else."),
    (State.WITHDRAWN, By.MENTOR): gettext_lazy("There is nothing more to do."),
    (State.EXPIRED, By.MENTEE): gettext_lazy(
        "The mentor could not answer. Other mentors may suit your goals too; you can ask straight "
        "away."
    ),
    (State.EXPIRED, By.MENTOR): gettext_lazy("There is nothing more to do."),
    (State.ENDED_EARLY, By.MENTEE): gettext_lazy(
        "You can go on with another mentor whenever you like."
    ),
    (State.ENDED_EARLY, By.MENTOR): gettext_lazy("There is nothing more to do."),
    (State.COMPLETED, By.MENTEE): gettext_lazy("Thank you for the time that you gave it."),
    (State.COMPLETED, By.MENTOR): gettext_lazy("Thank you for the time that you gave it."),
}
AGREE = gettext_lazy("Say by %(day)s whether you agree. It begins only if both do.")
AGREED = gettext_lazy("You agreed. The other person has until %(day)s to answer.")


@dataclass(frozen=True)
class Seen:
    """A request as `me`, one of its two people, sees it."""

    request: Request
    me: Profile

    @cached_property
    def role(self) -> By:
        """As what I read it."""
        return self.request.role_of(self.me)

    @property
    def actor(self) -> Actor:
        """Who I am to the rules."""
        return Actor(self.role, self.me.user)

    @property
    def is_mentor(self) -> bool:
        """Whether I am asked."""
        return self.role == By.MENTOR

    @property
    def other(self) -> Profile | None:
        """The other, unless they were erased."""
        return self.request.other_of(self.role)

    @property
    def reader(self) -> Reader:
        """How near I am to the other."""
        return Reader.MATCHED if self.request.state in AT_WORK else Reader.MEMBER

    @cached_property
    def other_name(self) -> str:
        """What the other is called: by the name where I may see it."""
        other = self.other
        if not other or other.left_at or not other.user.is_active:
            return _("somebody who is no longer here")
        return called(other, self.reader, is_mentor=not self.is_mentor)

    @property
    def other_work(self) -> str:
        """Where the other works, if they show it to me; of mentors their profile says it."""
        other = self.other
        if not self.is_mentor or not other or not sees(other, Part.WORK, self.reader):
            return ""
        return ", ".join(filter(None, [other.position, other.organisation]))

    @property
    def profile_url(self) -> str:
        """Where I read more of the other, where there is something for me."""
        other = self.other
        return (
            reverse("mentor", args=[other.code]) if other and may_open(other, self.reader) else ""
        )

    @property
    def url(self) -> str:
        """Where I go on with it: of a pair that is its own page."""
        if self.request.is_pair:
            return reverse("mentoring_pair", args=[self.request.key])
        return self.request.get_absolute_url()

    @property
    def has_agreed(self) -> bool:
        """Whether I agreed to what the coordinator proposed."""
        return self.request.state == State.PROPOSED and self.request.agreed(self.role)

    @property
    def waits_for_me(self) -> bool:
        """Whether I am to answer."""
        return Step.ACCEPT in self.steps

    @property
    def steps(self) -> set[Step]:
        """What I may do now."""
        not_now = {Step.ACCEPT} if self.has_agreed else set()
        if self.is_paused:
            not_now.add(Step.COMPLETE)
        return steps(self.request.state, self.role) - not_now

    @property
    def is_paused(self) -> bool:
        """Whether contact in this pair is paused; of a request that is open nobody is told."""
        return self.request.state in AT_WORK and self.request.has_open_report

    @property
    def stands(self) -> str:
        """How far it has come."""
        return str(STANDS[State(self.request.state)])

    @property
    def following(self) -> str:
        """What happens next, and until when."""
        if self.is_paused:
            return str(PAUSED)
        if self.request.state == State.PROPOSED:
            text = AGREED if self.has_agreed else AGREE
        else:
            text = NEXT[State(self.request.state), self.role]
        said, due = str(text), self.request.due_at
        day = date_format(timezone.localtime(due), "DATE_FORMAT") if due else ""
        return said % {"day": day} if "%(day)s" in said else said

    @property
    def leads_on(self) -> bool:
        """Whether I am led to the next suggestions."""
        return not self.is_mentor and self.request.state in UNDECIDED

    @property
    def is_over(self) -> bool:
        """Whether nothing comes after it."""
        return not steps(self.request.state, self.role) and self.request.state != State.DRAFT


def called(profile: Profile, reader: Reader, *, is_mentor: bool) -> str:
    """Return the name of a person where a reader sees it, else what they are.

    Of mentors others read what was reviewed; a mentee is known to whom they write.
    """
    if reader == Reader.MATCHED or (not is_mentor and sees(profile, Part.NAME, reader)):
        return profile.name
    return Shown(profile, reader).name or (_("a mentor") if is_mentor else _("a mentee"))


def requests_of(profile: Profile) -> QuerySet[Request]:
    """Return what a person sent and got, with the other, the newest first."""
    rows: Any = Request.objects.of(profile).select_related("mentor__user", "mentee__user")
    return rows.annotate(has_open_report=has_open_report())


def request_of(profile: Profile, key: UUID) -> Seen:
    """Return a request as one of its two people sees it; raises Http404 for anybody else."""
    return Seen(get_object_or_404(requests_of(profile), key=key), profile)


def mentor_for(code: str) -> Profile:
    """Return the mentor of a code whom members see, whoever may ask them; raises Http404."""
    found = Profile.objects.select_related("user").filter(code=code, is_mentor=True).first()
    if not found or not may_open(found, Reader.MEMBER):
        raise Http404
    return found


def between(mentee: Profile, mentor: Profile) -> Request | None:
    """Return what is open or at work between two people, if anything is."""
    both = Request.objects.filter(mentee=mentee, mentor=mentor)
    return (both.open() | both.at_work()).first()


@dataclass(frozen=True)
class Waits:
    """That a person is on the waiting list of a mentor."""

    row: Waiting

    @property
    def name(self) -> str:
        """What the mentor is called."""
        return called(self.row.mentor, Reader.MEMBER, is_mentor=True)

    @property
    def until(self) -> datetime | None:
        """Until when the person can ask, if there is a place and it is their turn."""
        return self.row.told_at + TURN if self.row.told_at else None


def waits_of(profile: Profile) -> list[Waits]:
    """Return the waiting lists that a person is on."""
    rows = Waiting.objects.filter(mentee=profile).select_related("mentor__user")
    return [*map(Waits, rows)]
