"""What a reader tries in a lesson without an account: it stands in the address and nowhere else.

A check: `check=<id of the block>&answer=<id of an option>`, once for each option that is chosen.
A case: `case=<id of the block>&choice=<id of a choice>`, once for each choice on the way.
"""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict


@dataclass(frozen=True)
class Step:
    """A scene of a case, and the choice that was made in it, if any."""

    number: int
    scene: Any
    chosen: Any = None


class Trying:
    """Reads what was tried; whatever is not there counts as not tried."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query

    def is_checked(self, block: Any) -> bool:
        """Whether somebody asked if their answer to a check is right, even without one."""
        return self.query.get("check") == block.id

    def answered(self, block: Any) -> list[Any]:
        """Return the options of a check that were chosen, each with its feedback."""
        if not self.is_checked(block):
            return []
        chosen = set(self.query.getlist("answer"))
        return [option for option in block.value["options"].bound_blocks if option.id in chosen]

    def is_right(self, block: Any) -> bool:
        """Whether just the right options of a check were chosen."""
        options = block.value["options"].bound_blocks
        right = {option.id for option in options if option.value["is_right"]}
        return right == {option.id for option in self.answered(block)}

    def steps(self, block: Any) -> list[Step]:
        """Return the scenes of a case that were reached, the last one perhaps without a choice."""
        chosen = self.query.getlist("choice") if self.query.get("case") == block.id else []
        scenes = list(block.value["scenes"])
        steps: list[Step] = []
        number = 1
        while number and number <= len(scenes):
            scene = scenes[number - 1]
            choices = {choice.id: choice for choice in scene["choices"].bound_blocks}
            choice = choices.get(chosen[len(steps)]) if len(steps) < len(chosen) else None
            steps.append(Step(number, scene, choice))
            number = choice.value["scene"] if choice else 0
        return steps
