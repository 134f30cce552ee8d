"""A session ends while a form is open: what was typed is there again after signing in."""

import pytest
from django.test import Client

from portal.accounts import urls as accounts
from portal.accounts.mails import MESSAGE_WAITS
from portal.accounts.models import User
from portal.mail.models import Refusal
from portal.personal import urls as personal
from tests.portal.people import LANGUAGES, PASSWORD, address, make

pytestmark = pytest.mark.django_db
SAID = {"sq": "asgjë nuk u", "en": "nothing was"}


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


def send_and_sign_in(person: User, to: str, language: str = "sq", /, **typed: object) -> str:
    """Return the page that a person gets whose session ended before they sent a form."""
    client = Client()
    sent = client.post(address(to, language), typed)
    fields = {"login": person.email, "password": PASSWORD, "next": address(to, language)}
    back = client.post(sent["Location"], fields, follow=True)
    assert back.status_code == 200, back.redirect_chain
    return back.content.decode()


def typed(person: User, **fields: object) -> dict:
    return {"by": str(person.key), "name": "Ana Hoxha", **fields}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_is_there_as_it_was_typed(person, language):
    organisation = {"organisation": "Bashkia Vlorë"}
    page = send_and_sign_in(person, "profile", language, **typed(person, **organisation))
    assert 'value="Bashkia Vlorë"' in page
    assert SAID[language] in page
    person.refresh_from_db()
    assert person.organisation == ""


def test_it_is_shown_once(person):
    client = Client()
    client.post(address("profile"), typed(person, organisation="Bashkia Vlorë"))
    client.force_login(person)
    assert "Bashkia Vlorë" in client.get(address("profile")).content.decode()
    assert "Bashkia Vlorë" not in client.get(address("profile")).content.decode()


def test_an_address_is_there_as_it_was_typed(person):
    fields = typed(person, email="tjeter@example.org", action_add="")
    page = send_and_sign_in(person, "account_email", **fields)
    assert 'value="tjeter@example.org"' in page
    assert SAID["sq"] in page
    assert person.emailaddress_set.count() == 1


def test_the_choice_of_mails_is_there_as_it_was_made(person):
    page = send_and_sign_in(person, "mail_choices", **typed(person))
    assert f'value="{MESSAGE_WAITS.key}"' in page
    assert f'value="{MESSAGE_WAITS.key}" checked' not in page
    assert SAID["sq"] in page
    assert not Refusal.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["my_data_consent", "my_data_copy"])
def test_who_pressed_a_button_is_led_to_it_and_told_that_nothing_happened(person, name, language):
    assert SAID[language] in send_and_sign_in(person, name, language, purpose="news", give="")


@pytest.mark.parametrize("pattern", [*accounts.urlpatterns, *personal.urlpatterns], ids=str)
def test_signing_in_leads_from_every_form_to_a_page(person, pattern):
    if pattern.pattern.regex.groups:
        return  # an address of one thing, which has a page of its own
    client = Client()
    url = address(pattern.name)
    if (sent := client.post(url)).status_code == 302 and "next=" in sent["Location"]:
        client.force_login(person)
        # 404: nothing to remove or to download for this person
        assert client.get(url).status_code in (200, 302, 404)


def test_what_was_typed_is_shown_to_nobody_else(person):
    other = make("beni@example.org")
    client = Client()
    client.post(address("profile"), typed(person, organisation="Bashkia Vlorë"))
    client.force_login(other)
    assert "Bashkia Vlorë" not in client.get(address("profile")).content.decode()
    client.post(address("profile"), typed(person))
    other.refresh_from_db()
    assert other.name == ""


def test_a_stranger_fills_no_session_with_what_no_form_takes(person):
    client = Client()
    client.post(address("profile"), {"name": "a" * 100_000})
    assert not client.session.keys()
