"""The rules of a meeting: which step leads where, who takes it and when. Nothing else knows them.

(nothing) ─propose→ proposed ─agree, by the other→ agreed ─note, after its time→ held, or not held
                     ├─propose others, by the other→ proposed
                     └─cancel→ cancelled ←cancel, before it is over─ agreed

What is noted can be corrected for CORRECTED_FOR.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.db.models import TextChoices
from django.utils import timezone

from mentoring.models import Session

State = Session.State
NOTHING = ""  # what was before a proposal
MOST_TIMES = 3  # of one proposal
MOST_AHEAD = 5  # meetings of a pair that are proposed or agreed and not over
FARTHEST = timedelta(days=366)
CORRECTED_FOR = timedelta(days=14)


class Step(TextChoices):
    """What somebody does with a meeting."""

    PROPOSE = "propose"
    PROPOSE_OTHERS = "propose_others"
    AGREE = "agree"
    CANCEL = "cancel"
    HELD = "held"
    NOT_HELD = "not_held"


class When(Enum):
    """At what time a step can be taken."""

    ANY = "any"
    BEFORE = "before its agreed end"
    AFTER = "after its agreed end"
    CORRECTING = "within the days after it was first noted"


@dataclass(frozen=True)
class Rule:
    """Where a step leads; whether only who did not take the last step may take it, and when."""

    to: State
    by_other: bool = False
    when: When = When.ANY


RULES: dict[tuple[str, Step], Rule] = {
    (NOTHING, Step.PROPOSE): Rule(State.PROPOSED),
    (State.PROPOSED, Step.PROPOSE_OTHERS): Rule(State.PROPOSED, by_other=True),
    (State.PROPOSED, Step.AGREE): Rule(State.AGREED, by_other=True),
    (State.PROPOSED, Step.CANCEL): Rule(State.CANCELLED),
    (State.AGREED, Step.CANCEL): Rule(State.CANCELLED, when=When.BEFORE),
    (State.AGREED, Step.HELD): Rule(State.HELD, when=When.AFTER),
    (State.AGREED, Step.NOT_HELD): Rule(State.NOT_HELD, when=When.AFTER),
    (State.HELD, Step.HELD): Rule(State.HELD, when=When.CORRECTING),
    (State.HELD, Step.NOT_HELD): Rule(State.NOT_HELD, when=When.CORRECTING),
    (State.NOT_HELD, Step.HELD): Rule(State.HELD, when=When.CORRECTING),
}


def allowed(session: Session, step: Step, by: str) -> Rule | None:
    """Return the rule by which one of the two may take a step now, if there is one."""
    rule = RULES.get((session.state, step))
    if not rule or (rule.by_other and session.moved_by == by) or not _in_time(session, rule.when):
        return None
    return rule


def steps(session: Session, by: str) -> set[Step]:
    """Return what one of the two may do with a meeting now."""
    return {step for step in Step if allowed(session, step, by)}


def _in_time(session: Session, when: When) -> bool:
    if when == When.CORRECTING:
        noted = session.noted_at
        return bool(noted and timezone.now() < noted + CORRECTED_FOR)
    return when == When.ANY or session.is_over == (when == When.AFTER)
