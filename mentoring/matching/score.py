"""How well a mentor fits, and why, in words that say only what the mentor shows.

Each criterion that the mentee stated something for gives a share from 0 to 1; the score is their
mean, weighted as the coordinator set it (a weighted sum of facts, nothing learned).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from mentoring.availability import Availability
from mentoring.matching.facts import FIELDS, Facts
from mentoring.models import Weights
from mentoring.models.profile import Meeting

# Two municipalities are of similar size if one has at most so many times the other's inhabitants.
SIMILAR = 2
ROOM = {Availability.NOW: 1.0, Availability.LATER: 0.5, Availability.FULL: 0.0}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One fact about two people: how far it fits, and what both have in common."""

    name: str
    share: float
    common: frozenset = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor for a mentee; `score` is from 0 to 1."""

    mentor: Facts
    score: float
    criteria: tuple[Criterion, ...]


def match(mentee: Facts, mentor: Facts, weights: Weights, today: date | None = None) -> Match:
    """Return how well a mentor fits a mentee."""
    criteria = tuple(compared(mentee, mentor, today or timezone.localdate()))
    total = sum(getattr(weights, each.name) for each in criteria)
    earned = sum(getattr(weights, each.name) * each.share for each in criteria)
    return Match(mentor, earned / total if total else 0.0, criteria)


def compared(mentee: Facts, mentor: Facts, today: date) -> Iterator[Criterion]:
    """Yield each criterion that the mentee stated something for."""
    for name in FIELDS:
        if wanted := getattr(mentee, name):
            common = wanted & getattr(mentor, name)
            yield Criterion(name, len(common) / len(wanted), common)
    for name in ("languages", "times"):
        if wanted := getattr(mentee, name):
            common = wanted & getattr(mentor, name)
            yield Criterion(name, float(bool(common)), common)
    if mentee.meetings:
        common = ways(mentee, mentor)
        yield Criterion("meetings", float(bool(common)), common)
    if mentee.inhabitants and mentor.inhabitants:
        small, large = sorted((mentee.inhabitants, mentor.inhabitants))
        yield Criterion("place", float(large <= SIMILAR * small))
    yield Criterion("room", ROOM[Availability.of(mentor.free_places, mentor.available_from, today)])


def ways(mentee: Facts, mentor: Facts) -> frozenset[str]:
    """Return how two people can meet: in person only within one municipality."""
    common = mentee.meetings & mentor.meetings
    are_near = mentee.municipality_id and mentee.municipality_id == mentor.municipality_id
    return common if are_near else common - {Meeting.IN_PERSON}
