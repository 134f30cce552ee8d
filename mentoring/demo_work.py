"""The work of a pair of the demonstration: meetings that were held and one to come, and goals."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from mentoring.models import Request, Session
from mentoring.models.profile import Meeting
from mentoring.models.request import State
from mentoring.requests.rules import By
from mentoring.work import goals, sessions


def make_work(pair: Request, said: dict[str, Any]) -> None:
    """Have a pair meet and work on goals as it is said.

    One that goes on has a meeting proposed; in one that is completed all steps are done.
    """
    is_over = said["becomes"] == State.COMPLETED
    now = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    hold_meetings(pair, said["held"], before=now)
    for text, steps in said["goals"].items():
        goal = goals.add_goal(pair=pair, by=By.MENTEE, text=text)
        for number, step in enumerate(steps):
            row = goals.add_step(goal=goal, by=By.MENTEE, text=step)
            goals.tick(step=row, is_done=is_over or not number)
    if not is_over:
        times = [now + timedelta(days=days) for days in (3, 5)]
        about = {"minutes": 60, "meeting": Meeting.TELEPHONE, "place": "", "link": ""}
        sessions.propose(pair=pair, by=By.MENTOR, said={"times": times, **about})


def hold_meetings(pair: Request, lengths: list[int], *, before: datetime) -> None:
    """Have a pair meet once a week, so many minutes each time, the last time a week before."""
    first = before - timedelta(weeks=len(lengths))
    for week, minutes in enumerate(lengths):
        starts_at = first + timedelta(weeks=week)
        Session.objects.create(
            request=pair,
            state=Session.State.HELD,
            times=[starts_at.isoformat()],
            starts_at=starts_at,
            minutes=60,
            held_minutes=minutes,
            meeting=Meeting.TELEPHONE,
            **dict.fromkeys(("noted_at", "moved_at"), starts_at + timedelta(hours=2)),
            **dict.fromkeys(("proposed_by", "moved_by"), By.MENTOR),
        )
