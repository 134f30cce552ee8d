"""The mentors that are suggested to a mentee, the best first, each with the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language

from mentoring.matching.conflicts import conflict, kept_apart
from mentoring.matching.facts import Facts, read_facts
from mentoring.matching.reasons import Names, Reason, reasons
from mentoring.matching.score import Match, match
from mentoring.models import Profile, Request, Weights
from mentoring.models.request import AT_WORK, OPEN, State
from mentoring.profiles.showing import Reader, Shown
from portal.i18n import targets_of
from portal.terms.models import Need, Skill
from portal.terms.rows import term_rows
from search.terms import asked_terms, index_terms

MOST = 10
TERMS = {"needs": Need, "skills": Skill}


@dataclass(frozen=True)
class Suggestion:
    """A mentor as a member sees them, with what speaks for and against."""

    mentor: Shown
    match: Match
    reasons: list[Reason]


def suggestions(mentee: Profile, most: int = MOST) -> list[Suggestion]:
    """Return the mentors who fit best and whom the person has not asked; at most ten queries.

    Who is left out because of a conflict or a block is simply not there.
    """
    facts, mentors = read_facts(mentee)
    names = term_names()
    add_from_goals(facts, mentee.goals, names)
    best = best_matches(facts, mentors, Weights.current(), out=left_out(mentee), most=most)
    profiles = Profile.objects.select_related("municipality").in_bulk(
        each.mentor.profile_id for each in best
    )
    names["integration_models"] = model_names(facts.integration_models)
    return [
        Suggestion(
            Shown(profiles[each.mentor.profile_id], Reader.MEMBER),
            each,
            reasons(facts, each, names),
        )
        for each in best
    ]


def best_matches(
    mentee: Facts, mentors: Iterable[Facts], weights: Weights, *, out: set[int], most: int
) -> list[Match]:
    """Return the best matches among mentors who may meet the mentee, in one pass over them.

    Of equal scores the mentor with more free places comes first.
    """
    matches = (
        match(mentee, mentor, weights)
        for mentor in mentors
        if mentor.profile_id not in out and not conflict(mentee.employment, mentor.employment)
    )
    return nlargest(
        most,
        matches,
        key=lambda each: (each.score, each.mentor.free_places, -each.mentor.profile_id),
    )


def left_out(mentee: Profile) -> set[int]:
    """Return the ids of profiles that are not suggested: kept apart, or asked in this round."""
    answered = Q(state__in=[State.DECLINED, State.EXPIRED], round__is_open=True)
    asked = Request.objects.filter(Q(state__in=[*OPEN, *AT_WORK]) | answered, mentee=mentee)
    return kept_apart(mentee) | {*asked.values_list("mentor_id", flat=True)}


def add_from_goals(facts: Facts, goals: str, names: Names) -> None:
    """Count needs and skills that a person names in their goals as chosen."""
    language = get_language() or settings.LANGUAGE_CODE
    said = {*index_terms(goals, language)}
    for name in TERMS:
        meant = {
            id_
            for id_, words in names[name].items()
            if said.issuperset(asked_terms(words, language))
        }
        setattr(facts, name, getattr(facts, name) | meant)


def term_names() -> dict[str, dict[int, str]]:
    """Return the names of all needs and skills by field and id, in the reader's language."""
    rows = term_rows(dict.fromkeys(TERMS.values()))
    return {
        name: {row.id: row.name for row in rows[str(model._meta.model_name)]}
        for name, model in TERMS.items()
    }


def model_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the titles of integration models by id, in the reader's language where it has them."""
    return {page_id: row.title for page_id, row in targets_of(ids).items()} if ids else {}
