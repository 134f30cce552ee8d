"""Who of a cohort needs help and where, out of how far everybody has come."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.cohorts.standing import Mark, Standing
from knowledgebase.training.outline import Item

OFTEN = 2  # from so many attempts on, who has not passed may need help


class Show(TextChoices):
    """Whom a list of people shows."""

    ALL = "all", _("Everyone")
    BEHIND = "behind", _("Behind")
    NOT_BEGUN = "not-begun", _("Not begun")
    COMPLETED = "completed", _("Completed")

    def among(self, people: Sequence[Standing]) -> list[Standing]:
        """Return those of the people whom it shows."""
        match self:
            case Show.BEHIND:
                return [each for each in people if each.is_behind]
            case Show.NOT_BEGUN:
                return [each for each in people if not each.has_begun]
            case Show.COMPLETED:
                return [each for each in people if each.completed_at]
            case _:
                return [*people]


class Stop(NamedTuple):
    """How many people need help at a step."""

    step: Item
    people: int


def stopped(people: Sequence[Standing]) -> list[Stop]:
    """Return before which steps those who began and are behind have stopped, the most first."""
    steps = [each.next for each in people if each.is_behind and each.has_begun and each.next]
    by_key = {step.key: step for step in steps}
    counts = Counter(step.key for step in steps)
    return [Stop(by_key[key], count) for key, count in counts.most_common()]


def failing(people: Sequence[Standing]) -> list[Stop]:
    """Return which quizzes people have failed OFTEN or more times, most people first."""
    steps = {step.key: step for each in people[:1] for step in each.steps}
    counts = Counter(
        step.key
        for each in people
        for step, cell in zip(each.steps, each.cells, strict=True)
        if cell.mark in (Mark.FAILED, Mark.USED_UP) and cell.tries >= OFTEN
    )
    return [Stop(steps[key], count) for key, count in counts.most_common()]
