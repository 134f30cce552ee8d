"""What one place holds and another does not, told by digests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from search.engines.documents import Documents
from search.models import Entry


@dataclass(slots=True)
class Difference:
    """What should be held and is not, what should not be, and what is held as it was before."""

    missing: set[Any] = field(default_factory=set)
    extra: set[Any] = field(default_factory=set)
    stale: set[Any] = field(default_factory=set)

    @property
    def all(self) -> set[Any]:
        """Whatever is not as it should be."""
        return self.missing | self.extra | self.stale


def difference(wanted: Mapping[Any, str], held: Mapping[Any, str]) -> Difference:
    """Compare two sets of digests by their keys."""
    both = wanted.keys() & held.keys()
    return Difference(
        missing=wanted.keys() - held.keys(),
        extra=held.keys() - wanted.keys(),
        stale={key for key in both if wanted[key] != held[key]},
    )


def compare_documents(documents: Documents) -> Difference:
    """Compare what a server holds with the table of entries; by the entries' ids."""
    return difference(dict(Entry.objects.values_list("pk", "digest")), documents.digests())
