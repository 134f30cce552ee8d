"""What somebody sends through the contact form, and from whom."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from home.enquiries.models import Subject
from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.translation_records import publish_translation
from tests.factories import source_locale
from tests.portal.people import address, make

TEXT = "Si mund të gjej një strehëz?"
SAID = {"message": TEXT, "reply": "email", "email": "shkruan@example.org"}


def make_subject(english, *, people: list[User] = ()) -> Subject:
    subject = Subject.objects.create(name="Ndihmë", slug="ndihme", locale=source_locale())
    subject.people.set(people)
    publish_translation(subject, english, [("Ndihmë", "Help")])
    return subject


def reader(email: str = "lexon@example.org", role: Role = Role.COORDINATOR, **said: str) -> User:
    return make(email, role, **said)


def form_page(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def ticket_of(response: Any) -> str:
    return form_page(response).select_one("input[name=ticket]")["value"]


def open_form(language: str = "sq", client: Client | None = None) -> str:
    """Return the ticket of a form that was just opened."""
    return ticket_of((client or Client()).get(address("enquiry_write", language)))


def send(about: Subject | None = None, language: str = "sq", **said: Any) -> Any:
    """Send a form, a new one unless `ticket` is given; return the answer."""
    ticket = said.pop("ticket", None) or open_form(language)
    subject = {"subject": about.pk} if about else {}
    data = {"ticket": ticket, **subject, **SAID, **said}
    return Client().post(address("enquiry_write", language), data)
