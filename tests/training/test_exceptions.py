"""A trainer makes exceptions: one more attempt, or something counts; each once, with a reason."""

from copy import deepcopy

import pytest

from knowledgebase.training.attempts import actions as attempts
from knowledgebase.training.cohorts import concessions
from knowledgebase.training.models import (
    Attempt,
    Cohort,
    Concession,
    LessonPage,
    ProgrammePage,
    QuizPage,
)
from portal.accounts.models import User
from portal.personal.audit import Action, Event
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address
from tests.training import quizzes
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.groups import client_of, group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

TASK = ("assignment", {"title": "Harta", "text": "<p>Shkruani.</p>"})


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def desk(trainer):
    return client_of(trainer)


def make_pages() -> tuple[ProgrammePage, QuizPage, LessonPage]:
    programme = ProgrammePageFactory(title="Programi")
    module = ModulePageFactory(parent=programme)
    pools = [quizzes.pool(quizzes.SINGLE)]
    quiz = QuizPageFactory(parent=module, slug="kuizi", title="Kuizi", pools=pools, attempts=1)
    lesson = LessonPageFactory(parent=module, title="Një", slug="nje", body=[TASK])
    return (
        programme,
        QuizPage.objects.get(pk=quiz.pk),
        LessonPage.objects.get(pk=lesson.pk),
    )


@pytest.fixture(scope="module")
def written(ground) -> tuple[ProgrammePage, QuizPage, LessonPage]:
    return ground(make_pages)


@pytest.fixture
def programme(written) -> ProgrammePage:
    return deepcopy(written[0])


@pytest.fixture
def quiz(written) -> QuizPage:
    return deepcopy(written[1])


@pytest.fixture
def lesson(written) -> LessonPage:
    return deepcopy(written[2])


@pytest.fixture
def cohort(trainer, programme) -> Cohort:
    return group_of(trainer, programme=programme.translation_key)


@pytest.fixture
def person(cohort) -> User:
    return member(cohort)


def fails(user: User, quiz: QuizPage) -> None:
    attempts.submit(key=attempts.start(quiz=quiz, user=user).key)


def page_of(cohort: Cohort, person: User, language: str = "sq") -> str:
    return address("cohort_progress_of", language, cohort.key, person.key)


def grants(desk, cohort: Cohort, person: User, what: str, **more):
    seen = concessions.latest_of(person, cohort.programme)
    fields = {"what": what, "reason": "Ishte në sallë gjyqi.", "seen": str(seen), **more}
    return desk.post(page_of(cohort, person), fields)


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_more_attempt_is_one_more_attempt(desk, cohort, person, quiz, language):
    fails(person, quiz)
    with pytest.raises(RefusedError):
        attempts.start(quiz=quiz, user=person)
    desk.get(page_of(cohort, person, language))
    assert grants(desk, cohort, person, f"attempt {quiz.translation_key}").status_code == 302
    page = client_of(person).get(quiz.url).content.decode()
    assert "2 (1 prej tyre me përjashtim)" in page
    assert "trajnerja" not in page
    fails(person, quiz)
    with pytest.raises(RefusedError):
        attempts.start(quiz=quiz, user=person)
    assert Attempt.objects.count() == 2


@pytest.mark.dialect
def test_a_form_that_is_sent_twice_grants_once(desk, cohort, person, quiz):
    first = grants(desk, cohort, person, f"attempt {quiz.translation_key}", seen="0")
    second = grants(desk, cohort, person, f"attempt {quiz.translation_key}", seen="0")
    assert (first.status_code, second.status_code) == (302, 200)
    assert "Ishte në sallë gjyqi." in second.content.decode()
    assert Concession.objects.count() == 1


@pytest.mark.dialect
def test_what_counts_is_counted_on_the_persons_pages(desk, cohort, person, quiz, lesson):
    mine = client_of(person)
    programme = ProgrammePage.objects.get(locale__language_code="sq")
    assert "0 nga 2 hapa" in mine.get(programme.url).content.decode()
    grants(desk, cohort, person, f"quiz {quiz.translation_key}")
    grants(desk, cohort, person, f"lesson {lesson.translation_key}")
    grants(desk, cohort, person, f"task {lesson.translation_key} {lesson.body[0].id}")
    page = mine.get(programme.url).content.decode()
    assert "2 nga 2 hapa" in page
    assert page.count("vlen me përjashtim") == 2
    assert mine.get(lesson.url).content.decode().count("vlen me përjashtim") == 2
    assert "vlen me përjashtim" in mine.get(quiz.url).content.decode()


@pytest.mark.dialect
def test_an_exception_is_withdrawn_and_made_again(desk, cohort, person, quiz, lesson):
    grants(desk, cohort, person, f"lesson {lesson.translation_key}")
    made = Concession.objects.get()
    url = address("cohort_concession", "sq", cohort.key, person.key, made.pk)
    for fields, is_withdrawn in (({}, True), ({}, True), ({"restore": "yes"}, False)):
        assert desk.post(url, fields).status_code == 302
        made.refresh_from_db()
        assert bool(made.withdrawn_at) == is_withdrawn
    assert [*Event.objects.order_by("pk").values_list("action", flat=True)] == [
        Action.EXCEPTION_GRANTED,
        Action.EXCEPTION_WITHDRAWN,
        Action.EXCEPTION_RESTORED,
    ]


@pytest.mark.dialect
def test_the_same_does_not_count_twice(desk, cohort, person, trainer, lesson):
    grants(desk, cohort, person, f"lesson {lesson.translation_key}")
    first = Concession.objects.get()
    concessions.withdraw(concession=first, by=trainer)
    grants(desk, cohort, person, f"lesson {lesson.translation_key}")
    with pytest.raises(RefusedError):
        concessions.restore(concession=first, by=trainer)
    assert Concession.objects.filter(withdrawn_at=None).count() == 1


def test_the_trail_holds_no_reason(desk, cohort, person, trainer, lesson):
    session_of(cohort)
    grants(desk, cohort, person, "session", reason="E kishte fëmijën sëmurë.")
    event = Event.objects.get()
    assert (event.by, event.about, event.facts) == (trainer, person, {"kind": "session"})


@pytest.mark.dialect
def test_what_cannot_be_granted_is_refused_by_the_field(desk, cohort, person, quiz, lesson):
    for what in ("", "x", f"attempt {lesson.translation_key}", f"quiz {cohort.key}"):
        page = grants(desk, cohort, person, what)
        assert "what" in page.context_data["form"].errors
    page = grants(desk, cohort, person, "session", reason=" ")
    assert "reason" in page.context_data["form"].errors
    assert not Concession.objects.exists()


@pytest.mark.dialect
def test_scores_are_shown_and_answers_are_not(desk, cohort, person, quiz):
    fails(person, quiz)
    page = desk.get(page_of(cohort, person)).content.decode()
    assert "0%" in page
    assert "Sepse" not in page


def test_nobody_outside_the_cohort_has_a_page_in_it(desk, cohort, person, trainer):
    other = member(group_of(trainer_of("dy@example.org")), "b@example.org")
    assert desk.get(page_of(cohort, other)).status_code == 404
    made = Concession.objects.create(
        user=person, programme=person.key, kind="session", reason="x", granted_by=trainer
    )
    url = address("cohort_concession", "sq", cohort.key, person.key, made.pk)
    assert desk.post(url).status_code == 404
