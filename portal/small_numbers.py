"""Counts of people that are shown only where nobody can be found by them.

The rule: a breakdown is shown whole if each of its cells is empty or counts at least SMALLEST
people; otherwise only its total is shown, and that only from SMALLEST on. It is the threshold rule
for frequency tables (A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 5).

The rule alone is not enough where people choose what is counted: a year less its other quarters is
a quarter. So one publication fixes its groups (closed periods, or municipalities, or both), each
person is in one of them, and all that is shown of them is decided here at once. What that promises,
and what it does not, is in docs/decisions.md.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

SMALLEST = 5

Group = TypeVar("Group", bound=Hashable)
Breakdown = Mapping[Hashable, int]
Breakdowns = Mapping[str, Breakdown]


@dataclass(frozen=True)
class Figures:
    """What may be shown of a group: None stands for what is hidden, nobody included."""

    total: int | None
    breakdowns: Mapping[str, Breakdown | None]

    def as_json(self) -> dict[str, Any]:
        """Return them as they are kept."""
        return {"total": self.total, "breakdowns": dict(self.breakdowns)}


def guarded(breakdowns: Breakdowns) -> Figures:
    """Return what may be shown of people who are broken down in one or several ways.

    `breakdowns` are counts by category, by what divides them ("gender", "age"). Each divides the
    same people by something else, and puts each of them into one category. Raises ValueError for
    counts below zero, for breakdowns of different totals, and for none.
    """
    totals = {sum(cells.values()) for cells in breakdowns.values()}
    if len(totals) != 1:
        raise ValueError("breakdowns of the same people have one total")
    if any(count < 0 for cells in breakdowns.values() for count in cells.values()):
        raise ValueError("there are no fewer people than none")
    (total,) = totals
    return Figures(
        total=total if total >= SMALLEST else None,
        breakdowns={name: _whole_or_none(cells) for name, cells in breakdowns.items()},
    )


def guarded_groups(
    groups: Mapping[Group, Breakdowns],
) -> tuple[dict[Group, Figures], Figures]:
    """Return what may be shown of each group, and of all together.

    Nobody is in two groups, and all groups are broken down in the same ways. What is shown of all
    together is the sum of what is shown of each, so it tells nothing new; it is hidden as soon as
    something is hidden of a group that is not empty. Whoever wants the sum although some groups
    are small makes the groups a breakdown, and calls `guarded`. Raises ValueError as that does,
    and for groups that are broken down in different ways.
    """
    if len({frozenset(breakdowns) for breakdowns in groups.values()}) != 1:
        raise ValueError("all groups are broken down in the same ways")
    shown = {group: guarded(breakdowns) for group, breakdowns in groups.items()}
    peopled = [
        shown[group]
        for group, breakdowns in groups.items()
        if any(sum(cells.values()) for cells in breakdowns.values())
    ]
    names = next(iter(groups.values()))
    return shown, Figures(
        total=_sum_of_totals(peopled),
        breakdowns={name: _sum_of_cells(peopled, name) for name in names},
    )


def _whole_or_none(cells: Breakdown) -> Breakdown | None:
    counts = [count for count in cells.values() if count]
    return dict(cells) if counts and min(counts) >= SMALLEST else None


def _sum_of_totals(figures: list[Figures]) -> int | None:
    totals = [each.total for each in figures if each.total is not None]
    return sum(totals) if totals and len(totals) == len(figures) else None


def _sum_of_cells(figures: list[Figures], name: str) -> Breakdown | None:
    shown = [cells for each in figures if (cells := each.breakdowns[name]) is not None]
    if not shown or len(shown) < len(figures):
        return None
    categories = dict.fromkeys(category for cells in shown for category in cells)
    return {category: sum(cells.get(category, 0) for cells in shown) for category in categories}
