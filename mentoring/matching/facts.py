"""What people stated that suggestions are made of, read for all mentors at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value

from mentoring.matching.conflicts import Employment
from mentoring.models import Profile
from mentoring.models.profile import Part
from mentoring.models.request import AT_WORK
from mentoring.profiles.showing import Reader, sees

Ids = frozenset[int]
FIELDS = ("needs", "skills", "integration_models")
# How many places of a mentor are taken.
PAIRS_AT_WORK = Count("requests_got", filter=Q(requests_got__state__in=AT_WORK))
COLUMNS = (
    *("id", "audiences", "organisation", "position", "manager_office", "accepts_own_institution"),
    *("languages", "meetings", "times", "hours_a_month", "available_from", "capacity"),
    *("paused_at", "paused_until", "municipality_id"),
)


@dataclass(slots=True)
class Facts:
    """What one person stated; what a mentor hides from members is empty, as if never said.

    Places are free if positive. `inhabitants` are those of the municipality.
    """

    profile_id: int
    needs: Ids = frozenset()
    skills: Ids = frozenset()
    integration_models: Ids = frozenset()
    languages: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    municipality_id: int | None = None
    inhabitants: int | None = None
    free_places: int = 0
    available_from: date | None = None
    employment: Employment = field(default_factory=Employment)


def read_facts(mentee: Profile) -> tuple[Facts, Iterator[Facts]]:
    """Return what a mentee stated, and what all mentors did who are listed and not paused.

    Three queries, however many mentors there are; each mentor is read when it is that one's turn,
    so that they are not in memory all at once.
    """
    listed = Profile.objects.listed().exclude(pk=mentee.pk)
    fields = fields_by_profile(Profile.objects.filter(Q(pk=mentee.pk) | Q(pk__in=listed)))
    mentors = (
        listed.only(*COLUMNS)
        .annotate(taken=PAIRS_AT_WORK, inhabitants=F("municipality__inhabitants"))
        .order_by("pk")
    )
    return facts_of_mentee(mentee, fields[mentee.pk]), (
        facts_of_mentor(mentor, fields[mentor.pk])
        for mentor in mentors.iterator()
        if not mentor.is_paused
    )


def facts_of_mentor(profile: Any, fields: Mapping[str, set[int]]) -> Facts:
    """Return what a member may know of a mentor; `taken` and `inhabitants` are annotated."""
    facts = Facts(
        profile.pk,
        free_places=profile.capacity - profile.taken,
        employment=Employment.of(profile),
    )
    if sees(profile, Part.FIELDS, Reader.MEMBER):
        for name in FIELDS:
            setattr(facts, name, frozenset(fields[name]))
    if sees(profile, Part.LANGUAGES, Reader.MEMBER):
        facts.languages = frozenset(profile.languages)
    if sees(profile, Part.MEETING, Reader.MEMBER):
        facts.meetings = frozenset(profile.meetings)
        facts.times = frozenset(profile.times)
        facts.available_from = profile.available_from
    if sees(profile, Part.MUNICIPALITY, Reader.MEMBER):
        facts.municipality_id = profile.municipality_id
        facts.inhabitants = profile.inhabitants
    return facts


def facts_of_mentee(profile: Profile, fields: Mapping[str, set[int]]) -> Facts:
    """Return what a person stated of themselves, by one query."""
    facts = Facts(
        profile.pk,
        languages=frozenset(profile.languages),
        meetings=frozenset(profile.meetings),
        times=frozenset(profile.times),
        municipality_id=profile.municipality_id,
        inhabitants=profile.municipality.inhabitants if profile.municipality else None,
        employment=Employment.of(profile),
    )
    for name in FIELDS:
        setattr(facts, name, frozenset(fields[name]))
    return facts


def fields_by_profile(profiles: QuerySet[Profile]) -> dict[int, dict[str, set[int]]]:
    """Return the ids of the terms and models of each profile by field, by one query."""
    queries = []
    for name in FIELDS:
        relation: Any = Profile._meta.get_field(name)
        rows = relation.remote_field.through._default_manager.filter(
            profile__in=profiles.order_by().values("pk")
        )
        target = f"{relation.m2m_reverse_field_name()}_id"
        queries.append(rows.order_by().values_list(Value(name), "profile_id", target))
    found: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for name, profile_id, target in queries[0].union(*queries[1:], all=True):
        found[profile_id][name].add(target)
    return found
