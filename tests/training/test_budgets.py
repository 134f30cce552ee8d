"""What pages of training may cost: queries beyond a bare page, whatever the number of rows."""

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from knowledgebase.training.models import (
    Cohort,
    Completion,
    Enrolment,
    Evaluation,
    HandedIn,
    LessonPage,
    LessonProgress,
    Note,
    ProgrammePage,
)
from portal.accounts.models import User
from portal.translation_records import publish_translation
from tests.portal.people import make
from tests.test_budgets import bare_queries, queries
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.quizzes import ALL, pool

pytestmark = pytest.mark.django_db

PROGRAMME, LESSON = 8, 8
# Of whoever is signed in, four queries are for the frame and for what their role may do.
FOLLOWED, FOLLOWED_IN_ANOTHER_LANGUAGE, COMPLETED, LESSON_SIGNED_IN = 8, 9, 9, 8
BODY = [
    ("reflection", {"prompt": "Çfarë bëtë?"}),
    ("checklist", {"title": "Para takimit", "items": ["Dhoma", "Koha"]}),
    ("assignment", {"title": "Harta e shërbimeve", "text": "<p>Shkruani.</p>"}),
]


@pytest.fixture
def trainee() -> tuple[User, Client]:
    person, client = make("ana@example.org"), Client()
    client.force_login(person)
    return person, client


def make_programme(modules: int) -> tuple[ProgrammePage, LessonPage]:
    """Make a programme with everything in it, and return its last lesson too."""
    programme = ProgrammePageFactory(is_open=True, slug=f"programi-{modules}")
    for number in range(modules):
        module = ModulePageFactory(parent=programme, slug=f"moduli-{number}")
        for each in range(3):
            lesson = LessonPageFactory(parent=module, slug=f"mesimi-{each}", body=BODY * modules)
        QuizPageFactory(parent=module, slug="kuizi", pools=[pool(*ALL)])
    QuizPageFactory(parent=programme, slug="prova", purpose="after", pools=[pool(*ALL)])
    return programme, LessonPage.objects.get(pk=lesson.pk)


def follow(person: User, programme: ProgrammePage, lesson: LessonPage) -> None:
    """Have a person in a group do, write and hand in all that there is."""
    key = programme.translation_key
    cohort = Cohort.objects.create(programme=key, name="Pranvera")
    Enrolment.objects.create(user=person, programme=key, cohort=cohort)
    for each in LessonPage.objects.descendant_of(Page.objects.get(pk=programme.pk)):
        LessonProgress.objects.create(
            user=person, lesson=each.translation_key, programme=key, done_at=timezone.now()
        )
    at = {"user": person, "lesson": lesson.translation_key}
    for block in lesson.body:
        if block.block_type == "assignment":
            HandedIn.objects.create(**at, block=block.id, text="Harta", reply="Mirë")
        else:
            value = "U bë." if block.block_type == "reflection" else []
            Note.objects.create(**at, block=block.id, value=value)


def test_a_programme_and_its_lessons_keep_to_the_budgets():
    few, few_lesson = make_programme(1)
    many, lesson = make_programme(5)
    assert queries(few.get_url()) == queries(many.get_url())
    assert queries(few_lesson.get_url()) == queries(lesson.get_url())
    assert queries(many.get_url()) - bare_queries(many.get_parent()) <= PROGRAMME
    assert queries(lesson.get_url()) - bare_queries(lesson.get_parent()) <= LESSON


def test_a_trainees_pages_keep_to_the_budgets(trainee):
    person, client = trainee
    few, few_lesson = make_programme(1)
    many, lesson = make_programme(5)
    for each in ((few, few_lesson), (many, lesson)):
        follow(person, *each)
    assert queries(few.get_url(), client) == queries(many.get_url(), client)
    assert queries(few_lesson.get_url(), client) == queries(lesson.get_url(), client)
    bare = bare_queries(lesson.get_parent(), client)
    assert queries(lesson.get_url(), client) - bare <= LESSON_SIGNED_IN
    bare = bare_queries(many.get_parent(), client)
    assert queries(many.get_url(), client) - bare <= FOLLOWED


def test_a_translated_programme_keeps_to_its_budget(trainee, english):
    person, client = trainee
    programme, lesson = make_programme(2)
    follow(person, programme, lesson)
    words = [(programme.title, "Programme"), (programme.slug, "programme")]
    publish_translation(programme, english, words)
    translated = programme.get_translation(english)
    bare = bare_queries(translated.get_parent(), client)
    assert queries(translated.get_url(), client) - bare <= FOLLOWED_IN_ANOTHER_LANGUAGE


def test_the_end_of_a_programme_keeps_to_the_budget(trainee):
    person, client = trainee
    programme, lesson = make_programme(3)
    follow(person, programme, lesson)
    key = programme.translation_key
    enrolment = Enrolment.objects.get(user=person)
    Completion.objects.create(user=person, programme=key, cohort=enrolment.cohort)
    Cohort.objects.update(ends_on=timezone.localdate())
    Evaluation.objects.create(user=person, programme=key, cohort=enrolment.cohort, is_useful=5)
    bare = bare_queries(programme.get_parent(), client)
    assert queries(programme.get_url(), client) - bare <= COMPLETED
