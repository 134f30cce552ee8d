"""What people, the coordinator and the clock do with requests; each is one transaction.

Every action that locks profiles does it in the order of their numbers, the round before them: call
none of them while you hold the lock of one profile.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.matching.conflicts import may_meet
from mentoring.models import Profile, Request, Round, Waiting
from mentoring.models.request import AT_WORK, OPEN, State
from mentoring.requests import guards, telling, waiting
from mentoring.requests.rules import ANSWER_WITHIN, NOTHING, RULES, By, Step
from mentoring.requests.steps import CLOCK, Actor, keep, lock_people, locked, move, take
from mentoring.work.award import certify_both, lock_accounts
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError


@transaction.atomic
def save_draft(*, mentee: Profile, mentor: Profile, goals: str, message: str) -> Request:
    """Keep what a mentee writes to a mentor; there is one draft between the same two."""
    current = guards.open_round()
    lock_people([mentee.pk, mentor.pk])
    draft, _is_new = Request.objects.update_or_create(
        mentee=mentee,
        mentor=mentor,
        state=State.DRAFT,
        defaults={"goals": goals, "message": message},
        create_defaults={"goals": goals, "message": message, "round": current},
    )
    return draft


@transaction.atomic
def discard_draft(*, draft: Request) -> None:
    """Delete a draft; what was sent meanwhile stays."""
    for row in locked(Request.objects.filter(pk=draft.pk, state=State.DRAFT)):
        row.delete()


@transaction.atomic
def send(*, request: Request, by: Actor) -> Request:
    """Send a draft: from now on the mentor has the days of the reply promise."""
    current, times = guards.open_round(), _times()
    row = take(Step.SEND, request=request, actor=by, round=current, **times)
    Waiting.objects.filter(mentee=row.mentee, mentor=row.mentor).delete()
    return row


@transaction.atomic
def accept(*, request: Request, by: Actor) -> Request:
    """Accept a request, or agree to a proposal, which is accepted when both did."""
    row = take(Step.ACCEPT, request=request, actor=by)
    if row.state == State.ACCEPTED:
        Waiting.objects.filter(mentee=row.mentee, mentor=row.mentor).delete()
    return row


@transaction.atomic
def decline(*, request: Request, by: Actor, reason: str, answer: str = "") -> Request:
    """Decline with a reason of the list and, if one wishes, words of one's own."""
    return _free(take(Step.DECLINE, request=request, actor=by, reason=reason, answer=answer))


@transaction.atomic
def withdraw(*, request: Request, by: Actor) -> Request:
    """Take back what one asked, or what one proposed as the coordinator."""
    row = take(Step.WITHDRAW, request=request, actor=by)
    _audit(Action.PROPOSAL_WITHDRAWN, row, by)
    return _free(row)


@transaction.atomic
def end(*, request: Request, by: Actor) -> Request:
    """End a pair before its work is done; nobody has to say why."""
    row = take(Step.END, request=request, actor=by)
    _audit(Action.PAIR_ENDED, row, by)
    return _free(row)


@transaction.atomic
def complete(*, request: Request, by: Actor) -> Request:
    """Note that a pair has done its work; both get a certificate if they met often enough."""
    lock_accounts(request)
    row = take(Step.COMPLETE, request=request, actor=by)
    _audit(Action.PAIR_COMPLETED, row, by)
    certify_both(row)
    return _free(row)


@transaction.atomic
def expire(*, request: Request) -> Request:
    """End a request whose time for an answer is over; raises RefusedError before."""
    rows = locked(Request.objects.filter(pk=request.pk, due_at__lte=timezone.now()))
    if not rows:
        raise RefusedError(_("This request is not due."))
    return _free(move(rows[0], Step.EXPIRE, CLOCK))


@transaction.atomic
def propose(*, mentee: Profile, mentor: Profile, goals: str, message: str, by: User) -> Request:
    """Propose a pair as the coordinator; each of the two agrees or declines."""
    current = guards.open_round()
    people = lock_people([mentee.pk, mentor.pk])
    mentee, mentor = people[mentee.pk], people[mentor.pk]
    if mentee == mentor:
        raise RefusedError(_("Choose two different people."))
    if not may_meet(mentor, mentee):
        raise RefusedError(_("These two are not to be brought together."))
    row = Request(
        mentee=mentee,
        mentor=mentor,
        round=current,
        goals=goals,
        message=message,
        proposed_by=by,
        state=RULES[NOTHING, Step.PROPOSE].to,
        **_times(),
    )
    guards.OF[Step.PROPOSE](row)
    row.save()
    actor = Actor(By.COORDINATOR, by)
    keep(row, NOTHING, actor)
    _audit(Action.PAIR_PROPOSED, row, actor)
    telling.tell(row, Step.PROPOSE, By.COORDINATOR, NOTHING)
    return row


@transaction.atomic
def close_open(*, mentor: Profile) -> int:
    """End what waits for the answer of a mentor, kindly and without saying why; return how many.

    For a mentor who pauses. Their pairs and their waiting list go on.
    """
    return _close(Request.objects.open().filter(mentor=mentor), untold=mentor)


@transaction.atomic
def close_everything(*, profile: Profile) -> int:
    """End all that a person asked, was asked and is at work on; for whoever leaves or is erased."""
    theirs = Request.objects.filter(Q(mentee=profile) | Q(mentor=profile))
    count = _close(theirs.filter(state__in=(*OPEN, *AT_WORK)), untold=profile)
    Request.objects.filter(mentee=profile, state=State.DRAFT).delete()
    Waiting.objects.filter(Q(mentee=profile) | Q(mentor=profile)).delete()
    return count


@transaction.atomic
def part(*, one: Profile, other: Profile) -> int:
    """End all between two people of whom one blocked the other, or who are in conflict."""
    count = _close(Request.objects.between(one, other).filter(state__in=(*OPEN, *AT_WORK)))
    people = (one, other)
    Waiting.objects.filter(mentee__in=people, mentor__in=people).delete()
    return count


@transaction.atomic
def close_round(*, round: Round, by: User | None = None) -> int:  # noqa: A002, mentoring's term
    """Close a round and end what is open in it; pairs at work go on. Return how many ended."""
    row = Round.objects.select_for_update().filter(pk=round.pk, is_open=True).first()
    if row is None:
        return 0
    row.is_open, row.closed_at = False, timezone.now()
    row.save(update_fields=["is_open", "closed_at"])
    record(Action.ROUND_CLOSED, by=by, of=round)
    return _close(Request.objects.open().filter(round=round))


ENDINGS = {State.SENT: Step.EXPIRE, State.PROPOSED: Step.EXPIRE, State.ACCEPTED: Step.END}


def _close(requests: QuerySet[Request], untold: Profile | None = None) -> int:
    rows = locked(requests)
    for row in rows:
        move(row, ENDINGS[State(row.state)], CLOCK, untold=untold)
    return len(rows)


def _free(row: Request) -> Request:
    """Tell who waits for the mentor, where there is room now."""
    if row.mentor:
        waiting.tell_next(row.mentor, is_able=guards.answers(row.mentor))
    return row


def _times() -> dict[str, datetime]:
    now = timezone.now()
    return {"sent_at": now, "due_at": now + ANSWER_WITHIN}


def _audit(action: Action, row: Request, actor: Actor) -> None:
    """Write down what a coordinator did; what the two do themselves is in the history."""
    if actor.by == By.COORDINATOR:
        about = row.mentee.user if row.mentee else None
        record(action, by=actor.user, about=about, of=row)
