"""What the night does with requests: reminders at 7 and 12 days, the end at 14, rounds."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mentoring.mails import ANSWER_WAITS
from mentoring.models import Profile, Request, Waiting
from mentoring.models.request import State
from mentoring.requests import nightly
from mentoring.safeguarding.actions import report
from mentoring.safeguarding.things import of_pair
from portal.accounts.models import Message, User
from portal.mail.models import Mail, Refusal
from portal.mail.models import State as MailState
from tests.mentoring.people import make_mentee, make_request, make_round

pytestmark = pytest.mark.django_db


def sent(days: float, *people: Profile, **fields) -> Request:
    at = timezone.now() - timedelta(days=days)
    return make_request(*people, sent_at=at, due_at=at + timedelta(days=14), **fields)


def mails() -> int:
    return Mail.objects.filter(kind=ANSWER_WAITS.key).exclude(state=MailState.UNWANTED).count()


@pytest.mark.parametrize(("days", "count"), [(6.9, 0), (7.1, 1), (12.1, 1), (14.1, 0)])
def test_a_mentor_is_reminded_once_however_many_nights_were_missed(mentee, mentor, days, count):
    sent(days, mentee, mentor)
    nightly.remind()
    nightly.remind()
    assert mails() == count


def test_a_mentor_is_reminded_again_after_twelve_days(mentee, mentor):
    sent(12.1, mentee, mentor, reminders=1)
    assert nightly.remind() == 1
    assert not nightly.remind()


def test_nobody_is_reminded_of_somebody_with_whom_contact_is_paused(mentee, mentor):
    asked = sent(8, mentee, mentor)
    report(thing=of_pair(mentor, asked.key), kind="pair", key=asked.key)
    assert not nightly.remind()


def test_who_does_not_want_reminders_gets_none(mentee, mentor):
    Refusal.objects.create(user=mentor.user, kind=ANSWER_WAITS.key)
    sent(8, mentee, mentor)
    nightly.remind()
    assert not mails()


def test_of_a_proposal_those_are_reminded_who_have_not_agreed(mentee, mentor):
    sent(8, mentee, mentor, state=State.PROPOSED, mentor_agreed_at=timezone.now())
    nightly.remind()
    assert Mail.objects.get(kind=ANSWER_WAITS.key).to == mentee.user


def test_the_mail_says_nothing(mentee, mentor):
    sent(8, mentee, mentor)
    nightly.remind()
    text = Mail.objects.get().text
    assert "mentor" not in text.lower().replace("mentorimi/kerkesat", "")


def test_a_request_expires_after_fourteen_days(mentee, mentor):
    early, late = sent(13.9, make_mentee("b@example.org"), mentor), sent(14.1, mentee, mentor)
    assert nightly.expire_due() == 1
    early.refresh_from_db()
    late.refresh_from_db()
    assert (early.state, late.state) == (State.SENT, State.EXPIRED)
    assert late.changes.get().by == "clock"
    assert Message.objects.filter(to=mentee.user).exists()


def test_what_a_suspended_mentor_was_asked_ends_kindly(mentee, mentor):
    asked = make_request(mentee, mentor)
    pair = make_request(make_mentee("b@example.org"), mentor, State.ACCEPTED)
    User.objects.filter(pk=mentor.user_id).update(is_active=False)
    assert nightly.end_unanswerable() == 2
    assert not nightly.end_unanswerable()
    states = dict(Request.objects.values_list("pk", "state"))
    assert states == {asked.pk: State.EXPIRED, pair.pk: State.ENDED_EARLY}
    assert not Message.objects.filter(to=mentor.user).exists()
    assert Message.objects.filter(to=mentee.user).count() == 1


def test_a_round_closes_after_its_last_day(mentee, mentor, current):
    request = make_request(mentee, mentor)
    assert not nightly.close_rounds()
    yesterday = timezone.localdate() - timedelta(days=1)
    type(current).objects.update(opens_on=yesterday, closes_on=yesterday)
    assert nightly.close_rounds() == 1
    request.refresh_from_db()
    assert request.state == State.EXPIRED
    make_round()


def test_who_does_not_ask_in_a_week_makes_room_for_the_next(mentee, mentor):
    second = make_mentee("b@example.org")
    for person in (mentee, second):
        Waiting.objects.create(mentee=person, mentor=mentor)
    assert nightly.tell_waiting() == 1
    assert not nightly.tell_waiting()
    Waiting.objects.filter(mentee=mentee).update(told_at=timezone.now() - timedelta(days=8))
    assert nightly.tell_waiting() == 1
    assert Waiting.objects.get().mentee == second


def test_the_commands_run(mentee, mentor, capsys):
    sent(15, mentee, mentor)
    for name in ("end_mentoring_requests", "remind_mentors", "tell_waiting_mentees"):
        call_command(name)
    assert "expired: 1" in capsys.readouterr().out
