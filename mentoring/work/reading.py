"""The meetings of a pair as one of the two sees them, by their own clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Profile, Session
from mentoring.models.profile import Zone
from mentoring.pairs.links import signed
from mentoring.pairs.reading import Pair
from mentoring.requests.rules import By
from mentoring.work.hours import length
from mentoring.work.rules import State, Step, steps

# What is said of a meeting, by its state and by whether I took the last step.
SAID = {
    (State.PROPOSED, True): gettext_lazy("You proposed times. The other person can choose one."),
    (State.PROPOSED, False): gettext_lazy("Choose a time, or propose others."),
    (State.AGREED, True): gettext_lazy("You chose this time."),
    (State.AGREED, False): gettext_lazy("The other person chose this time."),
    (State.HELD, True): gettext_lazy("You noted that it was held."),
    (State.HELD, False): gettext_lazy("The other person noted that it was held."),
    (State.NOT_HELD, True): gettext_lazy("You noted that it was not held."),
    (State.NOT_HELD, False): gettext_lazy("The other person noted that it was not held."),
    (State.CANCELLED, True): gettext_lazy("You cancelled it."),
    (State.CANCELLED, False): gettext_lazy("The other person cancelled it."),
}


def when(starts_at: datetime, minutes: int, zone: str) -> str:
    """Return day and hours by the clock of a zone: Thursday, 3 December 2026, 14:00–15:00."""
    start = timezone.localtime(starts_at, ZoneInfo(zone))
    end = timezone.localtime(starts_at + timedelta(minutes=minutes), ZoneInfo(zone))
    day = date_format(start, "l")
    return f"{day}, {date_format(start, 'DATETIME_FORMAT')}–{date_format(end, 'TIME_FORMAT')}"


def clock_of(pair: Pair) -> str:
    """Return by which clock times are shown to me, if the other has another one."""
    if not pair.other or pair.other.time_zone == pair.me.time_zone:
        return ""
    return _("Times are those of %(place)s.") % {"place": Zone(pair.me.time_zone).label}


@dataclass(frozen=True)
class SeenSession:
    """A meeting as I, one of the two, see it; `closed` says why nothing can be changed, if so."""

    row: Session
    pair: Pair
    closed: str = ""

    @cached_property
    def steps(self) -> set[Step]:
        """What I may do with it now."""
        return set() if self.closed else steps(self.row, self.pair.role)

    @property
    def when(self) -> str:
        """When it is, or how many times are proposed."""
        row = self.row
        if not row.starts_at:
            return "; ".join(text for _value, text in self.times) or _("no time agreed")
        return when(row.starts_at, row.minutes, self.pair.me.time_zone)

    @property
    def times(self) -> list[tuple[str, str]]:
        """The proposed times that are not over, each with the value that a form sends."""
        coming = [each for each in self.row.moments if each > timezone.now()]
        zone = self.pair.me.time_zone
        return [(each.isoformat(), when(each, self.row.minutes, zone)) for each in coming]

    @property
    def said(self) -> str:
        """What became of it, and by whom."""
        row = self.row
        if row.moved_by == By.CLOCK:
            return _("It was cancelled because the pair ended.")
        if row.state == State.AGREED and row.is_over:
            text = _("Nobody noted whether it was held.")
            return text if self.closed else _("Please note whether it was held.")
        if row.state == State.PROPOSED and not self.times:
            return _("All proposed times are over.")
        return str(SAID[State(row.state), row.moved_by == self.pair.role])

    @property
    def held(self) -> str:
        """How long it was, in words."""
        return length(self.row.held_minutes or 0)

    @property
    def waits_for_me(self) -> bool:
        """Whether I am to choose a time, or to note whether it was held."""
        is_due = self.row.state == State.AGREED and Step.HELD in self.steps
        return is_due or Step.AGREE in self.steps

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come, or to be noted by me."""
        row = self.row
        is_coming = row.state in (State.PROPOSED, State.AGREED) and not row.is_over
        return is_coming or self.waits_for_me

    @property
    def calendar_url(self) -> str:
        """Where I get it for my calendar within the hour, once it was agreed; also cancelled."""
        if not self.row.starts_at:
            return ""
        return reverse("mentoring_calendar", args=[signed(self.row, self.pair.me.user)])

    @property
    def has_notes(self) -> bool:
        """Whether both can write notes about it."""
        return self.row.state in (State.AGREED, State.HELD, State.NOT_HELD)

    @property
    def last_writer(self) -> str:
        """Who wrote the shared note last, and when."""
        wrote = {
            role: at
            for role in (By.MENTOR, By.MENTEE)
            if (at := getattr(self.row, f"{role}_wrote_at"))
        }
        if not wrote:
            return ""
        last = max(wrote, key=lambda role: wrote[role])
        at = timezone.localtime(wrote[last], ZoneInfo(self.pair.me.time_zone))
        text = _("Last written by you, %(at)s.")
        if last != self.pair.role:
            text = _("Last written by the other person, %(at)s.")
        return text % {"at": date_format(at, "DATETIME_FORMAT")}


def sessions_of(pair: Pair, closed: str = "") -> list[SeenSession]:
    """Return the meetings of a pair, by one query."""
    return [SeenSession(row, pair, closed) for row in pair.request.sessions.all()]


def session_of(pair: Pair, key: UUID, closed: str) -> SeenSession:
    """Return a meeting of a pair; raises Http404 for that of another."""
    for row in pair.request.sessions.filter(key=key):
        return SeenSession(row, pair, closed)
    raise Http404


def own_note(session: Session, profile: Profile) -> str:
    """Return what somebody noted about a meeting for themselves."""
    return session.notes.filter(author=profile).values_list("text", flat=True).first() or ""
