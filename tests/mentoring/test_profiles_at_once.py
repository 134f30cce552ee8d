"""Two decide, press or save at the same second: one effect, and nothing is lost."""

import pytest
from django.db import connection

from mentoring.models import Profile, Round
from mentoring.models.profile import Listing
from mentoring.profiles import actions
from mentoring.profiles.reviewing import accept, seen, send_back
from mentoring.rounds import open_round
from portal.accounts.models import Message
from portal.accounts.roles import Role
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_profile
from tests.portal.people import make
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def done(act, **about) -> bool:
    try:
        act(**about)
    except RefusedError:
        return False
    return True


def test_of_two_coordinators_one_decides():
    waits = {"listing": Listing.WAITING, "waits_since": "2026-01-01T00:00Z"}
    profile = make_profile("ana@example.org", **waits)
    by = [make(f"k{number}@example.org", Role.COORDINATOR) for number in range(2)]
    about = {"profile": profile, "mark": seen(profile)}
    decided = at_once(
        lambda: done(accept, by=by[0], **about),
        lambda: done(send_back, by=by[1], because="x", **about),
    )
    assert sorted(decided) == [False, True]
    assert Message.objects.filter(to=profile.user).count() == 1


def test_a_text_that_is_saved_while_it_is_accepted_is_not_listed_unread():
    waits = {"listing": Listing.WAITING, "waits_since": "2026-01-01T00:00Z"}
    profile = make_profile("ana@example.org", headline="E para.", **waits)
    coordinator = make("k@example.org", Role.COORDINATOR)
    at_once(
        lambda: done(accept, profile=profile, mark=seen(profile), by=coordinator),
        lambda: actions.save(profile=profile, said={"headline": "E dyta."}),
    )
    profile.refresh_from_db()
    assert profile.headline == "E dyta."
    assert profile.waits_since
    assert profile.reviewed.get("headline", "E para.") == "E para."


def test_who_is_taken_off_while_they_are_accepted_is_not_listed():
    waits = {"listing": Listing.WAITING, "waits_since": "2026-01-01T00:00Z"}
    profile = make_profile("ana@example.org", **waits)
    coordinator = make("k@example.org", Role.COORDINATOR)
    at_once(
        lambda: done(accept, profile=profile, mark=seen(profile), by=coordinator),
        lambda: actions.take_off(profile=profile),
    )
    profile.refresh_from_db()
    assert (profile.listing, profile.reviewed) == (Listing.OFF, {})


def test_two_taps_on_join_make_one_profile():
    user = make("ana@example.org")
    at_once(*(lambda: actions.join(user=user, is_mentor=True, is_mentee=False) for _tap in "ab"))
    assert Profile.objects.count() == 1


def test_two_who_open_a_round_open_one():
    by = make("k@example.org", Role.COORDINATOR)
    days = {"opens_on": "2026-01-01", "closes_on": "2027-01-01", "by": by}
    assert sorted(at_once(*(lambda: done(open_round, **days) for _tap in "ab"))) == [False, True]
    assert Round.objects.count() == 1
