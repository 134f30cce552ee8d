"""Two who do the same with a comment in the same second: one effect."""

import pytest
from django.db import connection

from portal.accounts.models import User
from portal.comments.actions import Decision, decide, submit
from portal.comments.models import Comment, State
from portal.personal.audit import Action, Event
from portal.publishing.refusals import RefusedError
from tests.comments.pages import SAID, comment_on, open_page
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def test_one_of_two_moderators_decides_and_the_other_is_told():
    comment = comment_on(open_page(), state=State.WAITING)
    moderators = [User.objects.create_user(f"{name}@example.org") for name in ("ana", "beni")]

    def tried(by: User, state: str) -> bool:
        try:
            decide(comment=comment, by=by, version=0, decision=Decision(state=state))
        except RefusedError:
            return False
        return True

    done = at_once(
        lambda: tried(moderators[0], State.PUBLISHED), lambda: tried(moderators[1], State.SPAM)
    )
    assert sorted(done) == [False, True]
    assert Comment.objects.get().version == 1
    assert Event.objects.filter(action=Action.COMMENT_DECIDED).count() == 1


def test_a_form_that_is_sent_twice_at_once_is_one_comment():
    comment = comment_on(open_page(), state=State.WAITING)
    key, said = comment.key, {**SAID, "email": "", "wants_answer": False, "sender": "x"}
    about = comment.translation_key
    comment.delete()

    def send() -> int:
        return submit(translation_key=about, once=key, **said).pk

    assert len({*at_once(send, send, send)}) == 1
    assert Comment.objects.count() == 1
