"""Who opens which address of requests and safeguarding: every address, as everybody."""

from collections.abc import Iterator

import pytest
from django.test import Client

from mentoring.models import Block, Conflict, Profile, Report, Request, Waiting
from mentoring.models.request import State
from mentoring.requests.urls import urlpatterns as of_requests
from mentoring.safeguarding.urls import urlpatterns as of_safeguarding
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.erasure import erase_key
from tests.mentoring.people import make_mentee, make_profile, make_request
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db

EVERYBODY = {
    *("visitor", "account", "mentee", "mentor", "another member", "coordinator", "administrator"),
    *("suspended", "erased", "left"),
}
MEMBERS = {"mentee", "mentor", "another member"}
# Who is sent to sign in: nobody who has no account that is open.
SIGNED_OUT = {"visitor", "suspended", "erased"}


def names() -> Iterator[str]:
    return (str(each.name) for each in (*of_requests, *of_safeguarding))


@pytest.fixture
def profiles(current) -> dict[str, Profile]:
    found = {
        "mentor": make_profile("mentorja@example.org"),
        "mentee": make_mentee("kerkuesja@example.org"),
        "another member": make_profile("tjetra@example.org", is_mentee=True),
    }
    for who in ("suspended", "erased", "left"):
        found[who] = make_profile(f"{who}@example.org", is_mentee=True)
    return found


@pytest.fixture
def clients(profiles) -> dict[str, Client]:
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


@pytest.fixture
def where(profiles) -> dict[str, str]:
    """An address of every name: of the request between the two, and of a third, listed mentor."""
    request = make_request(profiles["mentee"], profiles["mentor"])
    code = make_profile("e.lire@example.org").code
    arguments = {
        "mentoring_request": (request.key,),
        "mentoring_ask": (code,),
        "mentoring_queue": (code,),
        "report_to_coordinator": ("pair", request.key),
        "mentoring_block": ("pair", request.key),
    }
    return {name: address(name, "sq", *arguments.get(name, ())) for name in names()}


READ_BY = {
    "mentoring_requests": MEMBERS,
    "mentoring_ask": MEMBERS,
    "mentoring_request": {"mentee", "mentor"},
    "report_to_coordinator": {"mentee", "mentor"},
    "mentoring_block": {"mentee", "mentor"},
    "mentoring_blocks": MEMBERS,
    "mentoring_code": MEMBERS,
}
SENT_BY = {"mentoring_queue": MEMBERS}


def test_the_table_has_every_address():
    assert sorted(READ_BY | SENT_BY) == sorted(names())


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_reads_what_is_theirs_and_nothing_else(where, clients, who):
    answers = {name: clients[who].get(where[name]).status_code for name in READ_BY}
    expected = 302 if who in SIGNED_OUT else 404
    may_join = who in {"account", "coordinator", "administrator", "left"}  # are led to do so
    for name, status in answers.items():
        if who in READ_BY[name]:
            assert status == 200, name
        else:
            assert status == (302 if may_join else expected), name


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_nobody_else_changes_anything(where, clients, who):
    for name, url in where.items():
        if who in READ_BY.get(name, ()) or who in SENT_BY.get(name, ()):
            continue
        for data in ({"step": "accept"}, {"step": "withdraw"}, {"goals": "x"}, {"leave": "1"}):
            assert clients[who].post(url, data).status_code in {302, 404, 405}, name
    assert Request.objects.get().state == State.SENT
    for model in (Waiting, Report, Block, Conflict):
        assert not model.objects.exists()


def test_a_mentor_who_cannot_be_met_is_not_there(profiles, clients):
    """Paused is there, and says no more than that; left, suspended and erased are not."""
    for who in ("left", "suspended"):
        url = address("mentoring_ask", "sq", profiles[who].code)
        assert clients["mentee"].get(url).status_code == 404
    Profile.objects.filter(pk=profiles["mentor"].pk).update(paused_at="2026-01-01T00:00:00Z")
    url = address("mentoring_ask", "sq", profiles["mentor"].code)
    assert clients["mentee"].get(url).status_code == 200
