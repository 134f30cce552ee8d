"""How much time a pair has given each other: its meetings that were held, and their length."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.models import Request, Session

# What a certificate asks for, see docs/decisions.md.
ENOUGH_MEETINGS, ENOUGH_MINUTES = 3, 180


@dataclass(frozen=True)
class Hours:
    """Meetings that were held, and their minutes together."""

    meetings: int = 0
    minutes: int = 0

    @classmethod
    def of(cls, sessions: Iterable[Session]) -> "Hours":
        """Count meetings; those that were not held count for nothing."""
        held = [row.held_minutes or 0 for row in sessions if row.state == Session.State.HELD]
        return cls(len(held), sum(held))

    @property
    def are_enough(self) -> bool:
        """Whether both get a certificate when the pair completes its work."""
        return self.meetings >= ENOUGH_MEETINGS and self.minutes >= ENOUGH_MINUTES

    @property
    def in_hours(self) -> Decimal:
        """The time in hours, to a tenth, never more than it was."""
        return (Decimal(self.minutes) / 60).quantize(Decimal("0.1"), ROUND_DOWN)

    def __str__(self) -> str:
        """Return it in words: 3 meetings, 4 hours and 30 minutes."""
        held = ngettext("%(num)s meeting", "%(num)s meetings", self.meetings)
        return f"{held % {'num': self.meetings}}, {length(self.minutes)}"


def hours_of(pair: Request) -> Hours:
    """Return the time of a pair, by one query."""
    return Hours.of(pair.sessions.filter(state=Session.State.HELD))


def length(minutes: int) -> str:
    """Return a length in words: 4 hours and 30 minutes."""
    hours, rest = divmod(minutes, 60)
    in_hours = ngettext("%(num)s hour", "%(num)s hours", hours) % {"num": hours}
    in_minutes = ngettext("%(num)s minute", "%(num)s minutes", rest) % {"num": rest}
    if not hours or not rest:
        return in_hours if hours else in_minutes
    return _("%(hours)s and %(minutes)s") % {"hours": in_hours, "minutes": in_minutes}
