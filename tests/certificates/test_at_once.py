"""Two who do the same with a certificate in the same second: one certificate, one end."""

from contextlib import suppress

import pytest
from django.db import connection

from portal.accounts.models import Message, User
from portal.certificates import actions
from portal.certificates.models import Certificate, Reason
from portal.certificates.tasks import keep
from portal.personal.erasure import erase_key
from portal.publishing.refusals import RefusedError
from tests.certificates.awards import OTHER, award
from tests.portal.people import make
from tests.test_same_second import ONE_WRITER, at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("plain_paper")]


@pytest.fixture(autouse=True)
def many_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)


@pytest.fixture
def person() -> User:
    user = make("ana@example.org")
    User.objects.filter(pk=user.pk).update(name="Ana Hoxha")
    return User.objects.get(pk=user.pk)


def test_two_issues_give_one(person):
    def issue() -> int:
        return actions.issue(holder=person, award=award(), by=None).pk

    assert len({*at_once(issue, issue, issue)}) == 1
    assert Certificate.objects.count() == 1
    assert Message.objects.filter(to=person).count() == 1


def test_it_ends_in_one_way_only(person):
    admin = User.objects.create_superuser("admin@example.org", "x")
    certificate = actions.issue(holder=person, award=award(), by=None)

    def tried(act, **said) -> bool:
        try:
            act(certificate=certificate, **said)
        except RefusedError:
            return False
        return True

    done = at_once(
        lambda: tried(actions.withdraw),
        lambda: tried(actions.revoke, reason=Reason.MISTAKE, by=admin),
        lambda: tried(actions.reissue, name="Ana Leka", by=admin),
    )
    assert sorted(done) == [False, False, True]
    row = Certificate.objects.get(pk=certificate.pk)
    ends = [row.withdrawn_at, row.revoked_at, row.replaced_at]
    assert len([end for end in ends if end]) == 1


@pytest.mark.parametrize("_round", range(3))
def test_whoever_is_erased_meanwhile_leaves_no_name_and_no_file(person, _round):
    certificate = actions.issue(holder=person, award=award(), by=None)
    Certificate.objects.filter(pk=certificate.pk).update(file="")
    certificate.refresh_from_db()

    def issue_another() -> None:
        with suppress(User.DoesNotExist):
            actions.issue(holder=person, award=award(subject=OTHER), by=None)

    at_once(
        lambda: erase_key(person.key),
        lambda: keep(certificate, b"%PDF-1.7 x"),
        issue_another,
    )
    for row in Certificate.objects.all():
        assert (row.holder, row.name, row.state, bool(row.file)) == (None, "", "withdrawn", False)
