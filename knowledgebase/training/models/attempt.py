"""An attempt of a person at a quiz, with what was asked and what they answered."""

from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from knowledgebase.training.attempts.frozen import Frozen

# Given to whoever sends in the last second over a slow line.
GRACE = timedelta(seconds=30)


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts, by whom and at what."""

    def at(self, quiz_key: Any, user: Any) -> "AttemptQuerySet":
        """Return a person's attempts at a quiz, the first one first."""
        return self.filter(quiz=quiz_key, user=user).order_by("number")

    def open(self) -> "AttemptQuerySet":
        """Return those that are not handed in."""
        return self.filter(submitted_at=None)

    def overdue(self) -> "AttemptQuerySet":
        """Return the open ones whose time is over."""
        return self.open().filter(due_at__lt=timezone.now() - GRACE)


class Attempt(models.Model):
    """Once it is handed in nothing in it changes; `score` is in per cent."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    quiz = models.UUIDField()  # the translation key of its page, which may go
    number = models.PositiveSmallIntegerField()
    asked = models.JSONField()
    answers = models.JSONField(default=dict)
    # Counts what was saved, so that an older tab takes nothing back.
    version = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    score = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    has_passed = models.BooleanField(null=True)

    objects = AttemptQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "quiz", "number"], name="training_attempt_numbered"
            ),
            models.UniqueConstraint(
                fields=["user", "quiz"],
                condition=Q(submitted_at=None),
                name="training_attempt_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz} {self.number}"

    @property
    def frozen(self) -> Frozen:
        """What was asked."""
        return Frozen(self.asked)

    @property
    def whole_score(self) -> int:
        """The score without its places, never more than was reached."""
        return int(self.score or 0)

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return bool(self.due_at and timezone.now() > self.due_at + GRACE)

    @property
    def unanswered(self) -> int:
        """How many questions have no answer yet."""
        return sum(question.id not in self.answers for question in self.frozen.questions)

    def passes(self, score: Fraction) -> bool:
        """Whether a score in per cent is enough."""
        return score >= self.asked["pass_mark"]
