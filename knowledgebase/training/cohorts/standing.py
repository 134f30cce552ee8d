"""How far the people of a cohort have come, step by step, and who of them is behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from knowledgebase.training.cohorts.behind import is_behind
from knowledgebase.training.cohorts.facts import Fact, Kind, facts_of
from knowledgebase.training.models import Cohort, Enrolment
from knowledgebase.training.models.quiz import Purpose
from knowledgebase.training.outline import Item, whole_programme
from portal.accounts.models import User


class Mark(TextChoices):
    """Where a person stands with a step."""

    NONE = "none", _("not opened")
    OPENED = "opened", _("opened")
    DONE = "done", _("done")
    PASSED = "passed", _("passed")
    FAILED = "failed", _("not passed yet")
    USED_UP = "used-up", _("not passed, no attempts left")
    WAIVED = "waived", _("counts by an exception")


# Of a quiz that is not passed yet, the number of attempts stands there.
SIGNS = {
    Mark.NONE: "·",
    Mark.OPENED: "○",
    Mark.DONE: "✓",
    Mark.PASSED: "✓",
    Mark.USED_UP: "✗",
    Mark.WAIVED: "◆",
}
DONE = {Mark.DONE, Mark.PASSED, Mark.WAIVED}


class Cell(NamedTuple):
    """A step of a person; of a quiz, the attempts handed in and those granted besides."""

    mark: Mark
    tries: int = 0
    granted: int = 0

    @property
    def sign(self) -> str:
        """The one sign that stands for it in a table."""
        return str(self.tries) if self.mark == Mark.FAILED else SIGNS[self.mark]

    @property
    def words(self) -> str:
        """What it means."""
        said = [str(self.mark.label)]
        if self.tries and self.mark in (Mark.FAILED, Mark.USED_UP):
            used = ngettext("%(num)s attempt used", "%(num)s attempts used", self.tries)
            said.append(used % {"num": self.tries})
        if self.granted:
            said.append(
                ngettext("%(num)s more granted", "%(num)s more granted", self.granted)
                % {"num": self.granted}
            )
        return ", ".join(said)


@dataclass
class Standing:
    """How far one person has come; `cells` are in the order of `steps`.

    What is restricted does not count: the person does not meet it in the programme.
    """

    enrolment: Enrolment
    steps: Sequence[Item]
    cells: Sequence[Cell]
    activity: Sequence[Fact]
    completed_at: datetime | None
    cohort: Cohort

    @property
    def user(self) -> User:
        """The person."""
        return self.enrolment.user

    @property
    def has_begun(self) -> bool:
        """Whether they opened or did anything."""
        return bool(self.activity)

    @cached_property
    def left(self) -> list[int]:
        """The places of the steps that count and are not done."""
        cells = enumerate(zip(self.steps, self.cells, strict=True))
        return [place for place, (step, cell) in cells if step.is_open and cell.mark not in DONE]

    @cached_property
    def of(self) -> int:
        """How many steps count."""
        return sum(step.is_open for step in self.steps)

    @property
    def done(self) -> int:
        """How many of them are done."""
        return self.of - len(self.left)

    @cached_property
    def last_active(self) -> date:
        """When they last joined, opened or did anything."""
        ends = [fact.ended or fact.at for fact in self.activity]
        return timezone.localdate(max([self.enrolment.joined_at, *ends]))

    @cached_property
    def next(self) -> Item | None:
        """Where they are: the first step not done after the one opened last, else any."""
        if not self.left:
            return None
        latest = max(self.activity, key=lambda fact: fact.at, default=None)
        start = [step.key for step in self.steps].index(latest.subject) if latest else 0
        return self.steps[next((place for place in self.left if place >= start), self.left[0])]

    @cached_property
    def is_behind(self) -> bool:
        """Whether they are behind; nobody is who has completed the programme."""
        return not self.completed_at and is_behind(
            done=self.done,
            of=self.of,
            today=timezone.localdate(),
            starts_on=self.cohort.starts_on,
            ends_on=self.cohort.ends_on,
            last_active=self.last_active,
        )


def standings(
    cohort: Cohort, people: Iterable[Enrolment], programme: Item | None = None
) -> dict[int, Standing]:
    """Return how far people have come, by the ids of their enrolments, in the order of `people`.

    Takes one query for all of them, and one for the programme unless it is given. Once the
    programme is gone, nobody has any steps.
    """
    everybody = [*people]
    programme = programme or whole_programme(cohort.programme)
    steps = programme.steps if programme else []
    facts = facts_of([each.user_id for each in everybody], cohort.programme, steps)
    return {
        each.pk: _standing(cohort, each, steps, facts.get(each.user_id, [])) for each in everybody
    }


def _standing(
    cohort: Cohort, enrolment: Enrolment, steps: Sequence[Item], facts: Sequence[Fact]
) -> Standing:
    by_key: dict[UUID, list[Fact]] = {}
    for fact in facts:
        by_key.setdefault(fact.subject, []).append(fact)
    completed = [fact.at for fact in facts if fact.kind == Kind.COMPLETED]
    return Standing(
        enrolment=enrolment,
        steps=steps,
        cells=[_cell(step, by_key.get(step.key, [])) for step in steps],
        activity=[fact for fact in facts if fact.is_activity],
        completed_at=completed[0] if completed else None,
        cohort=cohort,
    )


def _cell(step: Item, facts: Sequence[Fact]) -> Cell:
    if not facts:
        return Cell(Mark.NONE)
    is_waived = any(fact.kind in (Kind.QUIZ_COUNTS, Kind.LESSON_COUNTS) for fact in facts)
    if step.kind == "quizpage":
        return _quiz_cell(step, facts, is_waived)
    if any(fact.ended for fact in facts):
        return Cell(Mark.DONE)
    return Cell(Mark.WAIVED if is_waived else Mark.OPENED)


def _quiz_cell(step: Item, facts: Sequence[Fact], is_waived: bool) -> Cell:
    begun = [fact for fact in facts if fact.kind == Kind.ATTEMPT]
    granted = sum(fact.kind == Kind.MORE for fact in facts)
    tries = sum(bool(fact.ended) for fact in begun)
    if step.purpose == Purpose.BEFORE and tries:
        mark = Mark.DONE
    elif any(fact.has_passed for fact in begun):
        mark = Mark.PASSED
    elif is_waived:
        mark = Mark.WAIVED
    elif tries and step.attempts and tries >= step.attempts + granted:
        mark = Mark.USED_UP
    elif tries:
        mark = Mark.FAILED
    else:
        mark = Mark.OPENED if begun else Mark.NONE
    return Cell(mark, tries, granted)
