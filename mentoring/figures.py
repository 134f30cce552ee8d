"""For donors: how many people joined, asked, and worked in pairs, by half-years that are over.

Each measure of a half-year is a publication of its own: a person is counted once in it, in one
category of each breakdown. What is kept is only what may be shown (see `portal.small_numbers`).
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any

from django.db.models import F, Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Change, KeptFigures, Profile
from mentoring.models.request import State
from portal.half_years import HalfYear, closed_since, keep, within
from portal.small_numbers import guarded

MEASURES = {
    "mentors": _("Joined the programme as mentors"),
    "mentees": _("Joined the programme as mentees"),
    State.SENT: _("Mentees who asked a mentor"),
    State.ACCEPTED: _("Mentees whose pair began"),
    State.DECLINED: _("Mentees whose request was declined"),
    State.EXPIRED: _("Mentees whose request had no answer"),
    State.COMPLETED: _("Mentees whose pair completed its work"),
    State.ENDED_EARLY: _("Mentees whose pair ended early"),
}
# Of a person, by what stands in the account; the empty text where nothing does.
BREAKDOWNS = {
    "organisation_kind": _("Kind of organisation"),
    "municipality": _("Municipality"),
}
ACCOUNT = ("user__organisation_kind", "user__municipality__translation_key")
DEMONSTRATION = "@example.org"  # a domain that no real person's address has


def keep_closed() -> list[tuple[HalfYear, dict[str, Any]]]:
    """Return the figures of every half-year that is over, the newest first; counted if need be."""
    first = Profile.objects.aggregate(first=Min("joined_at"))["first"]
    earliest = KeptFigures.objects.first()
    if earliest:  # the first members may have been erased since
        year, half = map(int, earliest.name.split("-"))
        kept_first = HalfYear(year, half).span[0]
        first = min(first, kept_first) if first else kept_first
    return [(period, kept(period)) for period in closed_since(first)][::-1]


def kept(period: HalfYear) -> dict[str, Any]:
    """Return the figures of a half-year that is over, as they were counted first."""
    return keep(KeptFigures, f"{period.year}-{period.half}", lambda: count(period))


def count(period: HalfYear) -> dict[str, Any]:
    """Return what may be shown of a half-year, by measure."""
    return {
        "is_demonstration": has_demonstration(period),
        "measures": {measure: shown(people(measure, period)) for measure in MEASURES},
    }


def shown(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Return what may be shown of people; a row is a person's place in each of BREAKDOWNS."""
    counts: dict[str, Counter[Hashable]] = {name: Counter() for name in BREAKDOWNS}
    for row in rows:
        for name, category in zip(BREAKDOWNS, row, strict=True):
            counts[name][str(category or "")] += 1
    figures = guarded(counts)
    return {"total": figures.total, "breakdowns": dict(figures.breakdowns)}


def people(measure: str, period: HalfYear) -> list[tuple[Any, ...]]:
    """Return for each person to whom it happened in a half-year their place in BREAKDOWNS."""
    happened: QuerySet[Any]
    if measure in ("mentors", "mentees"):
        kind = Q(**{f"is_{measure.removesuffix('s')}": True})
        happened = Profile.objects.filter(kind, within("joined_at", period))
    else:
        steps = Change.objects.filter(within("at", period), state=measure).exclude(was=F("state"))
        happened = Profile.objects.filter(requests_sent__changes__in=steps)
    rows = happened.order_by().values_list("pk", *ACCOUNT).distinct()
    return [row[1:] for row in rows]


def has_demonstration(period: HalfYear) -> bool:
    """Whether people of the demonstration are among those who are counted."""
    theirs = Profile.objects.filter(user__email__endswith=DEMONSTRATION)
    steps = Change.objects.filter(within("at", period))
    happened = within("joined_at", period) | Q(requests_sent__changes__in=steps)
    return theirs.filter(happened).exists()
