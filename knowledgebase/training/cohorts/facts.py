"""What is known of people's way through a programme, read at once for all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    DateTimeField,
    F,
    QuerySet,
    TextChoices,
    Value,
)
from django.db.models.functions import Cast

from knowledgebase.training.models import (
    Attempt,
    Completion,
    Concession,
    HandedIn,
    LessonProgress,
)
from knowledgebase.training.outline import Item

NEVER = Cast(Value(None), DateTimeField())
UNKNOWN = Cast(Value(None), BooleanField())


class Kind(TextChoices):
    """What a fact is; the last three are exceptions."""

    LESSON = "lesson opened"
    ATTEMPT = "attempt begun"
    TASK = "task handed in"
    COMPLETED = "programme completed"
    MORE = Concession.Kind.ATTEMPT.value
    QUIZ_COUNTS = Concession.Kind.QUIZ.value
    LESSON_COUNTS = Concession.Kind.LESSON.value


class Fact(NamedTuple):
    """Something about a person: `subject` is the key of the step, or of the programme.

    A lesson that is done and an attempt that was handed in have an `ended`.
    """

    kind: str
    user: int
    subject: UUID
    at: datetime
    ended: datetime | None
    has_passed: bool | None

    @property
    def is_activity(self) -> bool:
        """Whether the person did it."""
        return self.kind in (Kind.LESSON, Kind.ATTEMPT, Kind.TASK)


def facts_of(
    users: Sequence[int], programme: UUID, steps: Sequence[Item]
) -> Mapping[int, list[Fact]]:
    """Return the facts about each of these people in a programme, with one query."""
    keys = [step.key for step in steps]
    attempts = Attempt.objects.filter(quiz__in=keys)
    lessons = LessonProgress.objects.filter(lesson__in=keys)
    tasks = HandedIn.objects.filter(lesson__in=keys)
    completions = Completion.objects.filter(programme=programme)
    concessions = Concession.objects.filter(subject__in=keys, withdrawn_at=None)
    kinds = [Kind.MORE, Kind.QUIZ_COUNTS, Kind.LESSON_COUNTS]
    rows = [
        _rows(attempts, Kind.ATTEMPT, "quiz", "started_at", F("submitted_at"), F("has_passed")),
        _rows(lessons, Kind.LESSON, "lesson", "opened_at", F("done_at"), UNKNOWN),
        _rows(tasks, Kind.TASK, "lesson", "handed_in_at", NEVER, UNKNOWN),
        _rows(completions, Kind.COMPLETED, "programme", "completed_at", NEVER, UNKNOWN),
        *(
            _rows(concessions.filter(kind=kind), kind, "subject", "granted_at", NEVER, UNKNOWN)
            for kind in kinds
        ),
    ]
    first, *others = (each.filter(user__in=users) for each in rows)
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in first.union(*others, all=True):
        fact = Fact(*row)
        found[fact.user].append(fact)
    return found


def _rows(found: QuerySet[Any, Any], kind: Kind, *others: Any) -> QuerySet[Any, tuple]:
    return found.order_by().values_list(Value(kind.value, CharField()), "user", *others)
