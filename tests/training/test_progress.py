"""A trainer sees how a group is getting on, who is stuck and where, and takes it away."""

import csv
import io
import tracemalloc
import zlib
from copy import deepcopy
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook
from wagtail.models import Page, PageViewRestriction

from knowledgebase.training.cohorts.exports import AT_ONCE
from knowledgebase.training.cohorts.matrix import failing, stopped
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.cohorts.standing import Mark, Standing, standings
from knowledgebase.training.models import (
    Attempt,
    Attendance,
    Cohort,
    Completion,
    Concession,
    Enrolment,
    LessonProgress,
    ModulePage,
    ProgrammePage,
)
from knowledgebase.training.outline import Item, whole_programme
from portal.accounts.models import User
from portal.translation_records import publish_translation
from tests.portal.people import LANGUAGES, address
from tests.training.factories import (
    LessonPageFactory,
    ModulePageFactory,
    ProgrammePageFactory,
    QuizPageFactory,
)
from tests.training.groups import client_of, group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

AGES_AGO = timezone.now() - timedelta(days=60)
AGES = {"joined_at": AGES_AGO}


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def desk(trainer):
    return client_of(trainer)


def make_programme() -> ProgrammePage:
    programme = ProgrammePageFactory(title="Programi")
    QuizPageFactory(parent=programme, title="Testi hyrës", slug="hyres", purpose="before")
    module = ModulePageFactory(parent=programme, title="Moduli")
    for title in ("Një", "Dy", "Tre"):
        LessonPageFactory(parent=module, title=title, slug=title.lower())
    QuizPageFactory(parent=module, title="Kuizi", slug="kuizi", attempts=2)
    return programme


@pytest.fixture(scope="module")
def written(ground) -> ProgrammePage:
    return ground(make_programme)


@pytest.fixture
def programme(written) -> ProgrammePage:
    return deepcopy(written)


@pytest.fixture
def cohort(trainer, programme) -> Cohort:
    return group_of(trainer, programme=programme.translation_key)


def step(cohort: Cohort, title: str) -> Item:
    return next(each for each in whole_programme(cohort.programme).steps if each.title == title)


def reads(user: User, cohort: Cohort, title: str, *, is_done: bool = True, at=AGES_AGO) -> None:
    LessonProgress.objects.create(
        user=user,
        lesson=step(cohort, title).key,
        programme=cohort.programme,
        opened_at=at,
        done_at=at if is_done else None,
    )


def tries(user: User, cohort: Cohort, title: str, *passed: bool, at=AGES_AGO) -> None:
    key = step(cohort, title).key
    before = Attempt.objects.at(key, user).count()
    for number, has_passed in enumerate(passed, start=before + 1):
        Attempt.objects.create(
            user=user,
            quiz=key,
            number=number,
            asked={},
            started_at=at,
            submitted_at=at,
            score=100 if has_passed else 0,
            has_passed=has_passed,
        )


def grants(user: User, cohort: Cohort, kind: str, title: str) -> Concession:
    return Concession.objects.create(
        user=user,
        programme=cohort.programme,
        kind=kind,
        subject=step(cohort, title).key,
        reason="Ishte sëmurë.",
    )


def stands(cohort: Cohort, user: User) -> Standing:
    people = people_of(cohort).filter(user=user)
    return next(iter(standings(cohort, people).values()))


@pytest.mark.dialect
def test_every_state_of_a_step_is_told_apart(cohort):
    ana = member(cohort, **AGES)
    tries(ana, cohort, "Testi hyrës", False)
    reads(ana, cohort, "Një")
    reads(ana, cohort, "Dy", is_done=False)
    assert [cell.mark for cell in stands(cohort, ana).cells] == [
        *(Mark.DONE, Mark.DONE, Mark.OPENED, Mark.NONE, Mark.NONE),
    ]
    tries(ana, cohort, "Kuizi", False)
    assert stands(cohort, ana).cells[-1] == (Mark.FAILED, 1, 0)
    tries(ana, cohort, "Kuizi", False)
    assert stands(cohort, ana).cells[-1] == (Mark.USED_UP, 2, 0)
    grants(ana, cohort, "attempt", "Kuizi")
    assert stands(cohort, ana).cells[-1] == (Mark.FAILED, 2, 1)
    waived = grants(ana, cohort, "quiz", "Kuizi")
    assert stands(cohort, ana).cells[-1].mark == Mark.WAIVED
    waived.withdrawn_at = timezone.now()
    waived.save()
    tries(ana, cohort, "Kuizi", True)
    assert stands(cohort, ana).cells[-1].mark == Mark.PASSED
    grants(ana, cohort, "lesson", "Tre")
    assert stands(cohort, ana).cells[-2].mark == Mark.WAIVED
    assert (stands(cohort, ana).done, stands(cohort, ana).next.title) == (4, "Dy")


