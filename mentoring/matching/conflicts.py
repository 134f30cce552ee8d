"""Who is never brought together: the same line of management, the same institution, blocks,
open reports.

Nobody learns that somebody was left out, or why. What counts is what people wrote last, whether it
was reviewed or not.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from mentoring.models import Block, Conflict, Profile, Report
from search.terms import asked_terms

Words = frozenset[str]
# What an institution is called in the other language, and words that tell nothing there.
SAME = {"municipality": "bashki"}
TELLS_NOTHING = {"of", "the"}


@dataclass(frozen=True, slots=True)
class Employment:
    """Where a person works, as the terms of its words, so that endings do not tell places apart."""

    institution: Words = frozenset()
    position: Words = frozenset()
    office: Words = frozenset()
    accepts_own_institution: bool = False

    @classmethod
    def of(cls, profile: Profile) -> "Employment":
        """Read what a person wrote."""
        return cls(
            terms(profile.organisation),
            terms(profile.position),
            terms(profile.manager_office),
            profile.accepts_own_institution,
        )


def terms(text: str) -> Words:
    """Return the terms of a name, whatever its endings and the order of its words."""
    found = asked_terms(text, settings.LANGUAGE_CODE)
    return frozenset(SAME.get(term, term) for term in found if term not in TELLS_NOTHING)


def conflict(one: Employment, other: Employment) -> bool:
    """Whether two people's work forbids that one mentors the other.

    Within an institution: if they have one manager, if one is the other's, or if not both agree.
    """
    if not one.institution or one.institution != other.institution:
        return False
    is_one_line = (
        bool(one.office and one.office == other.office)
        or manages(one, other)
        or manages(other, one)
    )
    return is_one_line or not (one.accepts_own_institution and other.accepts_own_institution)


def manages(one: Employment, other: Employment) -> bool:
    """Whether a person's role at work names the office of another's line manager."""
    return bool(other.office) and other.office <= one.position


def kept_apart(profile: Profile) -> set[int]:
    """Return the ids of profiles that a block, a conflict or an open report keeps from a person."""
    blocks = Block.objects.filter(Q(by=profile) | Q(of=profile)).order_by()
    declared = Conflict.objects.filter(Q(one=profile) | Q(other=profile)).order_by()
    reported = Report.objects.open().with_any({profile.pk}).order_by()
    pairs = blocks.values_list("by_id", "of_id").union(
        declared.values_list("one_id", "other_id"), reported.values_list("by_id", "about_id")
    )
    return {each for pair in pairs for each in pair if each} - {profile.pk}


def may_meet(one: Profile, other: Profile) -> bool:
    """Whether two people may be paired, by one query."""
    if one.pk == other.pk or conflict(Employment.of(one), Employment.of(other)):
        return False
    return other.pk not in kept_apart(one)
