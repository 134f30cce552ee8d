"""How far a pair has come with its goals."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from mentoring.models import Goal, GoalStep, Request


@dataclass(frozen=True)
class Progress:
    """How many steps are done, of how many."""

    done: int
    count: int

    @classmethod
    def of(cls, steps: Iterable[GoalStep]) -> "Progress":
        """Count steps."""
        done = [bool(step.done_at) for step in steps]
        return cls(sum(done), len(done))


@dataclass(frozen=True)
class SeenGoal:
    """A goal with its steps, and those that were removed."""

    row: Goal
    steps: list[GoalStep]
    removed: list[GoalStep]

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return Progress.of(self.steps)


def goals_of(pair: Request) -> tuple[list[SeenGoal], list[Goal]]:
    """Return the goals of a pair, and those that were removed, by two queries."""
    rows = pair.goals_of_pair.prefetch_related(Prefetch("steps", to_attr="all_steps"))
    there: list[SeenGoal] = []
    removed: list[Goal] = []
    for row in rows:
        if row.removed_at:
            removed.append(row)
            continue
        steps: list[GoalStep] = row.all_steps
        there.append(
            SeenGoal(
                row,
                [step for step in steps if not step.removed_at],
                [step for step in steps if step.removed_at],
            )
        )
    return there, removed


def line_of(pair: Request, key: UUID) -> Goal | GoalStep:
    """Return a goal or step of a pair; raises Http404 for that of another."""
    if goal := Goal.objects.filter(request=pair, key=key).select_related("request").first():
        return goal
    steps = GoalStep.objects.filter(goal__request=pair, key=key)
    if step := steps.select_related("goal__request").first():
        return step
    raise Http404
