"""The tasks of a programme, and what people of a cohort handed in for them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, QuerySet, Value, When

from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import Cohort, HandedIn, LessonPage
from knowledgebase.training.outline import Item
from knowledgebase.training.reach import shown_pages

WAITS_FIRST = Case(When(state=HandedIn.State.WAITING, then=Value(0)), default=Value(1))


@dataclass(frozen=True)
class Task:
    """A task of a lesson, in the `language` that it can be read in."""

    lesson: Item
    block: str
    title: str
    text: Any
    language: str


def tasks_of(programme: Item) -> dict[tuple[UUID, str], Task]:
    """Return all tasks of a programme by lesson and block, in their order, with one query."""
    pages = shown_pages(LessonPage, [lesson.key for lesson in programme.lessons])
    return {
        (lesson.key, block.id): Task(
            lesson=lesson,
            block=block.id,
            title=block.value["title"],
            text=block.value["text"],
            language=pages[lesson.key].locale.language_code,
        )
        for lesson in programme.lessons
        if lesson.key in pages
        for block in pages[lesson.key].body
        if block.block_type == "assignment"
    }


def handed_in_to(cohort: Cohort, programme: Item | None) -> QuerySet[HandedIn]:
    """Return what people of a cohort handed in, with who they are: what waits longest first."""
    lessons = [lesson.key for lesson in programme.lessons] if programme else []
    people = people_of(cohort).order_by().values("user")
    tasks = HandedIn.objects.filter(lesson__in=lessons, user__in=people).select_related("user")
    return tasks.order_by(WAITS_FIRST, "handed_in_at", "pk")