def test_what_is_restricted_is_shown_and_does_not_count(desk, cohort):
    ana = member(cohort, **AGES)
    reads(ana, cohort, "Një")
    closed = Page.objects.get(title="Dy")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    standing = stands(cohort, ana)
    assert (standing.done, standing.of, len(standing.cells)) == (1, 4, 5)
    assert standing.next.title == "Tre"
    text = desk.get(address("cohort_progress", "sq", cohort.key)).content.decode()
    assert "I kufizuar" in text


def test_people_who_are_behind_are_counted_where_they_stopped(cohort):
    for name in ("a", "b", "c"):
        reads(member(cohort, f"{name}@example.org", **AGES), cohort, "Një")
    lost = member(cohort, "d@example.org", **AGES)
    reads(lost, cohort, "Tre")
    tries(lost, cohort, "Kuizi", False, False)
    member(cohort, "not-begun@example.org", **AGES)
    reads(member(cohort, "new@example.org", **AGES), cohort, "Një", at=timezone.now())
    people = [*standings(cohort, people_of(cohort)).values()]
    assert [(stop.step.title, stop.people) for stop in stopped(people)] == [("Dy", 3), ("Kuizi", 1)]
    assert [(stop.step.title, stop.people) for stop in failing(people)] == [("Kuizi", 1)]


@pytest.mark.dialect
def test_who_completed_the_programme_is_never_behind(cohort):
    ana = member(cohort, **AGES)
    assert stands(cohort, ana).is_behind
    Completion.objects.create(user=ana, programme=cohort.programme)
    assert not stands(cohort, ana).is_behind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_who_is_stuck_and_leads_to_writing_to_them(desk, cohort, language):
    ana = member(cohort, "ana@example.org", **AGES)
    User.objects.filter(pk=ana.pk).update(name="Ana Leka")
    reads(ana, cohort, "Një")
    text = desk.get(address("cohort_progress", language, cohort.key)).content.decode()
    assert {"sq": "1 person u ndal përpara “<span", "en": "1 person stopped before “<span"}[
        language
    ] in text
    assert f'href="{address("cohort_messages", language, cohort.key)}?to=behind"' in text
    assert "ana@example.org" not in text
    assert text.count("Ana Leka") == 2  # in the list for phones, and in the table


def test_it_shows_whom_one_asks_for(desk, cohort):
    url = address("cohort_progress", "sq", cohort.key)
    late, new = member(cohort, "late@example.org", **AGES), member(cohort, "new@example.org")
    User.objects.filter(pk=late.pk).update(name="Vonesa")
    User.objects.filter(pk=new.pk).update(name="Fillesa")
    reads(late, cohort, "Një")
    shown = {
        show: {
            name
            for name in ("Vonesa", "Fillesa")
            if name in desk.get(url, {"show": show}).content.decode()
        }
        for show in ("all", "behind", "not-begun", "completed")
    }
    assert shown == {
        "all": {"Vonesa", "Fillesa"},
        "behind": {"Vonesa"},
        "not-begun": {"Fillesa"},
        "completed": set(),
    }
    for nonsense in ({"show": "x"}, {"page": "2"}):
        assert desk.get(url, nonsense).status_code == 404


def test_a_programme_that_is_gone_stops_no_page(desk, cohort, programme):
    member(cohort)
    programme.unpublish()
    for name in ("cohort_progress", "cohort_gain", "cohort_tasks"):
        assert desk.get(address(name, "sq", cohort.key)).status_code == 200


def test_steps_are_the_same_in_each_language(cohort, programme, english):
    publish_translation(programme, english, [("Programi", "P"), (programme.slug, "p")])
    for language, title in (("sq", "Programi"), ("en", "P")):
        with override(language):
            whole = whole_programme(cohort.programme)
        assert whole.title == title
        assert [each.title for each in whole.steps] == ["Testi hyrës", "Një", "Dy", "Tre", "Kuizi"]


# --- Many people -------------------------------------------------------------------------------
PEOPLE, LESSONS, QUERIES = 200, 40, 12


def fill(cohort: Cohort, people: int) -> None:
    """Put people into a cohort who have done everything."""
    number = User.objects.count()
    users = User.objects.bulk_create(
        User(email=f"p{number + each}@example.org", name=f"Person {number + each}")
        for each in range(people)
    )
    own = {"programme": cohort.programme}
    Enrolment.objects.bulk_create(Enrolment(user=user, cohort=cohort, **own) for user in users)
    now = timezone.now()
    steps = whole_programme(cohort.programme).steps
    lessons = [each.key for each in steps if each.kind == "lessonpage"]
    quizzes = [each.key for each in steps if each.kind == "quizpage"]
    LessonProgress.objects.bulk_create(
        LessonProgress(user=user, lesson=lesson, done_at=now, **own)
        for user, lesson in product(users, lessons)
    )
    Attempt.objects.bulk_create(
        Attempt(user=user, quiz=quiz, number=1, asked={}, submitted_at=now, has_passed=True)
        for user, quiz in product(users, quizzes)
    )
    Concession.objects.bulk_create(
        Concession(user=user, kind="lesson", subject=lessons[0], reason="x", **own)
        for user in users
    )
    Completion.objects.bulk_create(Completion(user=user, **own) for user in users)


