"""Two at the same second: one message, one agreement, nothing after the end."""

from uuid import uuid4

import pytest
from django.db import connection

from mentoring.models import Agreement, PairMessage
from mentoring.pairs import agreeing, talking
from mentoring.requests import actions
from portal.accounts.models import Message
from tests.mentoring.asking import by
from tests.mentoring.pairing import AGREED, make_pair
from tests.mentoring.people import make_mentee, make_profile, make_round
from tests.mentoring.test_requests_at_once import or_refused
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_write_agree_sign_and_end_at_once():
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    make_round()
    mentee, mentor = make_mentee(), make_profile("mentorja@example.org")
    pair, once = make_pair(mentee, mentor), uuid4()

    def send(person, text: str = "x"):
        return or_refused(lambda: talking.send(request=pair, by=person, text=text, once=once))

    def write(person, mark: str, goals: str):
        said = AGREED | {"goals": goals}
        return or_refused(lambda: agreeing.write(request=pair, by=person, mark=mark, said=said))

    def sign(person, mark: str):
        return or_refused(lambda: agreeing.sign(request=pair, by=person, mark=mark))

    assert at_once(*[lambda: send(mentee)] * 4) == ["done"] * 4
    assert PairMessage.objects.count() == Message.objects.count() == 1
    said = at_once(lambda: write(mentee, "", "A"), lambda: write(mentor, "", "B"))
    assert sorted(said) == ["done", "refused"]
    mark = Agreement.objects.get().mark
    changed, signed = at_once(lambda: write(mentee, mark, "C"), lambda: sign(mentor, mark))
    assert changed == "done"
    agreement = Agreement.objects.get()
    assert (agreement.goals, agreement.mentor_signed_at) == ("C", None), signed
    at_once(
        lambda: actions.end(request=pair, by=by(mentee, pair)),
        *[lambda number=number: send(mentor, str(number)) for number in range(4)],
        lambda: talking.mark_read(request=pair, reader=mentor),
    )
    assert send(mentor, "Vonë") == "refused"
