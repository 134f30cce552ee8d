"""For donors: how many people joined, asked, worked in pairs and how they found it, by half-years.

Each measure of a half-year is a publication of its own: a person is counted once in it, in one
category of each breakdown. What is kept is only what may be shown (see `portal.small_numbers`).
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any

from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Change, KeptFigures, PairFeedback, Profile
from mentoring.models.feedback import Answer
from mentoring.models.request import State
from mentoring.work.feedback import CHANGED_FOR
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
ANSWERED = {
    PairFeedback.Moment.MIDDLE: _("Said in the middle of a pair how it goes"),
    PairFeedback.Moment.END: _("Said at the end of a pair how it was"),
}
# Of a person, by what stands in the account; the empty text where nothing does.
BREAKDOWNS = {
    "organisation_kind": _("Kind of organisation"),
    "municipality": _("Municipality"),
}
ACCOUNT = ("user__organisation_kind", "user__municipality__translation_key")
NO_ANSWER = 0
DEMONSTRATION = "@example.org"  # a domain that no real person's address has


def keep_closed() -> list[tuple[HalfYear, dict[str, Any]]]:
    """Return the figures of every half-year that is over, the newest first; counted if need be."""
    first = Profile.objects.aggregate(first=Min("joined_at"))["first"]
    earliest = KeptFigures.objects.first()
    if earliest:  # the first members may have been erased since
        year, half = map(int, earliest.name.split("-"))
        kept_first = HalfYear(year, half).span[0]
        first = min(first, kept_first) if first else kept_first
    return [(period, kept(period)) for period in closed_since(first) if is_settled(period)][::-1]


def is_settled(period: HalfYear) -> bool:
    """Whether nobody can change any more what was said of a pair in a half-year."""
    return period.span[1] + CHANGED_FOR <= timezone.now()


def kept(period: HalfYear) -> dict[str, Any]:
    """Return the figures of a half-year that is over, as they were counted first."""
    return keep(KeptFigures, f"{period.year}-{period.half}", lambda: count(period))


def count(period: HalfYear) -> dict[str, Any]:
    """Return what may be shown of a half-year, by measure."""
    return {
        "is_demonstration": has_demonstration(period),
        "measures": {measure: shown(people(measure, period)) for measure in MEASURES},
        "feedback": {str(moment): answered(period, moment) for moment in ANSWERED},
    }


def shown(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Return what may be shown of people; a row is a person's place in each of BREAKDOWNS."""
    counts: dict[str, Counter[Hashable]] = {name: Counter() for name in BREAKDOWNS}
    for row in rows:
        for name, category in zip(BREAKDOWNS, row, strict=True):
            counts[name][str(category or "")] += 1
    return guarded(counts).as_json()


def answered(period: HalfYear, moment: str) -> dict[str, Any]:
    """Return what may be shown of how people answered each question; words are read by nobody.

    Of somebody in several pairs, what they said last.
    """
    rows = PairFeedback.objects.filter(within("given_at", period), moment=moment)
    last = {row.author_id: row for row in rows}.values()
    counts: dict[str, dict[Hashable, int]] = {}
    for name in PairFeedback.QUESTIONS:
        given = [getattr(row, name) or NO_ANSWER for row in last]
        counts[name] = {str(number): given.count(number) for number in (NO_ANSWER, *Answer.values)}
    return guarded(counts).as_json()


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
    said = PairFeedback.objects.filter(within("given_at", period))
    happened = (
        within("joined_at", period)
        | Q(requests_sent__changes__in=steps)
        | Q(pk__in=said.values("author"))
    )
    return theirs.filter(happened).exists()
