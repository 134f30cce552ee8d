"""What the two of a pair do with their goals and steps; each is one transaction, under its lock.

Either may do all of it. What is removed can be brought back while there is room.
"""

from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Goal, GoalStep, Request
from mentoring.models.goal import MOST_GOALS, MOST_STEPS
from mentoring.pairs.open import lock_open
from mentoring.work.sessions import ChangedMeanwhileError
from portal.publishing.refusals import RefusedError

Line = TypeVar("Line", bound=Goal | GoalStep)


@transaction.atomic
def add_goal(*, pair: Request, by: str, text: str) -> Goal:
    """Add a goal; sent twice, it is added once."""
    row = lock_open(pair)
    for known in row.goals_of_pair.filter(removed_at=None, text=text, worded_by=by):
        return known
    _require_room_for_goal(row)
    return Goal.objects.create(request=row, text=text, worded_by=by)


@transaction.atomic
def add_step(*, goal: Goal, by: str, text: str) -> GoalStep:
    """Add a step to a goal; sent twice, it is added once."""
    row = _now(goal)
    _require_there(row)
    for known in row.steps.filter(removed_at=None, text=text, worded_by=by):
        return known
    _require_room_for_step(row)
    return GoalStep.objects.create(goal=row, text=text, worded_by=by)


@transaction.atomic
def tick(*, step: GoalStep, is_done: bool) -> None:
    """Note that a step is done, or that it is not."""
    row = _now(step)
    _require_there(row, row.goal)
    if bool(row.done_at) != is_done:
        row.done_at = timezone.now() if is_done else None
        row.save(update_fields=["done_at"])


@transaction.atomic
def reword(*, line: Goal | GoalStep, by: str, text: str, was: str) -> None:
    """Give a goal or step other words; raises ChangedMeanwhileError where `was` is not true now."""
    row = _now(line)
    if row.text == text:
        return
    if row.text != was:
        raise ChangedMeanwhileError(
            _("The other person has changed this in the meantime. It now says: %(text)s")
            % {"text": row.text}
        )
    row.text, row.worded_by = text, by
    row.save(update_fields=["text", "worded_by"])


@transaction.atomic
def remove(*, line: Goal | GoalStep) -> None:
    """Take a goal or step out of the list; it can be brought back."""
    row = _now(line)
    row.removed_at = row.removed_at or timezone.now()
    row.save(update_fields=["removed_at"])


@transaction.atomic
def bring_back(*, line: Goal | GoalStep) -> None:
    """Put what was removed back into the list, if there is room."""
    row = _now(line)
    if not row.removed_at:
        return
    if isinstance(row, Goal):
        _require_room_for_goal(row.request)
    else:
        _require_room_for_step(row.goal)
    row.removed_at = None
    row.save(update_fields=["removed_at"])


def _now(line: Line) -> Line:
    """Return the line as it is now, its pair locked."""
    pair = line.request if isinstance(line, Goal) else line.goal.request
    lock_open(pair)
    row: Any = type(line)._default_manager.filter(pk=line.pk).first()
    if not row:
        raise RefusedError(_("This is not there any more."))
    return row


def _require_there(*lines: Goal | GoalStep) -> None:
    if any(line.removed_at for line in lines):
        raise RefusedError(
            _("The other person has removed this in the meantime. Bring it back first.")
        )


def _require_room_for_goal(pair: Request) -> None:
    if pair.goals_of_pair.filter(removed_at=None).count() >= MOST_GOALS:
        raise RefusedError(_("A pair has at most five goals. Remove one first."))


def _require_room_for_step(goal: Goal) -> None:
    if goal.steps.filter(removed_at=None).count() >= MOST_STEPS:
        raise RefusedError(_("A goal has at most ten steps. Remove one first."))
