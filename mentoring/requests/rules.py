"""The rules of a request: which step leads where, and who takes it. Nothing else knows them.

draft ─send→ sent ─accept→ accepted ─complete→ completed
              ├─decline→ declined     └─end→ ended early
              ├─withdraw→ withdrawn
              └─expire→ expired
(nothing) ─propose→ proposed ─accept, by both→ accepted; else as sent, and either declines

A draft that its author drops is deleted: nobody else ever saw it.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import TextChoices

from mentoring.models.request import Change, State

By = Change.By

# The reply promise: when the mentor is reminded, and when the request ends by itself.
REMIND_AFTER = (timedelta(days=7), timedelta(days=12))
ANSWER_WITHIN = timedelta(days=14)
MOST_OPEN = 3  # of one mentee
# How long whoever is first on a waiting list has to ask, before the next is told.
TURN = timedelta(days=7)
NOTHING = ""  # what was before a proposal


class Step(TextChoices):
    """What somebody does with a request."""

    SEND = "send"
    PROPOSE = "propose"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    END = "end"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Rule:
    """Where a step leads, and as what one may take it."""

    to: State
    by: frozenset[By]


def rule(to: State, *by: By) -> Rule:
    return Rule(to, frozenset(by))


BOTH = (By.MENTOR, By.MENTEE)
RULES: dict[tuple[str, Step], Rule] = {
    (State.DRAFT, Step.SEND): rule(State.SENT, By.MENTEE),
    (NOTHING, Step.PROPOSE): rule(State.PROPOSED, By.COORDINATOR),
    (State.SENT, Step.ACCEPT): rule(State.ACCEPTED, By.MENTOR),
    (State.SENT, Step.DECLINE): rule(State.DECLINED, By.MENTOR),
    (State.SENT, Step.WITHDRAW): rule(State.WITHDRAWN, By.MENTEE),
    (State.SENT, Step.EXPIRE): rule(State.EXPIRED, By.CLOCK),
    (State.PROPOSED, Step.ACCEPT): rule(State.ACCEPTED, *BOTH),
    (State.PROPOSED, Step.DECLINE): rule(State.DECLINED, *BOTH),
    (State.PROPOSED, Step.WITHDRAW): rule(State.WITHDRAWN, By.COORDINATOR),
    (State.PROPOSED, Step.EXPIRE): rule(State.EXPIRED, By.CLOCK),
    (State.ACCEPTED, Step.END): rule(State.ENDED_EARLY, *BOTH, By.COORDINATOR, By.CLOCK),
    (State.ACCEPTED, Step.COMPLETE): rule(State.COMPLETED, *BOTH, By.COORDINATOR),
}


def steps(state: str, by: By) -> set[Step]:
    """Return the steps that somebody may take from a state, as far as the table says."""
    return {step for (was, step), rule in RULES.items() if was == state and by in rule.by}
