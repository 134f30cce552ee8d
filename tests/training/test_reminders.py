"""Reminders are seldom and neutral; each can switch them off; a second run sends none again."""

from copy import deepcopy
from datetime import datetime, time, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from knowledgebase.training.cohorts import reminders
from knowledgebase.training.cohorts.reminders import remind_of_sessions, remind_of_steps
from knowledgebase.training.learning.actions import mark_done
from knowledgebase.training.mails import GO_ON, KINDS, TOMORROW
from knowledgebase.training.models import (
    Cohort,
    Completion,
    Enrolment,
    LessonPage,
    LessonProgress,
)
from portal.accounts.models import User
from portal.mail.actions import choose
from portal.mail.models import Mail
from tests.portal.people import LANGUAGES, address
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory
from tests.training.groups import group_of, member, session_of, trainer_of

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=20)


def make_lessons() -> LessonPage:
    """Return the first of two."""
    module = ModulePageFactory(parent=ProgrammePageFactory())
    first, _other = (LessonPageFactory(parent=module, slug=f"m-{number}") for number in range(2))
    return first


@pytest.fixture(scope="module")
def written(ground) -> LessonPage:
    return ground(make_lessons)


@pytest.fixture
def lesson(written) -> LessonPage:
    return deepcopy(written)


@pytest.fixture
def cohort(lesson) -> Cohort:
    """A cohort at the end of whose days nothing is done."""
    today = timezone.localdate()
    return group_of(
        trainer_of(),
        programme=lesson.get_parent().get_parent().translation_key,
        starts_on=today - LONG_AGO,
        ends_on=today,
    )


@pytest.fixture
def ana(cohort) -> User:
    return member(cohort, joined_at=timezone.localtime() - LONG_AGO)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_behind_is_reminded_once_in_their_language(cohort, language):
    member(cohort, language=language, joined_at=timezone.localtime() - LONG_AGO)
    assert [remind_of_steps(), remind_of_steps()] == [1, 0]
    assert address("my_page", language) in mail.outbox[0].body
    assert {"sq": "aty ku e latë", "en": "where you left off"}[language] in mail.outbox[0].body


@pytest.mark.dialect
@pytest.mark.parametrize(
    "about",
    [
        {"closed_at": timezone.now()},
        {"ends_on": timezone.localdate() - timedelta(days=1)},
        {
            "starts_on": timezone.localdate() + timedelta(days=1),
            "ends_on": timezone.localdate() + timedelta(days=9),
        },
    ],
)
def test_nobody_is_reminded_outside_an_open_cohorts_days(cohort, ana, about):
    Cohort.objects.update(**about)
    assert remind_of_steps() == 0


def test_who_left_or_finished_or_is_suspended_is_not_reminded(cohort, lesson):
    old = timezone.localtime() - LONG_AGO
    member(cohort, "left@example.org", joined_at=old, left_at=old)
    done, completed, suspended = (
        member(cohort, f"{name}@example.org", joined_at=old)
        for name in ("done", "completed", "suspended")
    )
    for key in lesson.get_parent().get_children().values_list("translation_key", flat=True):
        LessonProgress.objects.create(
            user=done, lesson=key, programme=cohort.programme, done_at=old
        )
    Completion.objects.create(user=completed, programme=cohort.programme)
    User.objects.filter(pk=suspended.pk).update(is_active=False)
    assert remind_of_steps() == 0


@pytest.mark.parametrize(("days", "count"), [(6, 0), (7, 1), (48, 1), (49, 0)])
def test_who_was_just_here_or_does_not_come_back_is_left_in_peace(cohort, lesson, days, count):
    Cohort.objects.update(starts_on=timezone.localdate() - timedelta(days=90))
    ana = member(cohort, joined_at=timezone.localtime() - timedelta(days=80))
    LessonProgress.objects.create(
        user=ana,
        lesson=lesson.translation_key,
        programme=cohort.programme,
        opened_at=timezone.localtime() - timedelta(days=days),
    )
    assert remind_of_steps() == count


