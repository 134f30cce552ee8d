"""How far one person has come in a programme, whatever language or phone they used."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from knowledgebase.training.completing.reading import enrolment_of
from knowledgebase.training.learning.record import Entry, Record
from knowledgebase.training.models.completion import Concession
from knowledgebase.training.models.learning import Enrolment, HandedIn, Note
from knowledgebase.training.outline import Item, Outline, Outlines
from portal.accounts.models import User
from portal.i18n import PageRow


class Progress:
    """Reads nothing before a template asks; then what the person did, with one query."""

    def __init__(self, user: User, outline: Outline | Outlines) -> None:
        self.user = user
        self.outline = outline
        self.record = Record(user)

    @cached_property
    def _passed(self) -> set[UUID | None]:
        # A test before the programme is done when it is taken: nobody has to know beforehand.
        before = {item.key for item in self.outline.steps if item.purpose == "before"}
        return {
            each.subject
            for each in self.record.attempts
            if each.has_passed or each.subject in before
        }

    @cached_property
    def _exceptions(self) -> list[Entry]:
        keys = [programme.key for programme in self.outline.programmes]
        return [each for key in keys for each in self.record.exceptions(key)]

    def is_waived(self, key: UUID, block: str = "") -> bool:
        """Whether a trainer lets a lesson or quiz count, or the task in this block."""
        return any(
            each.subject == key and each.block == block and each.kind != Concession.Kind.ATTEMPT
            for each in self._exceptions
        )

    def more_attempts(self, key: UUID) -> int:
        """Return how many attempts at a quiz a trainer granted beyond its rule."""
        return sum(
            each.subject == key and each.kind == Concession.Kind.ATTEMPT
            for each in self._exceptions
        )

    def has_opened(self, lesson: UUID) -> bool:
        """Whether a lesson was opened before."""
        return lesson in self.record.lessons

    def is_done(self, item: Item) -> bool:
        """Whether a lesson was done or a quiz passed, or counts by an exception."""
        if self.is_waived(item.key):
            return True
        if item.kind == "quizpage":
            return item.key in self._passed
        lesson = self.record.lessons.get(item.key)
        return bool(lesson and lesson.ended)

    def done_of(self, steps: list[Item]) -> int:
        """Return how many of these steps are done."""
        return sum(self.is_done(item) for item in steps)

    @property
    def has_begun(self) -> bool:
        """Whether anything was opened or done."""
        begun = self.record.lessons.keys() | self._passed
        return any(item.key in begun for item in self.outline.steps)

    @property
    def next(self) -> Item | None:
        """Where to go on in the programme."""
        return self.next_of(self.outline.steps)

    def next_of(self, steps: list[Item]) -> Item | None:
        """Return the first step after the one opened last that is not done, else any; or None."""
        lessons = self.record.lessons
        opened = [item for item in steps if item.key in lessons]
        last = max(opened, key=lambda item: lessons[item.key].at, default=None)
        start = steps.index(last) if last else 0
        around = [*steps[start:], *steps[:start]]
        return next((item for item in around if not self.is_done(item)), None)

    @cached_property
    def enrolment(self) -> Enrolment | None:
        """That the person is enrolled now."""
        programmes = self.outline.programmes
        return enrolment_of(self.user, programmes[0].key) if programmes else None


def next_in(user: User, rows: Iterable[PageRow]) -> dict[UUID, Item]:
    """Return where a person goes on in each of the programmes, by their keys."""
    outlines = Outlines(row.path for row in rows)
    progress = Progress(user, outlines)
    found = {each.key: progress.next_of(each.steps) for each in outlines.programmes}
    return {key: step for key, step in found.items() if step}


class Written:
    """What a person wrote in one lesson, by the id of the block."""

    def __init__(self, user: User, lesson: UUID) -> None:
        self.user = user
        self.lesson = lesson

    @cached_property
    def _notes(self) -> dict[str, Any]:
        rows = Note.objects.filter(user=self.user, lesson=self.lesson)
        return {row.block: row.value for row in rows}

    @cached_property
    def _handed_in(self) -> dict[str, HandedIn]:
        rows = HandedIn.objects.filter(user=self.user, lesson=self.lesson)
        return {row.block: row for row in rows}

    def note(self, block_id: str) -> Any:
        """Return the text or the ticked items of a block; empty for none."""
        return self._notes.get(block_id) or ""

    def task(self, block_id: str) -> HandedIn | None:
        """Return what was handed in for a block."""
        return self._handed_in.get(block_id)
