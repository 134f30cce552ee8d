"""A large group of trainees, the same in every run."""

from django.utils import timezone

from knowledgebase.training.models import (
    Cohort,
    CohortTrainer,
    Enrolment,
    LessonPage,
    LessonProgress,
    ModulePage,
    ProgrammePage,
    TrainingPage,
)
from portal.accounts.models import User


def make_cohort(trainer: User, people: int, lessons: int) -> Cohort:
    """Make a group of so many people in a programme of so many lessons, each half way."""
    programme, steps = make_programme(lessons)
    cohort = Cohort.objects.create(programme=programme.translation_key, name="Grup")
    CohortTrainer.objects.create(cohort=cohort, user=trainer)
    in_it = User.objects.bulk_create(
        User(email=f"bench{number}@example.org", name=f"Person {number}")
        for number in range(people)
    )
    Enrolment.objects.bulk_create(
        Enrolment(user=person, programme=cohort.programme, cohort=cohort) for person in in_it
    )
    LessonProgress.objects.bulk_create(
        LessonProgress(
            user=person,
            lesson=lesson.translation_key,
            programme=cohort.programme,
            done_at=timezone.now(),
        )
        for person in in_it
        for lesson in steps[: lessons // 2]
    )
    return cohort


def make_programme(lessons: int) -> tuple[ProgrammePage, list[LessonPage]]:
    """Make a programme of one module with so many lessons, and return them too."""
    section = TrainingPage.objects.get(locale__language_code="sq")
    programme = ProgrammePage(title="Program", slug="program", locale=section.locale)
    section.add_child(instance=programme)
    module = ModulePage(title="Modul", slug="modul", locale=section.locale)
    programme.add_child(instance=module)
    steps = []
    for number in range(lessons):
        lesson = LessonPage(
            title=f"Mësimi {number}", slug=f"mesimi-{number}", locale=section.locale
        )
        module.add_child(instance=lesson)
        steps.append(lesson)
    return programme, steps
