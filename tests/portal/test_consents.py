"""What people agree to: each text by one click, and taken back by one."""

from types import SimpleNamespace

import pytest
from django.test import Client

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal import consents
from portal.personal.consents import Consent, Purpose, give, holds, standings, withdraw
from tests.portal.people import address, make, signed_in

pytestmark = pytest.mark.django_db

stopped = []
NEWS = Purpose(
    key="news",
    title="Lajme",
    text="Na lejoni t’ju shkruajmë për trajnimet.",
    version=1,
    withdrawn=lambda user: stopped.append(user.pk),
)
NEWER = Purpose(key="news", title="Lajme", text="Tekst i ri.", version=2, withdrawn=NEWS.withdrawn)


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def mine(person) -> Client:
    return signed_in(person.email)


def offer(monkeypatch, *purposes: Purpose) -> None:
    room = SimpleNamespace(PURPOSES=purposes)
    monkeypatch.setattr(consents, "modules", lambda name: [room])
    stopped.clear()


def test_a_consent_is_given_and_withdrawn_by_one_click(mine, person, monkeypatch):
    offer(monkeypatch, NEWS)
    mine.post(address("my_data_consent"), {"purpose": "news", "give": ""})
    mine.post(address("my_data_consent"), {"purpose": "news", "give": ""})
    assert holds(person, NEWS)
    given = Consent.objects.get()
    assert (given.version, given.language, given.text) == (1, "sq", str(NEWS.text))
    mine.post(address("my_data_consent"), {"purpose": "news", "withdraw": ""})
    assert not holds(person, NEWS)
    assert stopped == [person.pk]
    mine.post(address("my_data_consent"), {"purpose": "news", "withdraw": ""})
    assert stopped == [person.pk]
    given.refresh_from_db()
    assert given.withdrawn_at
    assert "Lajme" in mine.get(address("my_data")).content.decode()
    mine.post(address("my_data_consent"), {"purpose": "news", "give": ""})
    assert holds(person, NEWS)
    assert Consent.objects.count() == 2


def test_a_new_text_asks_again_and_withdrawing_ends_every_version(mine, person, monkeypatch):
    offer(monkeypatch, NEWS)
    give(person, NEWS)
    offer(monkeypatch, NEWER)
    assert not holds(person, NEWER)
    assert standings(person)[0].is_old
    assert "Lajme" in mine.get(address("my_page")).content.decode()
    give(person, NEWER)
    assert holds(person, NEWER)
    assert not standings(person)[0].is_old
    withdraw(person, NEWER)
    assert not Consent.objects.filter(withdrawn_at=None).exists()


def test_withdrawing_holds_only_if_what_it_allowed_was_stopped(person, monkeypatch):
    def fail(user):
        raise RuntimeError

    purpose = Purpose(key="x", title="x", text="x", version=1, withdrawn=fail)
    give(person, purpose)
    with pytest.raises(RuntimeError):
        withdraw(person, purpose)
    assert holds(person, purpose)


def test_a_purpose_that_nobody_offers_is_no_page(mine):
    for purpose in ("news", "", "\x00"):
        assert mine.post(address("my_data_consent"), {"purpose": purpose}).status_code == 404


def test_without_purposes_nothing_is_asked(mine, client_as):
    assert 'name="purpose"' not in mine.get(address("my_data")).content.decode()
    assert client_as(Role.EDITOR).get(address("my_data")).status_code == 200
