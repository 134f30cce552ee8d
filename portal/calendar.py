"""Events for people's calendars, as files that phones and computers open (iCalendar, RFC 5545).

A calendar is seen by others: on a locked screen, on a shared computer, by whoever shares the
account. So whoever makes an event gives it a title, a place and a description that may be read by
anybody ("Takim", "Meeting"), with no name of a person, of the organisation or of what it is about,
unless the person asked for more. What is added here tells nothing either: the file names no maker,
the event is marked as private, and nothing rings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from icalendar import CLASS, STATUS, Calendar
from icalendar import Event as Component

from portal.middleware import CONTROL

# The standard asks for a name of the program.
MAKER = "-//Calendar//EN"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One event; its times know their zone and are written in UTC, which every calendar converts.

    `uid` is random and never changes: by it a calendar replaces what it had. `sequence` grows with
    every change, also with a cancellation. `url` is where to meet online.
    Raises ValueError for times without a zone, and for an end that is not after the start.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str = ""
    url: str = ""
    description: str = ""
    sequence: int = 0
    is_cancelled: bool = False

    def __post_init__(self) -> None:
        if timezone.is_naive(self.starts_at) or timezone.is_naive(self.ends_at):
            raise ValueError("the times of an event need a zone")
        if self.ends_at <= self.starts_at:
            raise ValueError("an event ends after it starts")


def calendar(events: Iterable[Event]) -> bytes:
    """Return the file that holds the events."""
    return Calendar.new(
        prodid=MAKER, subcomponents=[_component(event) for event in events]
    ).to_ical()


def calendar_response(events: Iterable[Event], filename: str = "calendar.ics") -> HttpResponse:
    """Return the file as a download that nothing on the way keeps; others see its name too."""
    return HttpResponse(
        calendar(events),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": content_disposition_header(True, filename) or "",
        },
    )


def _component(event: Event) -> Component:
    return Component.new(
        uid=event.uid,
        stamp=timezone.now().astimezone(UTC),
        start=event.starts_at.astimezone(UTC),
        end=event.ends_at.astimezone(UTC),
        summary=_text(event.title),
        location=_text(event.place) or None,
        url=_text(event.url) or None,
        description=_text(event.description) or None,
        sequence=event.sequence,
        status=STATUS.CANCELLED if event.is_cancelled else STATUS.CONFIRMED,
        classification=CLASS.PRIVATE,
    )


def _text(text: str) -> str:
    """Return a text whose lines end as in the standard, without what it forbids."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
