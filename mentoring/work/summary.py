"""What the page of a pair says of its meetings, goals and feedback, by few queries."""

from dataclasses import dataclass
from functools import cached_property

from mentoring.models import GoalStep
from mentoring.pairs.reading import Pair
from mentoring.work.feedback import feedback_of, moment_of
from mentoring.work.hours import Hours
from mentoring.work.progress import Progress
from mentoring.work.reading import SeenSession, sessions_of


@dataclass(frozen=True)
class Summary:
    """How far a pair has come, for one of the two; `closed` says why nothing can be changed."""

    pair: Pair
    closed: str = ""

    @cached_property
    def sessions(self) -> list[SeenSession]:
        """All meetings."""
        return sessions_of(self.pair, self.closed)

    @property
    def next_session(self) -> SeenSession | None:
        """The meeting that waits for me, else the one that comes first."""
        ahead = [each for each in self.sessions if each.is_ahead]
        return next((each for each in ahead if each.waits_for_me), next(iter(ahead), None))

    @property
    def hours(self) -> Hours:
        """What was held so far."""
        return Hours.of(each.row for each in self.sessions)

    @cached_property
    def progress(self) -> Progress:
        """How many steps of all goals are done."""
        steps = GoalStep.objects.filter(
            goal__request=self.pair.request, goal__removed_at=None, removed_at=None
        )
        return Progress.of(steps)

    @property
    def is_feedback_due(self) -> bool:
        """Whether I am asked how it is, and have not answered."""
        moment = moment_of(self.pair.request)
        return bool(moment) and moment not in feedback_of(self.pair.request, self.pair.me)
