"""The coordinator opens a reported pair and decides; both are told the same, insiders nothing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from mentoring.models import Block, Opening, Report, Request
from mentoring.models.report import Decision, Kind
from mentoring.models.request import State
from mentoring.safeguarding.actions import decide, open_pair
from mentoring.safeguarding.handlers import handled_by
from mentoring.safeguarding.pausing import is_paused
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.audit import Event
from portal.publishing.refusals import RefusedError
from tests.mentoring.people import make_profile, make_request
from tests.mentoring.reporting import reported, said_to
from tests.portal.people import address, make
from tests.training.groups import client_of

pytestmark = pytest.mark.django_db
GOALS = "Të ndërtoj një plan individual."


@pytest.fixture
def pair(mentee, mentor) -> Request:
    return make_request(mentee, mentor, State.ACCEPTED)


def is_counted(client: Client) -> bool:
    """Whether the admin's first page says that a report waits."""
    home = BeautifulSoup(client.get("/admin/", follow=True).content, "html.parser")
    lines = home.select(f".desk-waiting a[href='{address('mentoring_reports')}']")
    return any(line.text.startswith("1 ") for line in lines)


def test_the_coordinator_reads_the_words_only_after_opening_the_pair(
    pair, mentee, mentor, coordinator, desk
):
    row = reported(mentee, Kind.PAIR, pair.key)
    url = address("mentoring_report", "sq", row.pk)
    assert (
        address("mentoring_report", "sq", row.pk)
        in desk.get(address("mentoring_reports")).content.decode()
    )
    assert GOALS not in desk.get(url).content.decode()
    opening = address("open_reported_pair", "sq", row.pk)
    desk.post(opening, {"because": ""})
    assert not Opening.objects.exists()
    desk.post(opening, {"because": "Për të kuptuar."})
    assert GOALS in desk.get(url).content.decode()
    assert said_to(mentee.user) == said_to(mentor.user)
    assert len(said_to(mentee.user)) == 2
    second = make("k2@example.org", Role.COORDINATOR)
    assert GOALS not in client_of(second).get(url).content.decode()
    open_pair(report=row, because="x", by=second)
    assert len(said_to(mentee.user)) == 2  # told once
    acts = [*Event.objects.order_by("pk").values_list("action", "by", "of_id", "about")]
    assert acts == [
        ("pair_opened", coordinator.pk, str(pair.pk), None),
        ("pair_read", coordinator.pk, str(pair.pk), None),
        ("pair_opened", second.pk, str(pair.pk), None),
    ]
    assert desk.post(url, {"decision": "resumed", "note": "U fol me të dy."}).status_code == 302
    assert GOALS not in desk.get(url).content.decode()


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_is_told_to_both_in_the_same_words(pair, mentee, mentor, coordinator, decision):
    row = reported(mentor, Kind.PAIR, pair.key)
    before = len(said_to(mentor.user))
    whom = mentor if decision == Decision.SUSPENDED else None
    about = {"report": row, "decision": decision, "note": "Shënim", "whom": whom}
    decide(**about, by=coordinator)
    pair.refresh_from_db()
    assert pair.state == (State.ACCEPTED if decision == Decision.RESUMED else State.ENDED_EARLY)
    assert not is_paused(pair)
    assert len(said_to(mentee.user)) == before + 1
    assert "Shënim" not in f"{said_to(mentee.user)}"
    mentor.user.refresh_from_db()
    assert mentor.user.is_active is (decision != Decision.SUSPENDED)
    if mentor.user.is_active:
        assert said_to(mentee.user) == said_to(mentor.user)
    with pytest.raises(RefusedError):
        decide(**about, by=make("k2@example.org", Role.COORDINATOR))
    assert Event.objects.get(action="report_decided").facts == {"decision": decision}


def test_contact_goes_on_when_the_last_report_is_decided(pair, mentee, mentor, coordinator):
    rows = [reported(each, Kind.PAIR, pair.key) for each in (mentee, mentor)]
    for row, paused in zip(rows, (True, False), strict=True):
        decide(report=row, decision=Decision.RESUMED, note="", by=coordinator)
        assert is_paused(pair) is paused
    assert said_to(mentee.user) == said_to(mentor.user)
    assert len(said_to(mentee.user)) == 3


def test_an_administrator_is_not_suspended_by_a_coordinator(pair, mentee, mentor, coordinator):
    User.objects.filter(pk=mentor.user_id).update(is_superuser=True)
    row = reported(mentee, Kind.PAIR, pair.key)
    row.about.user.refresh_from_db()
    with pytest.raises(RefusedError):
        decide(report=row, decision="suspended", note="", by=coordinator, whom=row.about)
    assert User.objects.get(pk=mentor.user_id).is_active
    assert Report.objects.open().exists()


def test_who_is_part_of_it_or_blocked_neither_learns_of_a_report_nor_decides_it(
    mentee, coordinator, desk
):
    own = make_profile("", user=coordinator)
    blocked = make("k2@example.org", Role.COORDINATOR)
    Block.objects.create(by=mentee, of=make_profile("", user=blocked))
    admin = make("admin@example.org")
    User.objects.filter(pk=admin.pk).update(is_superuser=True)
    pair = make_request(mentee, own, State.ACCEPTED)
    row = reported(mentee, Kind.PAIR, pair.key)
    for user in (coordinator, blocked):
        assert not handled_by(user).exists()
        client = client_of(user)
        for name in ("mentoring_report", "open_reported_pair"):
            for send in (client.get, client.post):
                answer = send(address(name, "sq", row.pk), follow=True)
                assert answer.status_code == 404
        with pytest.raises(RefusedError):
            decide(report=row, decision="resumed", note="", by=user)
        assert not is_counted(client)
    assert is_counted(client_of(admin))
    assert len(said_to(admin)) == 1  # nobody else can
    assert handled_by(User.objects.get(pk=admin.pk)).get() == row
