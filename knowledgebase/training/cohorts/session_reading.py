"""Reads the live sessions of a cohort: when they are, who was there, what calendars get of them."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from knowledgebase.training.models import Cohort, LiveSession
from portal.calendar import Event


def when(session: LiveSession) -> str:
    """Return day and hours in words, in the site's zone: 3 March 2027, 10:00–11:30."""
    start, end = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    return f"{date_format(start, 'DATETIME_FORMAT')}–{date_format(end, 'TIME_FORMAT')}"


def next_of(cohort: Cohort) -> QuerySet[LiveSession]:
    """Return what is not over, cancelled ones among them, the first one first."""
    return cohort.sessions.filter(ends_at__gt=timezone.now())


def past_of(cohort: Cohort) -> QuerySet[LiveSession]:
    """Return what is over, the last one first, with how many were there as `there`."""
    over = cohort.sessions.filter(ends_at__lte=timezone.now())
    return over.annotate(there=Count("attendances")).order_by("-starts_at", "-pk")


def events(sessions: Iterable[LiveSession], *, with_place: bool) -> list[Event]:
    """Return the sessions for a calendar, which others may read: it says only that one meets.

    Where and by which link one meets stands in it for whoever asked for that.
    """
    return [
        Event(
            uid=str(session.key),
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            title=_("Meeting"),
            place=session.place if with_place else "",
            url=session.link if with_place else "",
            sequence=session.sequence,
            is_cancelled=bool(session.cancelled_at),
        )
        for session in sessions
    ]
