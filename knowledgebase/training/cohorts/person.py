"""One person of a cohort, as their trainers see them: steps, results, tasks, exceptions."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts.standing import DONE, Cell, Standing, standings
from knowledgebase.training.cohorts.tasks import Task, tasks_of
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    Cohort,
    Concession,
    Enrolment,
    HandedIn,
    LiveSession,
)
from knowledgebase.training.outline import Item, whole_programme

Kind = Concession.Kind
Choices = list[tuple[str, str]]


class Step(NamedTuple):
    """A step of the programme with where the person stands; attempts without their answers."""

    item: Item
    cell: Cell
    attempts: Sequence[Attempt]


class PersonInCohort:
    """Reads what is known of a person in one cohort, each part when it is asked for."""

    def __init__(self, cohort: Cohort, enrolment: Enrolment) -> None:
        self.cohort = cohort
        self.enrolment = enrolment
        self.user = enrolment.user

    @cached_property
    def programme(self) -> Item | None:
        """The programme of the cohort; None where it is gone."""
        return whole_programme(self.cohort.programme)

    @cached_property
    def standing(self) -> Standing:
        """How far the person has come."""
        return standings(self.cohort, [self.enrolment], self.programme)[self.enrolment.pk]

    @cached_property
    def steps(self) -> list[Step]:
        """Every step, with the attempts that were handed in."""
        keys = [item.key for item in self.standing.steps]
        taken = Attempt.objects.filter(user=self.user, quiz__in=keys).exclude(submitted_at=None)
        attempts = [*taken.order_by("number").defer("asked", "answers")]
        return [
            Step(item, cell, [each for each in attempts if each.quiz == item.key])
            for item, cell in zip(self.standing.steps, self.standing.cells, strict=True)
        ]

    @cached_property
    def sessions(self) -> QuerySet[LiveSession]:
        """The live sessions of the cohort, each with whether the person `was_there`."""
        attended = Attendance.objects.filter(session=OuterRef("pk"), user=self.user)
        sessions = LiveSession.objects.filter(cohort=self.cohort, cancelled_at=None)
        return sessions.annotate(was_there=Exists(attended))

    @cached_property
    def tasks(self) -> list[tuple[Task, HandedIn | None]]:
        """Every task of the programme, with what the person handed in."""
        if not self.programme:
            return []
        rows = HandedIn.objects.filter(user=self.user)
        handed_in = {(row.lesson, row.block): row for row in rows}
        return [(task, handed_in.get(key)) for key, task in tasks_of(self.programme).items()]

    @cached_property
    def concessions(self) -> list[tuple[Concession, str]]:
        """The exceptions made for the person, withdrawn ones too, each with what it is about."""
        rows = Concession.objects.filter(user=self.user, programme=self.cohort.programme)
        titles: dict[tuple[UUID | None, str], str] = {
            (item.key, ""): item.title for item in self.standing.steps
        }
        titles |= {(task.lesson.key, task.block): task.title for task, _row in self.tasks}
        return [(row, titles.get((row.subject, row.block), "")) for row in rows]

    def offers(self) -> list[tuple[str, Choices]]:
        """Return what may be granted now, as grouped choices of a form (see `read_offer`)."""
        left = [step for step in self.steps if step.cell.mark not in DONE]
        quizzes = [step for step in left if step.item.kind == "quizpage"]
        lessons = [step for step in left if step.item.kind == "lessonpage"]
        limited = [step for step in quizzes if step.item.attempts]
        groups = [
            (Kind.ATTEMPT, _choices(Kind.ATTEMPT, limited)),
            (Kind.QUIZ, _choices(Kind.QUIZ, quizzes)),
            (Kind.LESSON, _choices(Kind.LESSON, lessons)),
            (Kind.TASK, [*self._tasks_left()]),
            (Kind.SESSION, [(Kind.SESSION.value, _("One live session"))]),
        ]
        return [(str(kind.label), choices) for kind, choices in groups if choices]

    def _tasks_left(self) -> Iterator[tuple[str, str]]:
        for task, row in self.tasks:
            if not row or row.state != HandedIn.State.ACCEPTED:
                yield f"{Kind.TASK} {task.lesson.key} {task.block}", task.title


def _choices(kind: Concession.Kind, steps: Sequence[Step]) -> Choices:
    return [(f"{kind} {step.item.key}", step.item.title) for step in steps]


def read_offer(value: str) -> dict[str, Any]:
    """Return the kind, subject and block that a choice of `offers` stands for."""
    kind, subject, block, *_rest = [*value.split(), "", ""]
    return {"kind": Kind(kind), "subject": UUID(subject) if subject else None, "block": block}
