"""Other ways to say the same: the glossary's terms in both languages, and editors' synonyms."""

from collections import defaultdict
from collections.abc import Iterable

from search.models import Expression

LONGEST = 6
MOST_ALTERNATIVES = 12


def alternatives(terms: list[str]) -> dict[int, tuple[int, list[list[str]]]]:
    """Return where an expression begins, how many terms long it is, and its other ways.

    One query for all; of expressions that overlap the longest counts.
    """
    runs = {" ".join(terms[start:end]) for start, end in _spans(len(terms))}
    if not runs:
        return {}
    groups = Expression.objects.filter(asked__in=runs).values("group")
    rows = Expression.objects.filter(group__in=groups).values_list("group", "asked", "terms")
    by_group: dict[object, dict[str, str]] = defaultdict(dict)
    for group, asked, said in rows:
        by_group[group][said] = asked
    ways: dict[str, set[str]] = defaultdict(set)
    for all_ways in by_group.values():
        for asked in runs & set(all_ways.values()):
            ways[asked] |= {said for said, its_query in all_ways.items() if its_query != asked}
    return dict(_longest_first(terms, ways))


def _spans(count: int) -> Iterable[tuple[int, int]]:
    for start in range(count):
        for end in range(start + 1, min(count, start + LONGEST) + 1):
            yield start, end


def _longest_first(
    terms: list[str], ways: dict[str, set[str]]
) -> Iterable[tuple[int, tuple[int, list[list[str]]]]]:
    start = 0
    while start < len(terms):
        for end in range(min(len(terms), start + LONGEST), start, -1):
            others = ways.get(" ".join(terms[start:end]))
            if others:
                chosen = sorted(others)[:MOST_ALTERNATIVES]
                yield start, (end - start, [said.split() for said in chosen])
                start = end - 1
                break
        start += 1
