"""Results by kind, where one kind would fill the whole first page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.find import find
from search.listing import SearchListing
from search.models import Entry
from search.results import Result

MOST_GROUPS = 5
OF_DOMINANT, OF_OTHERS = 4, 3


@dataclass(frozen=True, slots=True)
class Group:
    """The best results of one kind, and how many there are in all."""

    kind: str
    count: int
    results: list[Result]


def ids_by_kind(listing: SearchListing) -> dict[str, list[int]]:
    """Return the entries to show of each kind, the kind of the best result first."""
    counts = listing.found.counts["kind"]
    found = _by_kind(listing.found.ids)
    missing = frozenset(counts.keys() - found.keys())
    if missing and len(found) < MOST_GROUPS:
        found |= _by_kind(_ids_of(missing, listing))
    dominant = max(counts, key=counts.__getitem__)
    return {
        kind: found[kind][: OF_DOMINANT if kind == dominant else OF_OTHERS]
        for kind in list(found)[:MOST_GROUPS]
    }


def _by_kind(ids: list[int]) -> dict[str, list[int]]:
    kinds = dict(Entry.objects.filter(pk__in=ids).values_list("pk", "kind"))
    groups: dict[str, list[int]] = {}
    for entry_id in ids:
        if entry_id in kinds:
            groups.setdefault(kinds[entry_id], []).append(entry_id)
    return groups


def _ids_of(kinds: frozenset[str], listing: SearchListing) -> list[int]:
    """Return the best results of some kinds, all found at once."""
    chosen = {**listing.known_values, "kind": kinds}
    text = listing.found.query.text
    return find(replace(listing.wanted, text=text, chosen=chosen, is_literal=True)).ids


def groups(results: Iterable[Result], listing: SearchListing) -> list[Group]:
    """Return the results by kind, in the order of each kind's first."""
    by_kind: dict[str, list[Result]] = {}
    for result in results:
        by_kind.setdefault(result.entry.kind, []).append(result)
    counts = listing.found.counts["kind"]
    return [Group(kind, counts[kind], members) for kind, members in by_kind.items()]
