"""Who reads a message, what becomes of it, and how long it stays."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.enquiries.models import Enquiry
from home.enquiries.personal_data import KEPT_CLOSED
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.personal.audit import Action, Event
from portal.personal.erasure import erase_key
from portal.personal.rendering import everything_about
from tests.enquiries.writing import TEXT, make_subject, reader, send
from tests.portal.people import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> User:
    return reader()


@pytest.fixture
def enquiry(english, coordinator) -> Enquiry:
    send(make_subject(english, people=[coordinator]), message=f"{TEXT} <script>x</script>")
    return Enquiry.objects.get()


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def addresses(enquiry: Enquiry) -> list[str]:
    one = [reverse(name, args=[enquiry.pk]) for name in ("enquiry", "erase_enquiry")]
    return [reverse("enquiries"), *one]


# Of the list, the message, and its erasure: 302 leads to sign in or, refused, back to the admin.
MATRIX = {
    None: [302, 302, 302],
    "account": [403, 403, 403],
    Role.TRANSLATOR: [302, 302, 302],
    Role.EDITOR: [200, 302, 302],
    Role.TRAINER: [200, 302, 302],
    Role.MODERATOR: [200, 302, 302],
    "reader": [200, 200, 200],
    "administrator": [200, 200, 200],
}


@pytest.mark.parametrize("who", MATRIX)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_message_is_there_for_its_readers_and_administrators_alone(
    enquiry, coordinator, admin, who, method
):
    people = {None: None, "reader": coordinator, "administrator": admin}
    if who == "account":
        user = make("llogari@example.org")
    else:
        user = people[who] if who in people else make("tjeter@example.org", who)
    client = client_of(user)
    if method == "get":
        assert [client.get(url).status_code for url in addresses(enquiry)] == MATRIX[who]
    elif MATRIX[who][1] != 200:
        for url in addresses(enquiry)[1:]:
            client.post(url, {"outcome": "answered"})
        assert Enquiry.objects.open().get() == enquiry


def test_the_list_shows_others_nothing(enquiry):
    client = client_of(make("tjeter@example.org", Role.MODERATOR))
    assert "Ndihmë" not in client.get(reverse("enquiries")).content.decode()


def test_its_readers_see_how_a_reply_is_safe_and_markup_as_text(enquiry, coordinator):
    page = client_of(coordinator).get(reverse("enquiry", args=[enquiry.pk])).content.decode()
    assert "shkruan@example.org" in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page


def test_what_waits_stands_on_the_first_page_of_its_readers(enquiry, coordinator):
    page = client_of(coordinator).get("/admin/").content.decode()
    assert reverse("enquiries") in page


def test_it_is_closed_once(enquiry, coordinator, admin):
    url = reverse("enquiry", args=[enquiry.pk])
    assert client_of(coordinator).post(url, {"outcome": ""}).status_code == 200
    client_of(coordinator).post(url, {"outcome": "answered"})
    client_of(admin).post(url, {"outcome": "done"})
    enquiry.refresh_from_db()
    assert (enquiry.outcome, enquiry.closed_by) == ("answered", coordinator)


def test_it_is_erased_and_only_that_is_written_down(enquiry, coordinator):
    client_of(coordinator).post(reverse("erase_enquiry", args=[enquiry.pk]))
    assert not Enquiry.objects.exists()
    event = Event.objects.get(action=Action.ENQUIRY_ERASED)
    assert (event.by, event.of_id, event.facts) == (coordinator, str(enquiry.pk), {})


def test_it_goes_its_time_after_it_was_closed_and_stays_while_it_waits(enquiry):
    long_ago = timezone.now() - timedelta(days=KEPT_CLOSED + 1)
    Enquiry.objects.update(sent_at=long_ago)
    call_command("retention")
    assert Enquiry.objects.exists()
    Enquiry.objects.update(closed_at=timezone.now(), outcome="done")
    call_command("retention")
    assert Enquiry.objects.exists()
    Enquiry.objects.update(closed_at=long_ago)
    call_command("retention")
    assert not Enquiry.objects.exists()


def models_about(user: User) -> set[str]:
    return {held.model for held, _rows in everything_about(user)}


@pytest.mark.dialect
def test_a_message_belongs_to_who_confirmed_its_address(enquiry):
    writer = make("Shkruan@example.org")
    assert "enquiries.Enquiry" in models_about(writer)
    writer.emailaddress_set.update(verified=False)
    assert "enquiries.Enquiry" not in models_about(writer)
    erase_key(writer.key)
    assert Enquiry.objects.exists()


@pytest.mark.dialect
def test_whoever_goes_takes_their_messages_along(enquiry):
    erase_key(make("shkruan@example.org").key)
    assert not Enquiry.objects.exists()


def test_a_reader_who_goes_leaves_messages_and_subjects(enquiry, coordinator, admin):
    Enquiry.objects.update(closed_at=timezone.now(), closed_by=coordinator, outcome="done")
    erase_key(coordinator.key)
    enquiry.refresh_from_db()
    assert enquiry.closed_by is None
    assert enquiry.readers() == [admin]
