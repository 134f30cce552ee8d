"""Takes a step of a request: locks whom it is about, asks the rules, and keeps the history."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Change, Profile, Request
from mentoring.models.request import State
from mentoring.requests import guards, telling
from mentoring.requests.rules import RULES, By, Step
from mentoring.requests.sentences import STANDS
from mentoring.work.settling import settle
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError


@dataclass(frozen=True)
class Actor:
    """Who takes a step, and as what."""

    by: By
    user: User | None = None

    @classmethod
    def of(cls, request: Request, profile: Profile) -> "Actor":
        """Return one of the two whom a request is about."""
        return cls(request.role_of(profile), profile.user)


CLOCK = Actor(By.CLOCK)


class AlreadyDoneError(RefusedError):
    """Raised when the same person has taken the same step before; nothing is wrong."""


def lock_people(profiles: Iterable[int | None]) -> dict[int, Profile]:
    """Lock profiles in the order of their numbers, so that no two wait for each other."""
    numbers = {number for number in profiles if number}
    rows = Profile.objects.select_for_update(of=("self",)).select_related("user")
    return {row.pk: row for row in rows.filter(pk__in=numbers).order_by("pk")}


def locked(requests: QuerySet[Request]) -> list[Request]:
    """Lock the people of some requests, then those which are still among them, and return these.

    Whoever calls it holds no lock of a profile yet.
    """
    known = [*requests.values_list("pk", "mentee", "mentor")]
    people = lock_people(number for row in known for number in row[1:])
    rows = requests.filter(pk__in=[row[0] for row in known]).order_by("pk")
    found = [*rows.select_for_update(of=("self",))]
    for row in found:
        row.mentee, row.mentor = people.get(row.mentee_id or 0), people.get(row.mentor_id or 0)
    return found


@transaction.atomic
def take(step: Step, *, request: Request, actor: Actor, **said: Any) -> Request:
    """Take a step of a request and return it as it is then; raises RefusedError."""
    rows = locked(Request.objects.filter(pk=request.pk))
    if not rows:
        raise RefusedError(_("This request is not there any more."))
    return move(rows[0], step, actor, **said)


def move(
    row: Request, step: Step, actor: Actor, *, untold: Profile | None = None, **said: Any
) -> Request:
    """Take a step of a request that is locked with its people; `said` are fields to be kept.

    The other is told, both where the clock or the coordinator takes it, but not who is `untold`.
    """
    rule = RULES.get((row.state, step))
    if not rule or actor.by not in rule.by:
        raise _refusal(row, step, actor)
    if row.state == State.PROPOSED and step == Step.ACCEPT and row.agreed(actor.by):
        raise _already()
    if guard := guards.OF.get(step):
        guard(row)
    was, now = row.state, timezone.now()
    for name, value in said.items():
        setattr(row, name, value)
    row.state = rule.to
    if step == Step.ACCEPT and was == State.PROPOSED:
        setattr(row, f"{actor.by}_agreed_at", now)
        if not (row.mentor_agreed_at and row.mentee_agreed_at):
            row.state = State.PROPOSED
    if row.state in (State.ACCEPTED, State.DECLINED):
        row.answered_at = row.answered_at or now
    row.save()
    settle(row)
    keep(row, was, actor)
    telling.tell(row, step, actor.by, was, untold)
    return row


def keep(row: Request, was: str, actor: Actor) -> None:
    """Add a line to the history of a request."""
    Change.objects.create(request=row, was=was, state=row.state, by=actor.by, user=actor.user)


def _refusal(row: Request, step: Step, actor: Actor) -> RefusedError:
    last = row.changes.last()
    if (
        last
        and last.user_id
        and (last.by, last.user_id) == (actor.by, getattr(actor.user, "pk", 0))
    ):
        rule = RULES.get((last.was, step))
        if rule and rule.to == row.state:
            return _already()
    said = {"state": STANDS[State(row.state)]}
    return RefusedError(_("%(state)s Nothing was changed.") % said)


def _already() -> AlreadyDoneError:
    return AlreadyDoneError(_("You have done this already. Nothing more was changed."))
