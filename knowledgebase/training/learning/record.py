"""What one person did in training and what trainers granted them, read at once."""

from collections import defaultdict
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BooleanField, CharField, DateTimeField, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from knowledgebase.training.models.attempt import Attempt
from knowledgebase.training.models.cohort import Attendance
from knowledgebase.training.models.completion import Completion, Concession, Evaluation
from knowledgebase.training.models.learning import HandedIn, LessonProgress
from portal.accounts.models import User

# The columns of an entry after its kind, in their order.
EMPTY: dict[str, Any] = {
    "programme": Cast(Value(None), UUIDField()),
    "subject": Cast(Value(None), UUIDField()),
    "block": Value("", CharField()),
    "at": Cast(Value(None), DateTimeField()),
    "ended": Cast(Value(None), DateTimeField()),
    "has_passed": Cast(Value(None), BooleanField()),
}


class Entry(NamedTuple):
    """Something that a person did, or an exception, whose `kind` is one of Concession.Kind.

    `subject` is the key of the lesson or quiz, `block` the id of a task. Lessons that are done and
    attempts, which are all handed in, have an `ended`. The programme is known where a row names it.
    """

    kind: str
    programme: UUID | None
    subject: UUID | None
    block: str
    at: datetime
    ended: datetime | None
    has_passed: bool | None


class Record:
    """Reads nothing before it is asked; then one query, however much there is."""

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def lessons(self) -> dict[UUID | None, Entry]:
        """The lessons that were opened, by their keys."""
        return {entry.subject: entry for entry in self._by_kind["lesson opened"]}

    @property
    def attempts(self) -> list[Entry]:
        """The attempts that were handed in."""
        return self._by_kind["attempt"]

    @cached_property
    def tasks_accepted(self) -> set[tuple[UUID | None, str]]:
        """The tasks that a trainer accepted, each the key of its lesson and the id of its block."""
        return {(entry.subject, entry.block) for entry in self._by_kind["task accepted"]}

    def sessions_attended(self, programme: UUID) -> int:
        """Return how many live sessions of a programme the person attended, in whichever group."""
        return len(self._of(programme, "session attended"))

    def exceptions(self, programme: UUID) -> list[Entry]:
        """Return the exceptions that were made in a programme and hold."""
        return self._of(programme, *Concession.Kind.values)

    def completion(self, programme: UUID) -> Entry | None:
        """Return that the person completed a programme; its subject is the key of the cohort."""
        return next(iter(self._of(programme, "completed")), None)

    def has_evaluated(self, programme: UUID) -> bool:
        """Whether the person said how a programme was."""
        return bool(self._of(programme, "evaluated"))

    def _of(self, programme: UUID, *kinds: str) -> list[Entry]:
        entries = (entry for kind in kinds for entry in self._by_kind[kind])
        return [entry for entry in entries if entry.programme == programme]

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        parts = (
            _rows(
                LessonProgress.objects.all(),
                Value("lesson opened", CharField()),
                at="opened_at",
                programme="programme",
                subject="lesson",
                ended="done_at",
            ),
            _rows(
                Attempt.objects.exclude(submitted_at=None),
                Value("attempt", CharField()),
                at="started_at",
                subject="quiz",
                ended="submitted_at",
                has_passed="has_passed",
            ),
            _rows(
                HandedIn.objects.filter(state=HandedIn.State.ACCEPTED),
                Value("task accepted", CharField()),
                at="handed_in_at",
                subject="lesson",
                block="block",
            ),
            _rows(
                Attendance.objects.filter(session__cancelled_at=None),
                Value("session attended", CharField()),
                at="noted_at",
                programme="session__cohort__programme",
            ),
            _rows(
                Concession.objects.filter(withdrawn_at=None),
                "kind",
                at="granted_at",
                programme="programme",
                subject="subject",
                block="block",
            ),
            _rows(
                Completion.objects.all(),
                Value("completed", CharField()),
                at="completed_at",
                programme="programme",
                subject="cohort__key",
            ),
            _rows(
                Evaluation.objects.all(),
                Value("evaluated", CharField()),
                at="given_at",
                programme="programme",
            ),
        )
        first, *others = (part.filter(user=self.user) for part in parts)
        found: dict[str, list[Entry]] = defaultdict(list)
        for row in first.union(*others, all=True):
            entry = Entry(*row)
            found[entry.kind].append(entry)
        return found


def _rows(found: QuerySet[Any, Any], kind: Any, **columns: str) -> QuerySet[Any, tuple]:
    return found.order_by().values_list(kind, *(EMPTY | columns).values())
