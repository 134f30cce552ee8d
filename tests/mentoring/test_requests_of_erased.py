"""What stays of requests when one of the two is gone: that they were, without the person."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mentoring.models import Profile, Report, Request
from mentoring.models.request import State
from mentoring.profiles.actions import leave
from mentoring.requests import actions
from mentoring.safeguarding.actions import decide, report
from mentoring.safeguarding.things import of_pair
from portal.accounts.models import Message
from portal.personal.erasure import erase_key
from tests.mentoring.asking import ask, by
from tests.mentoring.people import make_mentee, make_profile
from tests.portal.people import make

pytestmark = pytest.mark.django_db


def test_when_a_mentor_is_erased_requests_end_and_mentees_are_told(mentee, mentor):
    asked = ask(mentee, mentor)
    pair = ask(make_mentee("b@example.org"), mentor)
    actions.accept(request=pair, by=by(mentor, pair))
    actions.save_draft(mentee=make_mentee("c@example.org"), mentor=mentor, goals="Q", message="")
    erase_key(mentor.user.key)
    states = dict(Request.objects.exclude(state=State.DRAFT).values_list("pk", "state"))
    assert states == {asked.pk: State.EXPIRED, pair.pk: State.ENDED_EARLY}
    assert not Request.objects.exclude(mentor=None).exists()
    assert Message.objects.filter(to=mentee.user).count() == 1


def test_when_a_mentee_is_erased_their_words_go_with_them(mentee, mentor):
    declined, asked = ask(mentee, mentor), ask(mentee, make_profile("m2@example.org"))
    actions.decline(request=declined, by=by(mentor, declined), reason="time", answer="Dea, jo.")
    erase_key(mentee.user.key)
    rows = [*Request.objects.values_list("goals", "message", "answer", "mentee")]
    assert rows == [("", "", "", None)] * 2
    assert Request.objects.get(pk=asked.pk).state == State.EXPIRED
    assert not Request.objects.get(pk=declined.pk).changes.filter(user=mentee.user).exists()


def test_a_request_whose_two_are_erased_goes(mentee, mentor):
    ask(mentee, mentor)
    for profile in (mentee, mentor):
        erase_key(profile.user.key)
    assert not Request.objects.exists()


def test_when_the_profiles_of_those_who_left_go_their_words_go_too(mentee, mentor):
    asked, coordinator = ask(mentee, mentor), make("k@example.org")
    row = report(thing=of_pair(mentee, asked.key), kind="pair", key=asked.key, words="Fjalë")
    decide(report=row, decision="ended", note="Shënim", by=coordinator)
    for profile in (mentee, mentor):
        leave(user=profile.user)
        long_ago = timezone.now() - timedelta(days=184)
        Profile.objects.filter(pk=profile.pk).update(left_at=long_ago)
        call_command("retention")
        assert Request.objects.values_list("goals", "message").get() == ("", "")
        assert Report.objects.values_list("words", "note").get() == ("", "")
    call_command("retention")
    assert not Request.objects.exists()
