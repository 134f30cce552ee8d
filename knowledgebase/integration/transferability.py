"""What a model needs in a municipality, beside what its people say is there.

The answers live in the address and are kept nowhere. They are named after the blocks' ids, which
translations share, so the same address says the same in every language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from knowledgebase.blocks import Weight

ID_LENGTH = 8


class Answer(models.TextChoices):
    """What is said of a condition."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


class Verdict(models.TextChoices):
    """What the answers come to, in one sentence."""

    BLOCKED = "blocked", _("Something is missing without which the model does not work.")
    OPEN = "open", _("It is too early to say: not every essential condition has an answer.")
    NEARLY = "nearly", _("Nothing essential is missing, but some of it is there only in part.")
    BETTER = "better", _("All that is essential is there; it would work better with the rest.")
    READY = "ready", _("Everything that the model needs is there.")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with its answer; `name` is that of its field in the form."""

    name: str
    question: str
    advice: str
    weight: Weight
    answer: Answer | None

    @property
    def is_essential(self) -> bool:
        """Whether the model does not work without it."""
        return self.weight == Weight.ESSENTIAL


class Part(NamedTuple):
    """Conditions with the same answer; `x` and `width` are their part of the bar, in per cent."""

    answer: Answer | None
    conditions: list[Condition]
    x: float
    width: float


class Transferability:
    """The conditions of a model, answered by an address."""

    def __init__(self, conditions: Iterable[Any], query: QueryDict) -> None:
        """Take the blocks of a stream of conditions; values that mean nothing are no answers."""
        self.conditions = [_condition(block, query) for block in conditions]

    @property
    def answers(self) -> type[Answer]:
        """What can be said of a condition."""
        return Answer

    @property
    def url(self) -> str:
        """The query string that says the same answers, and nothing else, with their place."""
        answered = [(each.name, each.answer.value) for each in self.conditions if each.answer]
        return f"?{urlencode(answered)}#fit"

    @property
    def is_answered(self) -> bool:
        """Whether there is any answer."""
        return any(condition.answer for condition in self.conditions)

    @property
    def parts(self) -> list[Part]:
        """The conditions by answer: no, partly, none yet, yes; essential ones first in each."""
        parts: list[Part] = []
        for answer in (Answer.NO, Answer.PARTLY, None, Answer.YES):
            same = [each for each in self.conditions if each.answer == answer]
            same.sort(key=lambda condition: not condition.is_essential)
            x = parts[-1].x + parts[-1].width if parts else 0
            parts.append(Part(answer, same, x, round(100 * len(same) / len(self.conditions), 2)))
        return parts

    @cached_property
    def verdict(self) -> Verdict:
        """What the answers come to."""
        essential = {each.answer for each in self.conditions if each.is_essential}
        if Answer.NO in essential:
            return Verdict.BLOCKED
        if None in essential:
            return Verdict.OPEN
        if Answer.PARTLY in essential:
            return Verdict.NEARLY
        is_all_there = all(each.answer == Answer.YES for each in self.conditions)
        return Verdict.READY if is_all_there else Verdict.BETTER


def _condition(block: Any, query: QueryDict) -> Condition:
    name = f"c-{str(block.id)[:ID_LENGTH]}"
    said = query.get(name, "")
    return Condition(
        name=name,
        question=block.value["question"],
        advice=block.value["advice"],
        weight=Weight(block.value["weight"]),
        answer=Answer(said) if said in Answer else None,
    )
