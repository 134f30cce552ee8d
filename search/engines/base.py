"""What every engine is asked and answers; ranking beyond a first choice is `search.ranking`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from search.models import Entry
from search.query.tree import Node

# By field, how much a word weighs there; every engine and the ranking use these.
WEIGHTS = {"title": 4.0, "headings": 2.0, "summary": 3.0, "body": 1.0, "attached": 0.5}


class Order(Enum):
    """How results are sorted."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is to find.

    Entries for `audience` that match the `node` and, of each facet in `chosen`, one value. Where
    `weights` names parts of the node, one part is enough, and an entry is the better the more of
    them it has. Otherwise those come first that have it as it was `typed`, without other ways to
    say it; to order them, looking at the `telling` parts is enough, where there are any. `counted`
    are the facets whose values are to be counted, `first` and `size` the stretch of the list to
    return. Only the entries `among` these ids count, and none `besides`.
    """

    node: Node
    audience: str
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    weights: Mapping[Node, float] = field(default_factory=dict)
    typed: Node | None = None
    telling: tuple[Node, ...] = ()
    counted: tuple[str, ...] = ()
    order: Order = Order.RELEVANCE
    first: int = 0
    size: int = 10
    among: frozenset[int] | None = None
    besides: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """The ids of the entries asked for, how many there are in all, and the facets' counts."""

    ids: list[int]
    total: int
    counts: dict[str, dict[str, int]]


class EngineError(Exception):
    """The engine did not answer in time, or not with what was asked."""


class Engine(Protocol):
    """Something that holds terms and finds entries by them."""

    def find(self, question: Question) -> Answer:
        """Return what matches, best first; raises `EngineError`."""

    def write(self, entries: Iterable[Entry]) -> None:
        """Take in entries, new or changed."""