@pytest.mark.dialect
@pytest.mark.parametrize("is_done", [True, False])
def test_who_marks_a_lesson_anew_was_just_here(cohort, lesson, is_done):
    long_ago = timezone.localtime() - timedelta(days=30)
    Cohort.objects.update(starts_on=long_ago.date())
    ana = member(cohort, joined_at=long_ago)
    at = {"user": ana, "lesson": lesson.translation_key, "programme": cohort.programme}
    LessonProgress.objects.create(**at, opened_at=long_ago, done_at=None if is_done else long_ago)
    mark_done(**at, is_done=is_done)
    assert remind_of_steps() == 0


def test_there_are_at_most_three_in_a_row_two_weeks_apart(cohort, monkeypatch):
    start = timezone.localtime() - timedelta(days=90)
    Cohort.objects.update(starts_on=start.date(), ends_on=timezone.localdate())
    member(cohort, joined_at=start)
    reminded = []
    for day in range(90):
        now = start + timedelta(days=day)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        reminded += [day] * reminders.remind_of_steps()
    assert 1 <= len(reminded) <= 3
    assert all(later - earlier >= 14 for earlier, later in pairwise(reminded))


def test_who_joined_before_it_began_is_quiet_from_its_first_day(cohort):
    member(cohort, joined_at=timezone.localtime() - timedelta(days=200))
    assert remind_of_steps() == 1


@pytest.fixture
def tomorrow() -> datetime:
    """The first minute of the next day in Tirana."""
    day = timezone.localdate() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time.min))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_is_reminded_once_on_the_day_before_a_session(cohort, tomorrow, language):
    member(cohort, language=language)
    for number in range(2):
        session_of(cohort, tomorrow + timedelta(hours=number))
    assert [remind_of_sessions(), remind_of_sessions()] == [1, 0]
    body = mail.outbox[0].body
    assert {"sq": "Ju presin nesër", "en": "You are expected tomorrow"}[language] in body
    assert "Vlorë" not in body


@pytest.mark.dialect
def test_a_session_of_today_of_later_cancelled_or_of_a_closed_group_reminds_nobody(
    cohort, ana, tomorrow
):
    session_of(cohort, tomorrow - timedelta(minutes=1))
    session_of(cohort, tomorrow + timedelta(hours=25))  # one hour is spare when clocks change
    session_of(cohort, tomorrow, cancelled_at=timezone.now())
    assert remind_of_sessions() == 0
    session_of(cohort, tomorrow)
    Cohort.objects.update(closed_at=timezone.now())
    assert remind_of_sessions() == 0
    Cohort.objects.update(closed_at=None)
    Enrolment.objects.update(left_at=timezone.now())
    assert remind_of_sessions() == 0


def test_who_switched_them_off_gets_none(cohort, ana, tomorrow):
    session_of(cohort, tomorrow)
    choose(user=ana, wanted=[])
    call_command("send_reminders", stdout=StringIO())
    assert not mail.outbox
    assert {*Mail.objects.filter(to=ana).values_list("state", flat=True)} == {"unwanted"}


def test_each_kind_can_be_switched_off_alone(cohort, ana, tomorrow):
    session_of(cohort, tomorrow)
    choose(user=ana, wanted=[TOMORROW.key])
    call_command("send_reminders", stdout=StringIO())
    assert len(mail.outbox) == 1
    assert all(kind.optional for kind in KINDS)
    assert Mail.objects.get(kind=GO_ON.key).state == "unwanted"


@pytest.mark.dialect
def test_the_nightly_work_says_how_many_it_reminded(cohort, ana, tomorrow):
    session_of(cohort, tomorrow)
    output = StringIO()
    call_command("send_reminders", stdout=output)
    assert output.getvalue() == "reminded to go on: 1\nreminded of tomorrow: 1\n"
