"""A trainer answers tasks; nothing is answered unread, twice, or by somebody else."""

from copy import deepcopy

import pytest

from knowledgebase.training import first_page
from knowledgebase.training.cohorts.answering import answer, version_of
from knowledgebase.training.learning.actions import hand_in
from knowledgebase.training.models import Cohort, HandedIn, LessonPage
from portal.accounts.models import Message, User
from portal.publishing.refusals import RefusedError
from tests.portal.people import LANGUAGES, address
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory
from tests.training.groups import client_of, group_of, member, trainer_of

pytestmark = pytest.mark.django_db

TASK = ("assignment", {"title": "Harta e shërbimeve", "text": "<p>Shkruani ku ka strehim.</p>"})


def lesson_of(programme) -> LessonPage:
    module = ModulePageFactory(parent=programme)
    made = LessonPageFactory(parent=module, title="Një", body=[TASK])
    return LessonPage.objects.get(pk=made.pk)


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def desk(trainer):
    return client_of(trainer)


@pytest.fixture(scope="module")
def written(ground) -> LessonPage:
    return ground(lambda: lesson_of(ProgrammePageFactory()))


@pytest.fixture
def lesson(written) -> LessonPage:
    return deepcopy(written)


@pytest.fixture
def programme(lesson):
    return lesson.get_parent().get_parent().specific


@pytest.fixture
def cohort(trainer, programme) -> Cohort:
    return group_of(trainer, programme=programme.translation_key)


@pytest.fixture
def person(cohort) -> User:
    return member(cohort)


def handed_in(user: User, lesson: LessonPage, text: str = "Pesë shërbime.") -> HandedIn:
    block = lesson.body[0].id
    return hand_in(user=user, lesson=lesson.translation_key, block=block, text=text)


def page_of(cohort: Cohort, task: HandedIn, language: str = "sq") -> str:
    return address("cohort_task", language, cohort.key, task.key)


def sent(task: HandedIn, decision: str, reply: str = "", **more: str) -> dict[str, str]:
    return {"decision": decision, "reply": reply, "seen": version_of(task), **more}


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_returned_task_comes_again_and_is_accepted(desk, cohort, person, lesson, language):
    task, mine = handed_in(person, lesson), client_of(person)
    listed = desk.get(address("cohort_tasks", language, cohort.key)).content.decode()
    assert page_of(cohort, task, language) in listed
    page = desk.get(page_of(cohort, task, language)).content.decode()
    assert "Shkruani ku ka strehim." in page
    assert "Pesë shërbime." in page
    desk.post(page_of(cohort, task, language), sent(task, "return", "Shtoni orarin."))
    message = Message.objects.get(to=person)
    assert message.link == f"{lesson.url}#b-{task.block}"
    read = mine.get(lesson.url).content.decode()
    assert "Shtoni orarin." in read
    again = handed_in(person, lesson, "Pesë shërbime, me orar.")
    assert again.state == HandedIn.State.WAITING
    desk.post(page_of(cohort, again, language), sent(again, "accept"))
    again.refresh_from_db()
    assert again.state == HandedIn.State.ACCEPTED
    assert Message.objects.filter(to=person).count() == 2


def test_the_admins_first_page_leads_a_trainer_to_what_waits(desk, cohort, person, lesson, trainer):
    assert not [*first_page.waiting(trainer)]
    task = handed_in(person, lesson)
    page = desk.get("/admin/").content.decode()
    assert address("cohort_tasks", "sq", cohort.key) in page
    desk.post(page_of(cohort, task), sent(task, "accept"))
    assert not [*first_page.waiting(trainer)]


def test_what_is_returned_needs_a_reply_and_nothing_typed_is_lost(desk, cohort, person, lesson):
    task = handed_in(person, lesson)
    page = desk.post(page_of(cohort, task), sent(task, "return", " "))
    assert "reply" in page.context_data["form"].errors
    page = desk.post(page_of(cohort, task), sent(task, "", "Mirë."))
    assert "decision" in page.context_data["form"].errors
    assert "Mirë." in page.content.decode()
    assert not Message.objects.exists()


def test_a_reply_that_leads_to_a_person_is_asked_about_once(desk, cohort, person, lesson):
    task = handed_in(person, lesson)
    fields = sent(task, "return", "Telefonojini znj. Dora Leka, 069 123 4567.")
    assert 'name="warned"' in desk.post(page_of(cohort, task), fields).content.decode()
    assert not Message.objects.exists()
    assert desk.post(page_of(cohort, task), {**fields, "warned": "1"}).status_code == 302


@pytest.mark.dialect
def test_a_trainer_is_told_of_what_was_handed_in_again_meanwhile(desk, cohort, person, lesson):
    seen = sent(handed_in(person, lesson), "accept", "Shumë mirë.")
    task = handed_in(person, lesson, "Tekst i ri.")
    page = desk.post(page_of(cohort, task), seen)
    text = page.content.decode()
    assert "Tekst i ri." in text
    assert "Shumë mirë." in text
    task.refresh_from_db()
    assert task.state == HandedIn.State.WAITING
    desk.post(page_of(cohort, task), sent(task, "accept"))
    task.refresh_from_db()
    assert task.state == HandedIn.State.ACCEPTED


def test_the_second_of_two_trainers_is_told(cohort, trainer, person, lesson):
    task = handed_in(person, lesson)
    seen = version_of(task)
    answer(task=task, seen=seen, by=trainer, is_accepted=True, reply="")
    with pytest.raises(RefusedError):
        answer(task=task, seen=seen, by=trainer, is_accepted=False, reply="Jo.")
    task.refresh_from_db()
    assert task.state == HandedIn.State.ACCEPTED


def test_an_answer_can_be_changed(desk, cohort, person, lesson):
    task = handed_in(person, lesson)
    desk.post(page_of(cohort, task), sent(task, "accept"))
    task.refresh_from_db()
    desk.post(page_of(cohort, task), sent(task, "return", "Më falni: shtoni orarin."))
    task.refresh_from_db()
    assert task.state == HandedIn.State.RETURNED


@pytest.mark.dialect
def test_only_tasks_of_the_cohorts_people_in_its_programme_are_there(desk, cohort, person, lesson):
    elsewhere = handed_in(person, lesson_of(ProgrammePageFactory(slug="tjetri")))
    alone = handed_in(member(group_of(trainer_of("dy@example.org")), "b@example.org"), lesson)
    left = handed_in(person, lesson)
    cohort.enrolments.update(left_at="2026-01-01T00:00Z")
    for task in (elsewhere, alone, left):
        assert desk.get(page_of(cohort, task)).status_code == 404
        assert desk.post(page_of(cohort, task), sent(task, "accept")).status_code == 404
    cohort.enrolments.update(left_at=None)
    assert desk.get(page_of(cohort, left)).status_code == 200


def test_what_was_typed_is_there_after_signing_in_again(cohort, trainer, person, lesson):
    task = handed_in(person, lesson)
    fields = {**sent(task, "return", "Shtoni orarin."), "by": str(trainer.key)}
    client = client_of(trainer)
    client.logout()
    assert client.post(page_of(cohort, task), fields).status_code == 302
    client.force_login(trainer)
    assert "Shtoni orarin." in client.get(page_of(cohort, task)).content.decode()
