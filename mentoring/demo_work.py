"""The work of a pair of the demonstration: meetings that were held and one to come, and goals."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from mentoring.models import Request, Session
from mentoring.models.profile import Meeting
from mentoring.models.request import State
from mentoring.requests.rules import By
from mentoring.work import goals, sessions


def make_work(pair: Request, said: dict[str, Any]) -> None:
    """Have a pair meet as often and as long as it is said, and work on goals.

    One that goes on has a meeting proposed; in one that is completed all steps are done.
    """
    is_over = said["becomes"] == State.COMPLETED
    now = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    first = now - timedelta(days=7 * len(said["held"]))
    for week, minutes in enumerate(said["held"]):
        starts_at = first + timedelta(weeks=week)
        Session.objects.create(
            request=pair,
            state=Session.State.HELD,
            times=[starts_at.isoformat()],
            starts_at=starts_at,
            minutes=60,
            held_minutes=minutes,
            meeting=Meeting.TELEPHONE,
            noted_at=starts_at + timedelta(hours=2),
            moved_at=starts_at + timedelta(hours=2),
            **dict.fromkeys(("proposed_by", "moved_by"), By.MENTOR),
        )
    for text, steps in said["goals"].items():
        goal = goals.add_goal(pair=pair, by=By.MENTEE, text=text)
        for number, step in enumerate(steps):
            row = goals.add_step(goal=goal, by=By.MENTEE, text=step)
            goals.tick(step=row, is_done=is_over or not number)
    if is_over:
        return
    times = [now + timedelta(days=days) for days in (3, 5)]
    about = {"minutes": 60, "meeting": Meeting.TELEPHONE, "place": "", "link": ""}
    sessions.propose(pair=pair, by=By.MENTOR, said={"times": times, **about})
