"""Who opens which address of profiles: every address, as everybody, in one table."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.models import Profile, Round
from mentoring.models.profile import Listing
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.mentoring.people import make_profile
from tests.mentoring.profiles import open_round, photograph_of
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db

EVERYBODY = {
    *("visitor", "account", "member", "another member", "member who left", "suspended"),
    *("coordinator", "editor", "trainer", "moderator", "administrator"),
}
MEMBERS = {"member", "another member"}


def each(*names: str, has: Any) -> dict[str, Any]:
    return dict.fromkeys(names, has)


@pytest.fixture
def people() -> dict[str, User]:
    roles = [Role.COORDINATOR, Role.EDITOR, Role.TRAINER, Role.MODERATOR]
    found = {role.value: make(f"{role.value}@example.org", role) for role in roles}
    found |= {"account": make("llogari@example.org"), "administrator": make("admin@example.org")}
    User.objects.filter(pk=found["administrator"].pk).update(is_superuser=True)
    waits = {"listing": Listing.WAITING, "waits_since": timezone.now()}
    found["member"] = make_profile("ana@example.org", name="Ana Hoxha").user
    found["another member"] = make_profile("beni@example.org", **waits).user
    found["member who left"] = make_profile("cela@example.org", left_at=timezone.now()).user
    found["suspended"] = make_profile("dora@example.org").user
    User.objects.filter(pk=found["suspended"].pk).update(is_active=False)
    return found


@pytest.fixture
def where(people, settings, tmp_path) -> dict[str, str]:
    """Every address, of what belongs to the member who waits where it belongs to somebody."""
    settings.PRIVATE_ROOT = tmp_path
    waits = people["another member"].mentoring_profile
    photograph_of(waits)
    Profile.objects.filter(pk=waits.pk).update(waits_since=timezone.now())
    Round.objects.filter(pk=open_round().pk).update(opens_on="2000-01-01", closes_on="2000-01-02")
    own = ("mentoring_join", "mentoring_profile", "profile_view_as")
    posted = ("profile_listing", "profile_pause", "profile_photograph")
    return {
        **{name: address(name) for name in (*own, *posted)},
        "mentor_photograph": address("mentor_photograph", "sq", waits.code),
    }


READ_BY = {
    **each("mentoring_profile", "profile_view_as", has=MEMBERS),
    **each("mentor_photograph", has={"another member"}),
    **each("mentoring_join", "profile_listing", "profile_pause", "profile_photograph", has=set()),
}
# These lead members on to their profile.
LEAD_ON = each(
    *("mentoring_join", "profile_listing", "profile_pause", "profile_photograph"), has=MEMBERS
)


def client(people: dict[str, User], who: str) -> Client:
    return client_of(people[who]) if who in people else Client()


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_reads_what_is_theirs_and_nothing_else(where, people, who):
    answers = {name: client(people, who).get(url) for name, url in where.items()}
    read = {name for name, answer in answers.items() if answer.status_code == 200}
    assert read == {name for name, readers in READ_BY.items() if who in readers}
    for name in where.keys() - read:
        expected = {404}
        if who in LEAD_ON.get(name, ()) or who in {"visitor", "suspended"}:
            expected = {302} if name != "mentor_photograph" else {404}
        assert answers[name].status_code in expected, name


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_nobody_else_changes_anything(where, people, who):
    before = [*Profile.objects.order_by("pk").values()]
    for name, url in where.items():
        if who in READ_BY[name] or who in LEAD_ON.get(name, ()):
            continue
        answer = client(people, who).post(
            url, {"decision": "accept", "off": "", "accepts": "on", "is_mentor": "on"}
        )
        assert answer.status_code in {302, 403, 404, 405}, name
    assert [*Profile.objects.order_by("pk").values()] == before
    assert Round.objects.filter(is_open=True).count() == 1
