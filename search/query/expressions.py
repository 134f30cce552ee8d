"""Other ways to say the same: glossary's terms, editors' synonyms, telephone numbers in one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from search.models import Expression

LONGEST = 6
MOST_ALTERNATIVES = 16


Ways = dict[str, set[str]]


def other_ways(readings: Iterable[list[str]]) -> Ways:
    """Return the other ways to say each run of terms that is an expression; one query for all."""
    runs = {run for terms in readings for run in _runs(terms)}
    ways: dict[str, set[str]] = defaultdict(set)
    if not runs:
        return ways
    for run in runs:
        if number := _in_one(run.split()):
            ways[run].add(number)
    groups = Expression.objects.filter(asked__in=runs).values("group")
    rows = Expression.objects.filter(group__in=groups).values_list("group", "asked", "terms")
    by_group: dict[object, dict[str, str]] = defaultdict(dict)
    for group, asked, said in rows:
        by_group[group][said] = asked
    for same in by_group.values():
        for asked in runs & set(same.values()):
            ways[asked] |= {said for said, its_query in same.items() if its_query != asked}
    return ways


def _in_one(terms: list[str]) -> str:
    """Return a number that was written in groups as one term, with the terms' mark."""
    groups, marks = zip(*((term.partition("_")[::2]) for term in terms), strict=True)
    is_number = len(terms) > 1 and all(map(str.isdigit, groups))
    return "_".join(filter(None, ("".join(groups), marks[0]))) if is_number else ""


def _runs(terms: list[str]) -> Iterator[str]:
    for start in range(len(terms)):
        for end in range(start + 1, min(len(terms), start + LONGEST) + 1):
            yield " ".join(terms[start:end])


def alternatives(terms: list[str], ways: Ways) -> dict[int, tuple[int, list[list[str]]]]:
    """Return by the place of its first term each expression's length, and its other ways.

    Of expressions that overlap the longest counts.
    """
    found = {}
    start = 0
    while start < len(terms):
        length = _length_of_expression(terms[start : start + LONGEST], ways)
        if length:
            others = sorted(ways[" ".join(terms[start : start + length])], key=_of(terms[start]))
            found[start] = length, [said.split() for said in others[:MOST_ALTERNATIVES]]
        start += length or 1
    return found


def _of(term: str) -> Callable[[str], tuple[bool, str]]:
    """Return how to sort expressions: those in the language of a term first."""
    mark = term.partition("_")[2]
    return lambda said: (said.partition(" ")[0].partition("_")[2] != mark, said)


def _length_of_expression(terms: list[str], ways: Ways) -> int:
    """Return how many of these terms, from the first, are an expression; the most."""
    lengths = range(len(terms), 0, -1)
    return next((length for length in lengths if ways.get(" ".join(terms[:length]))), 0)