def queries(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
        b"".join(answer.streaming_content if answer.streaming else [answer.content])
    return len(captured)


@pytest.fixture
def many_lessons(programme) -> None:
    module = ModulePage.objects.get(title="Moduli", locale__language_code="sq")
    for number in range(LESSONS - 5):
        LessonPageFactory(parent=module, title=f"Mësimi {number}", slug=f"m-{number}")


@pytest.mark.dialect
def test_two_hundred_people_take_as_many_queries_as_one(desk, cohort, many_lessons):
    url = address("cohort_progress", "sq", cohort.key)
    fill(cohort, 1)
    few = queries(desk, url)
    fill(cohort, PEOPLE - 1)
    assert len(whole_programme(cohort.programme).steps) == LESSONS
    assert queries(desk, url) == few <= QUERIES
    answer = desk.get(url)
    assert len(zlib.compress(answer.content)) < 40_000
    assert answer.content.count(b"<tr>") == 51


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_asks_the_same_for_each_lot_of_people(desk, cohort, kind):
    url = address("cohort_export", "sq", cohort.key) + f"?as={kind}"
    fill(cohort, AT_ONCE)
    one = queries(desk, url)
    fill(cohort, AT_ONCE)
    two = queries(desk, url)
    fill(cohort, AT_ONCE)
    assert queries(desk, url) - two == two - one <= 4


# --- Tables to take away -----------------------------------------------------------------------
def table_of(desk, cohort: Cohort, language: str = "sq", **asked: str) -> list[list[str]]:
    answer = desk.get(address("cohort_export", language, cohort.key), {"as": "csv", **asked})
    text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
    return [*csv.reader(io.StringIO(text), delimiter=";" if language == "sq" else ",")]


@pytest.mark.dialect
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_says_of_each_person_what_they_did(desk, cohort, language):
    ana = member(cohort, **AGES)
    User.objects.filter(pk=ana.pk).update(name='=HYPERLINK("x")')
    reads(ana, cohort, "Një")
    tries(ana, cohort, "Kuizi", False)
    Attendance.objects.create(session=session_of(cohort), user=ana)
    titles, row = table_of(desk, cohort, language)
    assert titles[2:7] == ["1. Testi hyrës", "2. Një", "3. Dy", "4. Tre", "5. Kuizi"]
    assert row[0] == '\'=HYPERLINK("x")'
    words = {
        "sq": [
            "nuk u hap",
            "u krye",
            "nuk u hap",
            "nuk u hap",
            "nuk u kalua ende, u përdor 1 përpjekje",
        ],
        "en": ["not opened", "done", "not opened", "not opened", "not passed yet, 1 attempt used"],
    }
    assert row[2:] == [*words[language], "1", "1", "", ""]


def test_addresses_are_in_it_only_if_they_are_asked_for(desk, cohort):
    member(cohort)
    assert "ana@example.org" not in str(table_of(desk, cohort))
    assert table_of(desk, cohort, email="yes")[1][1] == "ana@example.org"
    answer = desk.get(address("cohort_export", "sq", cohort.key), {"as": "xlsx", "email": "yes"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet[2]][1] == "ana@example.org"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_its_name_says_nothing_and_nobody_keeps_it(desk, cohort, kind):
    answer = desk.get(address("cohort_export", "en", cohort.key), {"as": kind})
    assert answer["Content-Disposition"] == (
        f'attachment; filename="progress-{timezone.localdate()}.{kind}"'
    )
    assert {"private", "no-store"} <= {*answer["Cache-Control"].split(", ")}
    assert desk.get(address("cohort_export", "en", cohort.key), {"as": "pdf"}).status_code == 404


def test_five_thousand_people_take_no_more_memory_than_some_hundred(desk, cohort):
    url = address("cohort_export", "sq", cohort.key) + "?as=csv"

    def peak() -> int:
        answer = desk.get(url)
        tracemalloc.start()
        for _part in answer.streaming_content:
            pass
        taken = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return taken

    fill(cohort, 3 * AT_ONCE)
    peak()
    few = peak()
    fill(cohort, 5_000 - 3 * AT_ONCE)
    assert peak() < few + 500_000
