"""Both of a pair at the same second: of one proposal comes one meeting, whoever clicks what."""

import pytest
from django.db import connection

from mentoring.models import Request, Session
from mentoring.requests import actions
from mentoring.requests.rules import By
from mentoring.work import goals, sessions
from mentoring.work.rules import State
from portal.accounts.models import Message, User
from portal.certificates.models import Certificate
from tests.mentoring.asking import by
from tests.mentoring.people import make_mentee, make_profile, make_round
from tests.mentoring.test_requests_at_once import or_refused
from tests.mentoring.working import held, make_pair, propose, tomorrow
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair() -> Request:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    make_round()
    return make_pair(make_mentee(), make_profile("mentorja@example.org"))


@pytest.mark.parametrize("_round", range(3))
def test_of_one_proposal_comes_one_meeting(pair, _round):
    times = [tomorrow(hours) for hours in (0, 3, 6)]
    row = propose(pair, By.MENTOR, *times)
    before = Message.objects.count()
    clicks = [
        lambda each=each: or_refused(
            lambda: sessions.agree(session=row, by=By.MENTEE, starts_at=each)
        )
        for each in (*times, *times)
    ]
    cancel = [lambda: or_refused(lambda: sessions.cancel(session=row, by=By.MENTOR))] * 2
    said = at_once(*clicks, *cancel)
    # One of the clicks, and perhaps that what was agreed is cancelled after it.
    assert 1 <= said.count("done") <= 2
    assert Message.objects.count() == before + said.count("done")
    assert Session.objects.get().state == State.CANCELLED


def test_one_of_two_notes_is_kept_and_limits_hold(pair):
    row = held(pair)
    said = at_once(
        *(
            lambda role=role: or_refused(
                lambda: sessions.write_note(session=row, by=role, text=f"Nga {role}", version=0)
            )
            for role in (By.MENTOR, By.MENTEE)
        )
    )
    assert sorted(said) == ["done", "refused"]
    at_once(
        *(
            lambda number=number: or_refused(
                lambda: goals.add_goal(pair=pair, by=By.MENTOR, text=f"Synimi {number}")
            )
            for number in range(9)
        )
    )
    assert pair.goals_of_pair.count() == 5


def test_both_complete_at_once_while_a_meeting_is_proposed_and_get_one_certificate_each(pair):
    for profile in (pair.mentor, pair.mentee):
        User.objects.filter(pk=profile.user_id).update(name="Ana Leka")
    for _number in range(3):
        held(pair)
    people = [pair.mentor, pair.mentee] * 2
    at_once(
        *(
            lambda each=each: or_refused(lambda: actions.complete(request=pair, by=by(each, pair)))
            for each in people
        ),
        lambda: or_refused(lambda: propose(pair, By.MENTEE)),
    )
    assert Certificate.objects.count() == 2
    assert not Session.objects.filter(state=State.PROPOSED).exists()
