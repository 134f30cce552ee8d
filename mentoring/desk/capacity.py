"""Free places against the people who look for one, by field and municipality; and who waits."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn

from mentoring.desk.confirming import DeskReport
from mentoring.desk.parts import BarColumn
from mentoring.matching.facts import PAIRS_AT_WORK, fields_by_profile
from mentoring.models import Profile, Request, Waiting
from portal.report import RowPaginator
from portal.terms.models import Municipality, Need, Skill
from portal.terms.rows import term_rows

KINDS = {"needs": _("Need"), "skills": _("Skill"), "municipality": _("Municipality")}
ROWS = {"needs": "need", "skills": "skill", "municipality": "municipality"}


@dataclass(frozen=True)
class Row:
    """How many places are free in a field, how many people look for one, and how many wait."""

    kind: str
    name: str
    places: int
    looking: int
    waiting: int

    @property
    def whole(self) -> int:
        """Who looks, as the length of the bar."""
        return self.looking

    @property
    def part(self) -> int:
        """For how many of them there is a place."""
        return min(self.places, self.looking)


def free_places() -> dict[int, int]:
    """Return how many places each mentor has who takes somebody new."""
    mentors: Any = Profile.objects.listed().annotate(taken=PAIRS_AT_WORK)
    free = {each.pk: each.capacity - each.taken for each in mentors if not each.is_paused}
    return {pk: count for pk, count in free.items() if count > 0}


def who_look() -> QuerySet[Profile]:
    """Return the mentees who work with nobody."""
    at_work = Request.objects.at_work().filter(mentee=OuterRef("pk"))
    here = Profile.objects.filter(is_mentee=True, left_at=None, user__is_active=True)
    return here.filter(~Exists(at_work))


def table() -> list[Row]:
    """Return all together, then each need, skill and municipality; eight queries, however many.

    Who chose two needs is counted in both: only the first row counts each person once.
    """
    places = free_places()
    looking = dict.fromkeys(who_look().values_list("pk", flat=True), 1)
    waiting = dict.fromkeys(Waiting.objects.values_list("mentee", flat=True), 1)
    fields = chosen({*places, *looking, *waiting})
    counts = [count(each, fields) for each in (places, looking, waiting)]
    together = [sum(each.values()) for each in (places, looking, waiting)]
    return [Row(gettext("All together"), "", *together), *named(counts)]


def chosen(profiles: Iterable[int]) -> dict[int, set[tuple[str, int]]]:
    """Return by person the needs, skills and municipality, as kinds and ids."""
    people = Profile.objects.filter(pk__in=[*profiles])
    found = {
        pk: {(kind, each) for kind in ("needs", "skills") for each in fields.get(kind, ())}
        for pk, fields in fields_by_profile(people).items()
    }
    for pk, place in people.exclude(municipality=None).values_list("pk", "municipality"):
        found.setdefault(pk, set()).add(("municipality", place))
    return found


def count(
    people: Mapping[int, int], fields: Mapping[int, set[tuple[str, int]]]
) -> Counter[tuple[str, int]]:
    """Return how many there are of each kind and id."""
    counted: Counter[tuple[str, int]] = Counter()
    for pk, number in people.items():
        for each in fields.get(pk, ()):
            counted[each] += number
    return counted


def named(counts: list[Counter[tuple[str, int]]]) -> Iterator[Row]:
    """Yield a row for each term that anybody chose, where most people lack a place first."""
    rows = term_rows({Need: None, Skill: None, Municipality: None})
    for kind, label in KINDS.items():
        found = [
            Row(str(label), term.name, *(each[kind, term.id] for each in counts))
            for term in rows[ROWS[kind]]
        ]
        some = [row for row in found if row.places or row.looking or row.waiting]
        yield from sorted(some, key=lambda row: (row.places - row.looking, row.name))


class Capacity(DeskReport):
    """Where mentors are missing."""

    page_title = _("Places and demand")
    header_icon = "table"
    name = "mentoring_capacity"
    export_filename = "mentoring-places"
    paginator_class = RowPaginator
    columns = [
        Column("kind", label=_("By")),
        Column("name", label=_("Name")),
        NumberColumn("places", label=_("Free places")),
        NumberColumn("looking", label=_("Mentees who look for a mentor")),
        NumberColumn("waiting", label=_("On a waiting list")),
        BarColumn("covered", label=_("Mentees for whom there is a place")),
    ]

    def get_queryset(self) -> list[Row]:
        return table()


class WaitingLists(DeskReport):
    """Who waits for whom, who waits longest first."""

    model = Waiting
    page_title = _("Waiting lists")
    header_icon = "history"
    name = "mentoring_waiting"
    empty = _("Nobody is waiting for a mentor.")
    export_filename = "mentoring-waiting"
    paginator_class = RowPaginator
    columns = [
        Column("mentee", label=_("Mentee")),
        Column("mentor", label=_("Mentor")),
        DateColumn("since", label=_("Waits since")),
        DateColumn("told_at", label=_("Told that there is a place")),
    ]

    def get_queryset(self) -> QuerySet[Waiting]:
        return Waiting.objects.select_related("mentee", "mentor").order_by("since", "pk")
