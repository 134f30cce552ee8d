"""How far each person of a cohort has come in its programme, for whoever asks who is behind."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import override

from knowledgebase.training.cohorts.behind import is_behind
from knowledgebase.training.models import (
    Attempt,
    Cohort,
    Completion,
    Concession,
    Enrolment,
    HandedIn,
    LessonProgress,
    ProgrammePage,
)
from knowledgebase.training.outline import Item, read
from knowledgebase.training.reach import source_page


@dataclass(frozen=True)
class Standing:
    """How many of the programme's steps somebody did, and when they last did anything."""

    done: int
    of: int
    last_active: date
    is_behind: bool


def standings(cohort: Cohort, people: Iterable[Enrolment]) -> dict[int, Standing]:
    """Return by id of the enrolment how far people have come; as many queries for all as for one.

    Who has completed the programme has done it all, whatever was added to it since.
    """
    people = [*people]
    users = [person.user_id for person in people]
    steps = {step.key: step for step in steps_of(cohort.programme)}
    done, last = _done(users, steps), _last_active(users, steps)
    finished = {*_finished(users, cohort.programme)}
    found = {}
    for person in people:
        count = len(steps) if person.user_id in finished else len(done[person.user_id])
        active = timezone.localdate(max([person.joined_at, *last[person.user_id]]))
        found[person.pk] = Standing(
            done=count,
            of=len(steps),
            last_active=active,
            is_behind=is_behind(
                done=count,
                of=len(steps),
                today=timezone.localdate(),
                starts_on=cohort.starts_on,
                ends_on=cohort.ends_on,
                last_active=active,
            ),
        )
    return found


def steps_of(programme: UUID) -> list[Item]:
    """Return a programme's lessons and quizzes in the source language; none once it is gone."""
    page = source_page(ProgrammePage, programme)
    if not page:
        return []
    with override(settings.LANGUAGE_CODE):
        return [item for top in read(page.path) for item in top.all if item.kind != "modulepage"]


def _done(users: list[int], steps: dict[UUID, Item]) -> dict[int, set[UUID]]:
    done = defaultdict(set)
    lessons = LessonProgress.objects.filter(user__in=users, lesson__in=steps)
    for user, lesson in lessons.exclude(done_at=None).values_list("user", "lesson"):
        done[user].add(lesson)
    attempts = Attempt.objects.filter(user__in=users, quiz__in=steps).exclude(submitted_at=None)
    for user, quiz, has_passed in attempts.values_list("user", "quiz", "has_passed"):
        if has_passed or steps[quiz].purpose == "before":
            done[user].add(quiz)
    kinds = (Concession.Kind.LESSON, Concession.Kind.QUIZ)
    granted = Concession.objects.filter(
        user__in=users, subject__in=steps, kind__in=kinds, withdrawn_at=None
    )
    for user, subject in granted.values_list("user", "subject"):
        done[user].add(subject)
    return done


def _finished(users: list[int], programme: UUID) -> Iterable[int]:
    completed = Completion.objects.filter(user__in=users, programme=programme)
    return completed.values_list("user", flat=True)


def _last_active(users: list[int], steps: dict[UUID, Item]) -> dict[int, list[datetime]]:
    last = defaultdict(list)
    for model, key, times in (
        (LessonProgress, "lesson", ("opened_at", "done_at")),
        (Attempt, "quiz", ("started_at", "submitted_at")),
        (HandedIn, "lesson", ("handed_in_at",)),
    ):
        rows = model._default_manager.filter(user__in=users, **{f"{key}__in": steps})
        for user, *moments in rows.values_list("user").annotate(*map(Max, times)).order_by():
            last[user] += filter(None, moments)
    return last
