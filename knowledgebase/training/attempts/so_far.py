"""What a person did at a quiz so far, and whether they may try again."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from knowledgebase.training.learning.progress import Progress
from knowledgebase.training.models.attempt import Attempt


class SoFar:
    """Reads nothing before a template asks; then the attempts, with one query."""

    def __init__(self, quiz: Any, progress: Progress) -> None:
        self.quiz = quiz
        self.progress = progress

    @cached_property
    def attempts(self) -> list[Attempt]:
        """The attempts, the first one first, without what was asked in them."""
        rows = Attempt.objects.at(self.quiz.translation_key, self.progress.user)
        return [*rows.defer("asked", "answers")]

    @property
    def handed_in(self) -> list[Attempt]:
        """Those that have a result."""
        return [attempt for attempt in self.attempts if attempt.submitted_at]

    @property
    def is_open(self) -> bool:
        """Whether one can be gone on with."""
        return any(not (attempt.submitted_at or attempt.is_over) for attempt in self.attempts)

    @property
    def has_passed(self) -> bool:
        """Whether one was enough."""
        return any(attempt.has_passed for attempt in self.attempts)

    @property
    def may_begin(self) -> bool:
        """Whether there is an attempt left, now or later."""
        allowed = self.quiz.attempts
        if not allowed:
            return True
        more = self.progress.more_attempts(self.quiz.translation_key)
        return len(self.attempts) < allowed + more

    @property
    def waits_until(self) -> datetime | None:
        """When the next attempt may begin, where somebody has to wait for it."""
        if not self.handed_in:
            return None
        when = self.quiz.opens_again(self.handed_in[-1])
        return when if when > timezone.now() else None
