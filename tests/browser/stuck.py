"""A group in which everybody has stopped, and each has a task that waits; one for each hand."""

from datetime import timedelta

from django.utils import timezone

from knowledgebase.training.cohorts import actions
from knowledgebase.training.models import (
    Enrolment,
    HandedIn,
    LessonPage,
    LessonProgress,
    ProgrammePage,
)
from portal.accounts.models import User

GROUP = "Vlora, e ndalur"


def name_of(hand: str) -> str:
    """Return how the person is called whom nobody else works on."""
    return f"Dora Leka {hand}"


def make_stuck_group(hands: tuple[str, ...]) -> None:
    """Make it, for the demonstration's trainer."""
    programme = ProgrammePage.objects.get(slug="riintegrimi-i-te-mbijetuarave")
    group = actions.make(
        by=User.objects.get(email="trainer@example.org"),
        programme=programme.translation_key,
        name=GROUP,
        starts_on=None,
        ends_on=None,
    )
    lessons = LessonPage.objects.descendant_of(programme)
    lesson, block = next(
        (lesson, block)
        for lesson in lessons
        for block in lesson.body
        if block.block_type == "assignment"
    )
    long_ago = timezone.now() - timedelta(days=60)
    for hand in hands:
        person = User.objects.create(email=f"stuck-{hand}@example.org", name=name_of(hand))
        own = {"user": person, "programme": group.programme}
        Enrolment.objects.create(**own, cohort=group, joined_at=long_ago)
        LessonProgress.objects.create(
            **own, lesson=lessons[0].translation_key, opened_at=long_ago, done_at=long_ago
        )
        HandedIn.objects.create(
            user=person,
            lesson=lesson.translation_key,
            block=block.id,
            text="Gjeta pesë shërbime.",
            handed_in_at=long_ago,
        )
