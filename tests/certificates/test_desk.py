"""Administrators, and who looks after certificates for a room, find, correct and revoke them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.certificates import actions
from portal.certificates.models import Certificate
from tests.certificates.awards import OTHER, award, grant, room
from tests.portal.people import make

pytestmark = pytest.mark.django_db

REVOKE = {"reason": "mistake", "words": "Dy herë"}
DEEDS = {"revoke_certificate": REVOKE, "reissue_certificate": {"name": "Ana Leka"}}


@pytest.fixture
def other(plain_paper, publish) -> Certificate:
    """Somebody else's, of another programme."""
    beni = make("beni@example.org")
    beni.name = "Beni Çela"
    beni.save()
    return publish(actions.issue, holder=beni, award=award(subject=OTHER), by=None)


@pytest.fixture
def trainer(monkeypatch) -> User:
    """Somebody who looks after the first programme."""
    user = grant(make("of-it@example.org"), "view", "revoke", "reissue")
    room(monkeypatch, user)
    return user


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def listed(client: Client, query: str = "") -> set[str]:
    page = client.get(reverse("certificates"), {"q": query}).content.decode()
    return {name for name in ("Ana Hoxha", "Beni Çela") if name in page}


def test_they_are_found_by_name_and_code(admin_client, certificate, other):
    assert listed(admin_client) == {"Ana Hoxha", "Beni Çela"}
    for query in ("hoxh", certificate.code, certificate.code_in_groups.lower()):
        assert listed(admin_client, query) == {"Ana Hoxha"}, query
    assert listed(admin_client, "askush") == set()


def test_the_list_takes_no_query_more_for_more_rows(admin_client, certificate, other):
    def work() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(reverse("certificates_results")).status_code == 200
        return len(queries)

    work()
    both = work()
    other.delete()
    assert work() == both


def test_a_room_shows_its_own(trainer, certificate, other):
    client = browser(trainer)
    assert listed(client) == {"Ana Hoxha"}
    assert listed(client, other.code) == set()


@pytest.mark.parametrize("name", DEEDS)
def test_who_may_do_what(trainer, certificate, other, admin, name):
    """A question first, then the deed: refused without the right, 404 for what is another's."""
    data = DEEDS[name]
    right = name.partition("_")[0]
    people = {role: make(f"{role.value}@example.org", role) for role in Role}
    without = grant(make("lexues@example.org"), "view")
    for person in (*people.values(), without):
        for row in (certificate, other):
            url = reverse(name, args=[row.pk])
            # Wagtail leads whoever is refused to where they may be.
            client = browser(person)
            statuses = {client.get(url).status_code, client.post(url, data).status_code}
            assert statuses <= {302, 403}
    elsewhere = grant(make("tjeter@example.org"), right)
    for person, row in ((elsewhere, certificate), (trainer, other)):
        # Whoever finds nothing is sent to look for it in their language.
        response = browser(person).post(reverse(name, args=[row.pk]), data, follow=True)
        assert response.status_code == 404
    assert Certificate.objects.current().count() == 2
    for person, row in ((trainer, certificate), (admin, other)):
        url = reverse(name, args=[row.pk])
        page = browser(person).get(url)
        assert row.code_in_groups in page.content.decode()
        assert Certificate.objects.get(pk=row.pk).is_current
        assert browser(person).post(url, data).status_code == 302
        assert not Certificate.objects.get(pk=row.pk).is_current


def test_a_revocation_wants_a_reason(admin_client, certificate):
    url = reverse("revoke_certificate", args=[certificate.pk])
    for data in ({}, {"reason": "x"}, {"reason": "mistake", "words": "x" * 2001}):
        assert admin_client.post(url, data).status_code == 200
    assert Certificate.objects.get().is_current


def test_the_name_to_correct_is_that_of_the_profile(admin_client, ana, certificate):
    ana.name = "Ana Leka"
    ana.save()
    url = reverse("reissue_certificate", args=[certificate.pk])
    assert 'value="Ana Leka"' in admin_client.get(url).content.decode()
    response = admin_client.post(url, {"name": "Ana\u202eLeka"}, follow=True)
    assert Certificate.objects.count() == 1
    assert response.status_code == 200


def test_what_is_over_offers_nothing_more(admin_client, certificate, admin):
    actions.withdraw(certificate=certificate)
    page = admin_client.get(reverse("certificates")).content.decode()
    assert certificate.code_in_groups in page
    assert reverse("revoke_certificate", args=[certificate.pk]) not in page
    url = reverse("revoke_certificate", args=[certificate.pk])
    admin_client.post(url, REVOKE)
    assert Certificate.objects.get().state == "withdrawn"
