"""A trainee goes through a programme: joins, does lessons in either language, writes, hands in."""

from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from knowledgebase.training.models import (
    Enrolment,
    HandedIn,
    LessonPage,
    LessonProgress,
    Note,
    ProgrammePage,
)
from portal.accounts.models import User
from portal.translation_records import publish_translation
from tests.portal.people import LANGUAGES, address, make
from tests.test_budgets import bare_queries
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory

pytestmark = pytest.mark.django_db

BODY = [
    ("reflection", {"prompt": "Çfarë bëtë?"}),
    ("checklist", {"title": "Para takimit", "items": ["Dhoma", "Koha"]}),
    ("assignment", {"title": "Harta e shërbimeve", "text": "<p>Shkruani.</p>"}),
]


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def mine(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def make_lessons() -> tuple[ProgrammePage, list[LessonPage]]:
    programme = ProgrammePageFactory(title="Programi", is_open=True)
    module = ModulePageFactory(parent=programme, title="Moduli")
    made = [
        LessonPageFactory(
            parent=module, title=title, slug=title.lower().replace(" ", "-"), body=BODY
        )
        for title in ("Një", "Dy", "Tre")
    ]
    return programme, [LessonPage.objects.get(pk=lesson.pk) for lesson in made]


@pytest.fixture(scope="module")
def written(ground) -> tuple[ProgrammePage, list[LessonPage]]:
    return ground(make_lessons)


@pytest.fixture
def programme(written) -> ProgrammePage:
    return deepcopy(written[0])


@pytest.fixture
def lessons(written) -> list[LessonPage]:
    return deepcopy(written[1])


def done(client: Client, lesson: LessonPage, language: str = "sq", **fields):
    return client.post(address("lesson_done", language, lesson.translation_key), fields)


@pytest.mark.dialect
def test_visitors_read_and_nothing_is_kept_of_them(client, lessons):
    response = client.get(lessons[0].url)
    assert "Çfarë bëtë?" in response.content.decode()
    assert not response.cookies
    assert not LessonProgress.objects.exists()
    for name in ("lesson_done", "enrolment"):
        sent = client.post(address(name, "sq", lessons[0].translation_key))
        assert sent["Location"].startswith(address("account_login"))


@pytest.mark.dialect
def test_a_trainee_goes_on_where_they_were(mine, programme, lessons):
    assert "Filloni" in mine.get(programme.url).content.decode()
    mine.get(lessons[1].url)
    assert "Vazhdoni: Dy" in mine.get(programme.url).content.decode()
    following = {"next": str(lessons[2].translation_key)}
    assert done(mine, lessons[1], **following)["Location"] == lessons[2].url
    page = mine.get(programme.url).content.decode()
    assert "1 nga 3 hapa" in page
    assert "Vazhdoni: Tre" in page
    other = ModulePageFactory(parent=programme, title="Tjetri", slug="tjetri")
    lessons[2].move(other, pos="last-child")
    lessons[2].refresh_from_db()
    assert "1 nga 2 hapa" in mine.get(lessons[0].get_parent().url).content.decode()
    done(mine, lessons[2])
    assert "Vazhdoni: Një" in mine.get(programme.url).content.decode()
    done(mine, lessons[1], undo="yes")
    assert "1 nga 3 hapa" in mine.get(programme.url).content.decode()


def test_a_change_of_language_loses_nothing(mine, programme, lessons, english):
    done(mine, lessons[0])
    publish_translation(programme, english, [("Programi", "P"), (programme.slug, "programme")])
    for lesson in lessons:
        lesson.copy_for_translation(english, copy_parents=True, alias=True)
    page = mine.get("/en/knowledge-base/training/programme/").content.decode()
    assert "1 of 3 steps done" in page
    done(mine, lessons[1], "en")
    assert "2 nga 3 hapa" in mine.get(programme.url).content.decode()


@pytest.mark.dialect
def test_a_lesson_that_moves_takes_its_progress_along(mine, programme, lessons):
    done(mine, lessons[0])
    other = ModulePageFactory(parent=programme, title="Tjetri", slug="tjetri")
    lessons[0].move(other, pos="last-child")
    assert "1 nga 3 hapa" in mine.get(programme.url).content.decode()


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_enrols_finds_the_programme_on_their_page_and_can_leave(
    mine, person, programme, lessons, language
):
    url = address("enrolment", language, programme.translation_key)
    assert mine.post(url, follow=True).status_code == 200
    assert "Programi" in mine.get(address("my_page", language)).content.decode()
    done(mine, lessons[0])
    page = mine.get(address("my_page", "sq")).content.decode()
    assert f'href="{lessons[1].url}">Vazhdoni: Dy</a>' in page
    mine.post(url, {"leave": "yes"})
    assert not Enrolment.objects.filter(user=person, left_at=None).exists()
    mine.post(url)
    assert Enrolment.objects.get(user=person).left_at is None


def test_nobody_enrols_themselves_where_a_trainer_invites(mine, programme):
    programme.is_open = False
    programme.save_revision().publish()
    assert mine.post(address("enrolment", "sq", programme.translation_key)).status_code == 404


def block_url(name: str, lesson: LessonPage, number: int) -> str:
    return address(name, "sq", lesson.translation_key, lesson.body[number].id)


@pytest.mark.dialect
def test_what_is_written_is_there_again_and_only_for_its_writer(mine, person, lessons):
    lesson = lessons[0]
    mine.post(block_url("lesson_note", lesson, 0), {"text": "Dëgjova më shumë."})
    item = lesson.body[1].value["items"].bound_blocks[1].id
    mine.post(block_url("lesson_note", lesson, 1), {"item": [item, "x"]})
    page = mine.get(lesson.url).content.decode()
    assert "Dëgjova më shumë." in page
    assert f'value="{item}" checked' in page
    other = Client()
    other.force_login(make("beni@example.org"))
    assert "Dëgjova më shumë." not in other.get(lesson.url).content.decode()
    mine.post(block_url("lesson_note", lesson, 0), {"text": " "})
    assert [note.value for note in Note.objects.filter(user=person)] == [[item]]


@pytest.mark.dialect
def test_a_task_is_handed_in_until_it_is_accepted(mine, person, lessons):
    url = block_url("lesson_task", lessons[0], 2)
    assert 'id="id_text_error"' in mine.post(url, {"text": ""}).content.decode()
    assert not HandedIn.objects.exists()
    mine.post(url, {"text": "Pesë shërbime."})
    HandedIn.objects.update(state=HandedIn.State.RETURNED, reply="Shtoni orarin.")
    assert "Shtoni orarin." in mine.get(lessons[0].url).content.decode()
    mine.post(url, {"text": "Pesë shërbime, me orar."})
    assert HandedIn.objects.get(user=person).state == HandedIn.State.WAITING
    HandedIn.objects.update(state=HandedIn.State.ACCEPTED)
    mine.post(url, {"text": "Tjetër."})
    assert HandedIn.objects.get(user=person).text == "Pesë shërbime, me orar."


@pytest.mark.dialect
def test_what_is_too_long_is_refused_and_kept(mine, lessons):
    for name, number in (("lesson_note", 0), ("lesson_task", 2)):
        page = mine.post(block_url(name, lessons[0], number), {"text": "ë" * 6_000})
        assert 'id="id_text_error"' in page.content.decode()
        assert "ë" * 6_000 in page.content.decode()
    assert not Note.objects.exists()
    assert not HandedIn.objects.exists()


@pytest.mark.dialect
def test_a_task_that_leads_to_a_person_is_asked_about_once(mine, lessons):
    url = block_url("lesson_task", lessons[0], 2)
    text = "Telefonoi znj. Dora Leka, 069 123 4567."
    page = mine.post(url, {"text": text}).content.decode()
    assert 'name="warned"' in page
    assert text in page
    assert not HandedIn.objects.exists()
    mine.post(url, {"text": text, "warned": "1"})
    assert HandedIn.objects.get().text == text


@pytest.mark.parametrize(("name", "number"), [("lesson_note", 0), ("lesson_task", 2)])
def test_what_was_typed_is_there_after_signing_in_again(person, lessons, name, number):
    url = block_url(name, lessons[0], number)
    client = Client()
    assert client.post(url, {"text": "Dëgjova.", "by": str(person.key)}).status_code == 302
    client.force_login(person)
    assert "Dëgjova." in client.get(url).content.decode()
    assert client.get(url)["Location"].startswith(lessons[0].url)


def test_what_is_not_in_the_lesson_takes_nothing(mine, lessons):
    lesson = lessons[0]
    for name, number in (("lesson_note", 2), ("lesson_task", 0)):
        assert mine.post(block_url(name, lesson, number), {"text": "x"}).status_code == 404
    strange = address("lesson_note", "sq", lesson.translation_key, lesson.translation_key)
    assert mine.post(strange, {"text": "x"}).status_code == 404
    lesson.unpublish()
    assert mine.post(block_url("lesson_note", lesson, 0), {"text": "x"}).status_code == 404


def test_the_budgets_hold_for_many_lessons(mine, programme, lessons):
    def queries(url: str) -> int:
        mine.get(url)
        with CaptureQueriesContext(connection) as captured:
            mine.get(url)
        return len(captured)

    bare = bare_queries(lessons[0].get_parent(), mine)
    before = queries(lessons[0].url), queries(programme.url)
    module = lessons[0].get_parent()
    for number in range(10):
        LessonPageFactory(parent=module.specific, slug=f"m-{number}", body=BODY)
    assert (queries(lessons[0].url), queries(programme.url)) == before
    assert max(before) - bare <= 8


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_read_a_restricted_lesson_comes_back_to_it(mine, person, lessons, language):
    lesson = lessons[0]
    PageViewRestriction.objects.create(page=lesson, restriction_type=PageViewRestriction.LOGIN)
    sent = [
        mine.post(address("lesson_done", language, lesson.translation_key)),
        mine.post(block_url("lesson_note", lesson, 0), {"text": "Dëgjova."}),
    ]
    assert [each["Location"].partition("#")[0] for each in sent] == [lesson.url, lesson.url]
    assert LessonProgress.objects.get(user=person).done_at
