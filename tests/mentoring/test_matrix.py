"""Who opens which address of requests, pairs and safeguarding: every address, as everybody."""

from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from mentoring.models import (
    Agreement,
    Attachment,
    Block,
    Conflict,
    PairMessage,
    Profile,
    Report,
    Request,
    Waiting,
)
from mentoring.models.request import State
from mentoring.pairs.links import signed
from mentoring.pairs.urls import urlpatterns as of_pairs
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
    return (str(each.name) for each in (*of_requests, *of_pairs, *of_safeguarding))


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
    """An address of every name: of the request between the two, and of a third, listed mentor.

    The two work together too, the other way round; a file is shown to the mentee.
    """
    request = make_request(profiles["mentee"], profiles["mentor"])
    pair = make_request(profiles["mentor"], profiles["mentee"], State.ACCEPTED)
    message = PairMessage.objects.create(request=pair, author=profiles["mentor"].user, text="x")
    file = Attachment(message=message, name="x.pdf", size=1)
    file.file.save("x.pdf", ContentFile(b"x"))
    code = make_profile("e.lire@example.org").code
    arguments = {
        "mentoring_request": (request.key,),
        "mentoring_ask": (code,),
        "mentoring_queue": (code,),
        "mentoring_pair": (pair.key,),
        "mentoring_agreement": (pair.key,),
        "mentoring_messages": (pair.key,),
        "mentoring_take_back": (pair.key, message.key),
        "mentoring_file": (pair.key, signed(file, profiles["mentee"].user)),
        "report_to_coordinator": ("pair", request.key),
        "mentoring_block": ("pair", request.key),
    }
    return {name: address(name, "sq", *arguments.get(name, ())) for name in names()}


THE_TWO = {"mentee", "mentor"}
READ_BY = {
    "mentoring_requests": MEMBERS,
    "mentoring_ask": MEMBERS,
    "mentoring_request": THE_TWO,
    "mentoring_pair": THE_TWO,
    "mentoring_agreement": THE_TWO,
    "mentoring_messages": THE_TWO,
    "mentoring_file": {"mentee"},
    "report_to_coordinator": THE_TWO,
    "mentoring_block": THE_TWO,
    "mentoring_blocks": MEMBERS,
    "mentoring_code": MEMBERS,
}
SENT_BY = {"mentoring_queue": MEMBERS, "mentoring_take_back": {"mentor"}}


STEPS = ({"step": "accept"}, {"step": "withdraw"})


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
        for data in (*STEPS, {"goals": "x"}, {"leave": "1"}, {"text": "x"}, {"sign": "1"}):
            assert clients[who].post(url, data).status_code in {302, 404, 405}, name
    assert {*Request.objects.values_list("state", flat=True)} == {State.SENT, State.ACCEPTED}
    assert [*PairMessage.objects.values_list("text", flat=True)] == ["x"]
    for model in (Waiting, Agreement, Report, Block, Conflict):
        assert not model.objects.exists()


def test_a_mentor_who_cannot_be_met_is_not_there(profiles, clients):
    """Paused is there, and says no more than that; left, suspended and erased are not."""
    for who in ("left", "suspended"):
        url = address("mentoring_ask", "sq", profiles[who].code)
        assert clients["mentee"].get(url).status_code == 404
    Profile.objects.filter(pk=profiles["mentor"].pk).update(paused_at="2026-01-01T00:00:00Z")
    url = address("mentoring_ask", "sq", profiles["mentor"].code)
    assert clients["mentee"].get(url).status_code == 200
