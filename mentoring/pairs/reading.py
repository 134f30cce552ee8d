"""Finds a pair for one of its two people."""

from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from mentoring.models import Profile
from mentoring.models.request import AT_WORK, ENDED
from mentoring.requests.reading import Seen, requests_of


@dataclass(frozen=True)
class Pair(Seen):
    """A pair as one of its two people sees it."""


def pair_of(profile: Profile, key: UUID) -> Pair:
    """Return a pair that is at work or was; raises Http404 for whoever is not one of the two."""
    pairs = requests_of(profile).filter(state__in=(*AT_WORK, *ENDED))
    return Pair(get_object_or_404(pairs, key=key), profile)
