"""No figure from one to four can be had from what is shown, by whatever is taken from whatever."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.small_numbers import SMALLEST, Figures, guarded, guarded_groups


@pytest.mark.parametrize(
    ("cells", "total", "shown"),
    [
        ({"a": 5, "b": 7}, 12, {"a": 5, "b": 7}),
        ({"a": 5, "b": 0}, 5, {"a": 5, "b": 0}),
        ({"a": 20, "b": 4}, 24, None),
        ({"a": 2, "b": 3}, 5, None),
        ({"a": 2, "b": 2}, None, None),
        ({"a": 0}, None, None),
        ({}, None, None),
    ],
)
def test_a_breakdown_is_shown_whole_or_not_at_all(cells, total, shown):
    assert guarded({"x": cells}) == Figures(total, {"x": shown})


def test_one_breakdown_may_be_shown_where_another_is_not():
    found = guarded({"gender": {"f": 9, "m": 1}, "age": {"under 30": 5, "others": 5}})
    assert found == Figures(10, {"gender": None, "age": {"under 30": 5, "others": 5}})


def test_a_sum_is_shown_where_nothing_of_it_is_hidden():
    groups = {1: {"x": {"a": 5, "b": 6}}, 2: {"x": {"a": 7}}, 3: {"x": {}}}
    assert guarded_groups(groups)[1] == Figures(18, {"x": {"a": 12, "b": 6}})
    groups[3] = {"x": {"a": 4}}
    assert guarded_groups(groups)[1] == Figures(None, {"x": None})
    groups[3] = {"x": {"a": 4, "b": 1}}
    assert guarded_groups(groups)[1] == Figures(23, {"x": None})


@pytest.mark.parametrize(
    "groups",
    [
        {},
        {1: {}},
        {1: {"x": {"a": 6, "b": -1}}},
        {1: {"x": {"a": 6}, "y": {"c": 7}}},
        {1: {"x": {"a": 6}}, 2: {"y": {"a": 6}}},
    ],
)
def test_counts_of_different_people_are_refused(groups):
    with pytest.raises(ValueError, match=r"people|groups"):
        guarded_groups(groups)


PERIODS, GENDERS, PLACES = (1, 2), "fm", "ab"
ATOMS = tuple(product(PERIODS, GENDERS, PLACES))
people = st.fixed_dictionaries({atom: st.integers(0, 9) for atom in ATOMS})


def counted(people, where, position) -> dict:
    """Return the people of `where` by what stands at a position of their atom."""
    cells: dict = {}
    for atom, count in people.items():
        if where(atom):
            cells[atom[position]] = cells.get(atom[position], 0) + count
    return cells


def in_groups(people, of_group=lambda atom: atom[0]) -> dict:
    """Return the breakdowns by gender and place of each group."""
    return {
        group: {
            name: counted(people, lambda atom, g=group: of_group(atom) == g, position)
            for name, position in (("gender", 1), ("place", 2))
        }
        for group in {of_group(atom): None for atom in people}
    }


def told(figures: Figures, where) -> Iterator[tuple[frozenset, int]]:
    """Yield whom each shown figure is about, and the figure."""
    inside = frozenset(filter(where, ATOMS))
    if figures.total is not None:
        yield inside, figures.total
    for name, position in (("gender", 1), ("place", 2)):
        for category, count in (figures.breakdowns[name] or {}).items():
            yield frozenset(atom for atom in inside if atom[position] == category), count


def derived(known: dict[frozenset, int]) -> dict[frozenset, int]:
    """Return all that adding and subtracting figures of people can tell."""
    found, fresh = dict(known), dict(known)
    while fresh:
        made = {}
        for (one, first), (other, second) in product(fresh.items(), list(found.items())):
            if one <= other:
                made[other - one] = second - first
            if other <= one:
                made[one - other] = first - second
            if not one & other:
                made[one | other] = first + second
        fresh = {who: count for who, count in made.items() if who not in found}
        found |= fresh
    return found


def small(known: dict[frozenset, int]) -> dict[frozenset, int]:
    return {who: count for who, count in derived(known).items() if 0 < count < SMALLEST}


@given(people)
@settings(deadline=None)
def test_nothing_small_is_left_when_figures_are_taken_from_each_other(people):
    """Across periods, the filter by period and none, and two breakdowns."""
    groups, together = guarded_groups(in_groups(people))
    known = dict(told(together, lambda atom: True))
    for period, figures in groups.items():
        known |= told(figures, lambda atom, p=period: atom[0] == p)
    assert not small(known)


@given(people)
@settings(deadline=None)
def test_groups_may_be_periods_and_places_at_once(people):
    groups, together = guarded_groups(in_groups(people, lambda atom: (atom[0], atom[2])))
    known = dict(told(together, lambda atom: True))
    for group, figures in groups.items():
        known |= told(figures, lambda atom, g=group: (atom[0], atom[2]) == g)
    assert not small(known)


def test_what_is_asked_freely_gives_small_figures_away():
    """Why the groups are fixed, and why the sum over them is no figure of its own."""
    people = dict.fromkeys(ATOMS, 0) | {(1, "f", "a"): 9, (2, "f", "a"): 3}
    known = dict(told(guarded(in_groups(people, lambda atom: 0)[0]), lambda atom: True))
    known |= told(guarded(in_groups(people)[1]), lambda atom: atom[0] == 1)
    assert set(small(known).values()) == {3}


def pinned(worlds, publish, largest: int) -> list:
    """Return what somebody who knows the rule can be sure of, from one to four.

    Worlds that are shown alike cannot be told apart, so that a count is sure if they all have it.
    Those are left out in which a shown count is above `largest`, for not all like them are tried.
    """
    alike = defaultdict(list)
    for world in worlds:
        alike[publish(world)].append(world)
    return [
        (shown, index)
        for shown, same in alike.items()
        if all(total is None or total <= largest for total in shown[0])
        for index, counts in enumerate(zip(*same, strict=True))
        if len(set(counts)) == 1 and 0 < counts[0] < SMALLEST
    ]


def cells_shown(figures: Figures) -> tuple:
    return tuple(cells and tuple(cells.items()) for cells in figures.breakdowns.values())


def test_who_knows_the_rule_is_sure_of_no_small_count_of_two_breakdowns():
    """Every way to divide up to 9 people by two things of two kinds."""

    def publish(world):
        a, b, c, d = world
        found = guarded({"x": {1: a + b, 2: c + d}, "y": {1: a + c, 2: b + d}})
        return (found.total,), cells_shown(found)

    assert not pinned(product(range(10), repeat=4), publish, 9)


def test_who_knows_the_rule_is_sure_of_no_small_count_of_two_groups():
    """Every way to divide up to 9 people in each of two groups, with their sums."""

    def publish(world):
        a, b, c, d = world
        groups, together = guarded_groups({1: {"x": {1: a, 2: b}}, 2: {"x": {1: c, 2: d}}})
        found = (groups[1], groups[2], together)
        return tuple(each.total for each in found[:2]), (together.total, *map(cells_shown, found))

    assert not pinned(product(range(10), repeat=4), publish, 9)
