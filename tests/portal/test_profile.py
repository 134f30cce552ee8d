"""Who a person says they are, and what the portal writes to them."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext_lazy

from portal.accounts.messages import write
from portal.accounts.models import Message, User
from portal.terms.models import Municipality
from portal.translation_records import publish_translation
from tests.factories import MunicipalityFactory
from tests.portal.people import LANGUAGES, address, make

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def typed(person: User, **changes) -> dict:
    return {"by": str(person.key), "name": "Ana Hoxha", **changes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_says_who_they_are_in_either_language(person, language, english):
    vlora = MunicipalityFactory(name="Vlorë", slug="vlora")
    publish_translation(vlora, english, [("Vlorë", "Vlora")])
    url = address("profile", language)
    page = client_of(person).get(url).content.decode()
    assert {"sq": ">Vlorë<", "en": ">Vlora<"}[language] in page
    fields = {
        "organisation": "Bashkia Vlorë",
        "organisation_kind": "municipality",
        "municipality": vlora.pk,
        "position": "Koordinatore vendore",
        "sex": "woman",
        "preferred_language": language,
    }
    saved = client_of(person).post(url, typed(person, **fields), follow=True)
    assert "Ana Hoxha" in saved.content.decode()
    person.refresh_from_db()
    assert (person.name, person.municipality.pk, person.sex) == ("Ana Hoxha", vlora.pk, "woman")
    client_of(person).post(url, typed(person))
    person.refresh_from_db()
    assert (person.organisation, person.municipality, person.sex) == ("", None, "")


NAMES = [
    "",
    " ",
    "A" * 10_000,
    "<b>Ana</b>",
    "Ana\u202e",
    "\u2066Ana",
    "Ana\x00",
    "Ana\nHoxha",
    "A\x1b",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_cannot_be_one_is_refused_at_its_field(person, name):
    refused = client_of(person).post(
        address("profile"), typed(person, name=name, organisation="Bashkia Vlorë")
    )
    page = refused.content.decode()
    assert refused.status_code == 200
    assert 'id="id_name_error"' in page
    assert 'value="Bashkia Vlorë"' in page
    person.refresh_from_db()
    assert person.name == ""


def test_names_of_every_sort_are_taken(person):
    for name in ("Ana-Maria Ël Çeli", "O'Brien", "María José", "Ñ", "张伟", "نور"):
        client_of(person).post(address("profile"), typed(person, name=name))
        person.refresh_from_db()
        assert person.name == name


def test_only_rows_of_the_source_are_chosen(person, english):
    vlora = MunicipalityFactory(name="Vlorë")
    publish_translation(vlora, english, [("Vlorë", "Vlora")])
    translated = Municipality.objects.get(locale=english)
    refused = client_of(person).post(address("profile"), typed(person, municipality=translated.pk))
    assert 'id="id_municipality_error"' in refused.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_read_here_and_the_mail_only_says_that_it_waits(language):
    person = make("ana@example.org", language=language)
    message = write(person, subject=gettext_lazy("Messages"), text="Një.\n\n<b>Dy</b>", link="/sq/")
    (sent,) = mail.outbox
    url = address("my_message", language, message.pk)
    assert url in sent.body
    assert "Dy" not in sent.body
    client = client_of(person)
    assert url in client.get(address("my_messages", language)).content.decode()
    assert "mine__count" in client.get(address("my_page", language)).content.decode()
    page = client.get(url).content.decode()
    assert f'<div lang="{language}">' in page
    assert {"sq": "Mesazhe", "en": "Messages"}[language] in page.partition("<h2")[2]
    assert "<p>&lt;b&gt;Dy&lt;/b&gt;</p>" in page
    assert "mine__count" not in client.get(address("my_page", language)).content.decode()


def test_the_time_of_a_message_is_that_of_the_clock_on_the_wall(person):
    message = write(person, subject="S", text="T")
    Message.objects.update(created_at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    for url in (address("my_message", "en", message.pk), address("my_messages", "en")):
        page = client_of(person).get(url).content.decode()
        assert "2 July 2026" in page
        assert "00:30" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_no_messages_is_told_so(person, language):
    page = client_of(person).get(address("my_messages", language))
    assert page.status_code == 200
    assert "own-list" not in page.content.decode()


def test_messages_of_others_are_not_there(person):
    message = write(make("beni@example.org"), subject="S", text="T")
    client = client_of(person)
    assert client.get(address("my_message", "sq", message.pk)).status_code == 404
    assert Message.objects.get().read_at is None
    assert client.get(address("my_messages") + "?page=99").status_code == 404
    assert Client().get(address("my_message", "sq", message.pk)).status_code == 302


def test_the_header_costs_whoever_is_signed_in_one_query_whatever_waits(person):
    for _number in range(3):
        write(person, subject="S", text="T")
    with CaptureQueriesContext(connection) as as_visitor:
        Client().get("/sq/")
    client = client_of(person)
    with CaptureQueriesContext(connection) as signed_in:
        client.get("/sq/")
    about_messages = [each for each in signed_in if "accounts_message" in each["sql"]]
    assert len(about_messages) == 1
    assert not [each for each in as_visitor if "accounts_message" in each["sql"]]
