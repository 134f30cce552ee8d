"""A query as a tree of terms, which every engine writes in its own language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One analysed word."""

    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that must follow each other."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Parts that must all be there."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Parts of which one is enough; of ways to say one thing the first is what was typed."""

    parts: tuple["Node", ...]


Node = Term | Phrase | AllOf | AnyOf


def all_of(parts: list[Node]) -> Node:
    """Return the parts as one node."""
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: list[Node]) -> Node:
    """Return the different parts as one node."""
    different = list(dict.fromkeys(parts))
    return different[0] if len(different) == 1 else AnyOf(tuple(different))


def phrase_of(terms: list[str]) -> Node:
    """Return terms in a row as one node."""
    return Term(terms[0]) if len(terms) == 1 else Phrase(tuple(terms))


def ways_of(node: Node) -> tuple[Node, ...]:
    """Return the ways to say what a part says, first as it was typed."""
    return node.parts if isinstance(node, AnyOf) else (node,)


def as_typed(part: Node) -> Node:
    """Return what was typed of a part."""
    return ways_of(part)[0]


def weight_of(node: Node, rarity: Mapping[str, float]) -> float:
    """Return how much a part tells: as typed, or as its commonest way where that is nowhere."""
    own, *others = (sum(rarity.get(term, 0.0) for term in terms_in(way)) for way in ways_of(node))
    return own or min(filter(None, others), default=0.0)


def terms_in(node: Node) -> Iterator[str]:
    """Yield every term in a tree."""
    match node:
        case Term(value):
            yield value
        case Phrase(terms):
            yield from terms
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from terms_in(part)
