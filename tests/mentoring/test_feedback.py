"""Feedback on a pair: when it is asked, who reads it, and what is counted of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.figures import answered, keep_closed
from mentoring.models import PairFeedback, Request
from mentoring.work import feedback
from portal.accounts.roles import Role
from portal.half_years import HalfYear
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_mentee, make_request
from tests.mentoring.working import ago, complete, held, make_pair
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
SPRING = HalfYear(2026, 1)
USEFUL = "Ajo me të cilën merremi më ndihmon në punë"
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
    refused = mine.post(where, {}).content.decode()
    assert "Give at least one answer" in refused
    assert "mentoring_feedback" not in refused
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
    march = datetime(2026, 3, 1, tzinfo=UTC)
    mentees = [make_mentee(f"p{number}@example.org", joined_at=march) for number in range(5)]
    pairs = [make_request(mentee, mentor, "completed") for mentee in mentees]
    about = {"moment": "end", "given_at": march}
    for pair in pairs[:4]:
        PairFeedback.objects.create(request=pair, author=pair.mentee, is_useful=5, **about)
        PairFeedback.objects.create(request=pair, author=mentor, is_useful=1, **about)
    four = answered(SPRING, "end")
    assert (four["total"], four["breakdowns"]["is_useful"]) == (5, None)
    PairFeedback.objects.filter(author=mentor).delete()
    PairFeedback.objects.create(request=pairs[4], author=mentees[4], is_useful=5, **about)
    kept = dict(keep_closed())[SPRING]["feedback"]
    assert (kept["end"]["total"], kept["middle"]["total"]) == (5, None)
    assert kept["end"]["breakdowns"]["is_useful"] == dict.fromkeys("01234", 0) | {"5": 5}
    PairFeedback.objects.update(is_useful=1)
    assert dict(keep_closed())[SPRING]["feedback"] == kept
    desk = client_of(make("koordinatorja@example.org", Role.COORDINATOR))
    lines = desk.get(reverse("mentoring_figures")).context["object_list"]
    said = [line[2:5] for line in lines if line.measure.startswith("Thanë në fund")]
    assert said[:2] == [("Gjithsej", "", 5), (USEFUL, "plotësisht", 5)]
