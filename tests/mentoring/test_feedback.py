"""Feedback on a pair: when it is asked, who reads it, and what is counted of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from mentoring.models import FeedbackFigures, PairFeedback, Request
from mentoring.requests.rules import By
from mentoring.work import feedback
from mentoring.work.figures import count, count_due
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_mentee, make_request
from tests.mentoring.working import ago, complete, held, make_pair
from tests.portal.people import address
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
SAID = {"is_useful": "5", "words": "Më ndihmoi."}


@pytest.fixture
def pair(mentee, mentor) -> Request:
    return make_pair(mentee, mentor)


@pytest.fixture
def mine(mentee):
    return client_of(mentee.user)


def test_it_is_asked_in_the_middle_and_at_the_end(mine, mentor, pair):
    where = address("mentoring_feedback", "en", pair.key)
    assert "We ask you after the second meeting" in mine.get(where).content.decode()
    mine.post(where, SAID)
    assert not PairFeedback.objects.exists()
    held(pair)
    assert not feedback.moment_of(pair)
    held(pair)
    assert "Give at least one answer" in mine.post(where, {}).content.decode()
    for words in ("Më ndihmoi.", "Më ndihmoi shumë."):
        mine.post(where, SAID | {"words": words})
    row = PairFeedback.objects.get()
    assert (row.moment, row.is_useful, row.words) == ("middle", 5, "Më ndihmoi shumë.")
    PairFeedback.objects.update(given_at=timezone.now() - timedelta(days=15))
    mine.post(where, SAID)
    row.refresh_from_db()
    assert row.words == "Më ndihmoi shumë."
    complete(pair, mentor)
    mine.post(where, SAID)
    page = mine.get(where).content.decode()
    assert "What you said in the middle" in page
    assert PairFeedback.objects.filter(moment="end").count() == 1
    ago(pair, 61)
    pair.refresh_from_db()
    assert not feedback.moment_of(pair)
    with pytest.raises(RefusedError):
        feedback.give(pair=pair, author=mentor, moment="end", said={"is_useful": 1})


def test_half_of_the_time_is_the_middle_too(pair):
    pair.answered_at = timezone.now() - timedelta(days=92)
    assert feedback.moment_of(pair) == "middle"


def test_the_other_never_reads_it(mine, mentor, pair):
    complete(pair, mentor)
    where = address("mentoring_feedback", "sq", pair.key)
    mine.post(where, SAID)
    theirs = client_of(mentor.user)
    for name in ("mentoring_feedback", "mentoring_ending", "mentoring_sessions"):
        assert b"ndihmoi." not in theirs.get(address(name, "sq", pair.key)).content
    assert "nuk e lexon kurrë" in theirs.get(where).content.decode()


def test_people_are_counted_from_five_on_once_when_nothing_can_change(mentor):
    mentees = [make_mentee(f"p{number}@example.org") for number in range(5)]
    pairs = [make_request(mentee, mentor, "completed") for mentee in mentees]
    march = datetime(2026, 3, 1, tzinfo=UTC)
    about = {"moment": "end", "given_at": march}
    for pair in pairs[:4]:
        PairFeedback.objects.create(request=pair, author=pair.mentee, is_useful=5, **about)
        PairFeedback.objects.create(request=pair, author=mentor, is_useful=1, **about)
    assert count(PairFeedback.objects.filter(author=mentor)).total is None
    four = count(PairFeedback.objects.all())
    assert (four.total, four.breakdowns["is_useful"]) == (5, None)
    PairFeedback.objects.filter(author=mentor).delete()
    PairFeedback.objects.create(request=pairs[4], author=mentees[4], is_useful=5, **about)
    assert [count_due(), count_due()] == [1, 0]
    kept = FeedbackFigures.objects.get(half="2026-1").figures
    assert kept["end"]["total"] == 5
    assert kept["end"]["questions"]["is_useful"]["5"] == 5
    assert kept["middle"]["total"] is None
    assert By.MENTEE not in str(kept)
    PairFeedback.objects.update(is_useful=1, given_at=timezone.now())
    assert count_due() == 0
