"""Two who do the same in the same second: one account, and always an administrator."""

from collections.abc import Callable
from time import sleep

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from portal.accounts.actions import suspend
from portal.accounts.handing_over import blockers
from portal.accounts.inviting import invite
from portal.accounts.models import Invitation, User
from portal.personal import erasure
from portal.personal.erasure import ask_to_erase
from portal.publishing.refusals import RefusedError
from tests.portal.people import PASSWORD
from tests.portal.test_inviting import link_in
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


def test_one_link_opened_twice_makes_one_account(admin):
    invite(["ana@example.org"], language="sq", by=admin)
    invite(["ana@example.org"], language="sq", by=admin, purpose="cohort", reference="12")
    links = [link_in(sent) for sent in mail.outbox] * 2

    def open_account(link: str) -> int:
        return Client().post(link, {"name": "Ana Hoxha", "password": PASSWORD}).status_code

    answers = at_once(*(lambda link=link: open_account(link) for link in links))
    assert {*answers} <= {302, 410, 200}
    assert User.objects.filter(email="ana@example.org").count() == 1
    assert Invitation.objects.filter(accepted_at=None).count() == 1


def is_done(act: Callable[..., None], whom: User, by: User) -> bool:
    try:
        act(whom, by=by)
    except RefusedError:
        return False
    return True


def test_two_administrators_who_suspend_each_other_leave_one(admin):
    other = User.objects.create_superuser("tjeter@example.org", "x")
    done = at_once(lambda: is_done(suspend, admin, other), lambda: is_done(suspend, other, admin))
    assert sorted(done) == [False, True]
    assert User.objects.filter(is_superuser=True, is_active=True).count() == 1


def test_two_administrators_who_erase_themselves_leave_one(queue, admin, monkeypatch):
    other = User.objects.create_superuser("tjeter@example.org", "x")

    def slowly(user: User) -> list[str]:
        found = blockers(user)
        sleep(0.3)
        return found

    monkeypatch.setattr(erasure, "blockers", slowly)
    done = at_once(*(lambda who=who: is_done(ask_to_erase, who, who) for who in (admin, other)))
    assert sorted(done) == [False, True]
    assert User.objects.filter(is_superuser=True, is_active=True).count() == 1
