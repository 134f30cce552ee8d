"""Who opens which address of a pair's work: every address, as everybody, in one table."""

from collections.abc import Iterator

import pytest
from django.test import Client

from mentoring.models import Profile, Session
from mentoring.pairs.links import signed
from mentoring.requests.rules import By
from mentoring.work import goals, urls
from mentoring.work.rules import State
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.erasure import erase_key
from tests.mentoring.people import make_mentee, make_profile
from tests.mentoring.working import agreed, complete, make_pair
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db

BOTH = {"mentee", "mentor"}
EVERYBODY = {
    *("visitor", "account", *BOTH, "another member", "coordinator", "administrator"),
    *("suspended", "erased", "left"),
}
# Who is sent to sign in, as there is no account that is open; and who is led to join.
SIGNED_OUT = {"visitor", "suspended", "erased"}
MAY_JOIN = {"account", "coordinator", "administrator", "left"}
# Those that are there only after a pair has ended, the rest also before.
ENDED = {"mentoring_ending", "mentoring_certificate"}
READ_BY = {
    "mentoring_sessions": BOTH,
    "mentoring_session": BOTH,
    "mentoring_calendar": {"mentee"},
    "mentoring_goals": BOTH,
    "mentoring_goal": BOTH,
    "mentoring_goal_words": BOTH,
    "mentoring_feedback": BOTH,
    "mentoring_ending": BOTH,
    "mentoring_export": BOTH,
}
SENT_BY = {"mentoring_certificate": BOTH}


def names() -> Iterator[str]:
    return (str(each.name) for each in urls.urlpatterns)


@pytest.fixture
def profiles(mentor, mentee) -> dict[str, Profile]:
    found = {"mentor": mentor, "mentee": mentee}
    for who in ("another member", "suspended", "erased", "left"):
        found[who] = make_profile(f"{who.replace(' ', '.')}@example.org", is_mentee=True)
    return found


@pytest.fixture
def where(profiles) -> dict[str, str]:
    pair = make_pair(profiles["mentee"], profiles["mentor"])
    session = agreed(pair)
    goal = goals.add_goal(pair=pair, by=By.MENTOR, text="Plan")
    complete(pair, profiles["mentor"])
    Session.objects.update(state=State.AGREED)  # as one that nobody noted
    more = {
        "mentoring_session": (session.key,),
        "mentoring_goal": (goal.key,),
        "mentoring_goal_words": (goal.key,),
    }
    found = {
        name: address(name, "sq", pair.key, *more.get(name, ()))
        for name in names()
        if name != "mentoring_calendar"
    }
    sign = signed(session, profiles["mentee"].user)
    return found | {"mentoring_calendar": address("mentoring_calendar", "sq", sign)}


@pytest.fixture
def clients(profiles, where) -> dict[str, Client]:
    """Everybody's browser, signed in before they lost their account."""
    users = {who: profile.user for who, profile in profiles.items()}
    users["account"] = make("llogari@example.org")
    users["coordinator"] = make("koordinatorja@example.org", Role.COORDINATOR)
    users["administrator"] = make("admin@example.org")
    User.objects.filter(pk=users["administrator"].pk).update(is_superuser=True)
    found = {who: client_of(user) for who, user in users.items()} | {"visitor": Client()}
    User.objects.filter(pk=users["suspended"].pk).update(is_active=False)
    Profile.objects.filter(pk=profiles["left"].pk).update(left_at="2026-01-01T00:00:00Z")
    erase_key(users["erased"].key)
    return found


def test_the_table_has_every_address():
    assert sorted(READ_BY | SENT_BY) == sorted(names())


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_reads_what_is_theirs_and_nothing_else(where, clients, who):
    for name, readers in READ_BY.items():
        status = clients[who].get(where[name]).status_code
        if who in readers:
            assert status == 200, name
        else:
            assert status == (302 if who in SIGNED_OUT | MAY_JOIN else 404), name


@pytest.mark.parametrize("who", sorted(EVERYBODY - BOTH))
def test_nobody_else_changes_anything(where, clients, who):
    for name, url in where.items():
        for data in ({"step": "not_held"}, {"step": "remove"}, {"text": "x"}, {"is_useful": "5"}):
            assert clients[who].post(url, data).status_code in {302, 404, 405}, name
    assert Session.objects.get().state == State.AGREED


def test_what_is_there_after_the_end_is_not_there_before(clients):
    pair = make_pair(make_mentee("e.treta@example.org"), make_profile("m3@example.org"))
    client = client_of(pair.mentee.user)
    for name in ENDED:
        assert client.post(address(name, "sq", pair.key)).status_code in {404, 405}
        assert client.get(address(name, "sq", pair.key)).status_code in {302, 404}
