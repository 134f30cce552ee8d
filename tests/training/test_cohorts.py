"""A trainer makes a cohort, changes it and closes it; nobody else learns of it."""

import pytest
from django.test import Client

from knowledgebase.training.cohorts import actions
from knowledgebase.training.models import Cohort
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import LANGUAGES, address, make
from tests.training.factories import ProgrammePageFactory

pytestmark = pytest.mark.django_db

PAGES = ["cohort", "cohort_settings", "close_cohort"]


@pytest.fixture
def programme():
    return ProgrammePageFactory(title="Programi")


@pytest.fixture
def trainer() -> User:
    person = make("trajnerja@example.org")
    person.groups.add(Role.TRAINER.group())
    return person


@pytest.fixture
def desk(trainer) -> Client:
    client = Client()
    client.force_login(trainer)
    return client


@pytest.fixture
def cohort(trainer, programme) -> Cohort:
    return actions.make(
        by=trainer,
        programme=programme.translation_key,
        name="Pranvera",
        starts_on=None,
        ends_on=None,
    )


def send(client: Client, view: str, *args: object, language: str = "sq", **fields: str):
    return client.post(address(view, language, *args), fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trainer_makes_a_cohort_and_finds_it(desk, programme, language):
    fields = {"programme": str(programme.translation_key), "name": "Vlora"}
    sent = send(desk, "new_cohort", language=language, **fields, starts_on="2027-01-10", ends_on="")
    cohort = Cohort.objects.get()
    assert sent.url == address("cohort", language, cohort.key)
    assert "Vlora" in desk.get(address("cohorts", language)).content.decode()
    assert "Programi" in desk.get(sent.url).content.decode()


def test_days_in_the_wrong_order_are_refused_by_the_field(desk, cohort):
    days = {"starts_on": "2027-02-01", "ends_on": "2027-01-01"}
    page = send(desk, "cohort_settings", cohort.key, name="Vjeshta", **days)
    assert "ends_on" in page.context_data["form"].errors
    assert 'value="Vjeshta"' in page.content.decode()
    cohort.refresh_from_db()
    assert cohort.name == "Pranvera"


def test_a_closed_cohort_can_be_opened_again(desk, cohort):
    send(desk, "close_cohort", cohort.key)
    cohort.refresh_from_db()
    assert cohort.closed_at
    send(desk, "close_cohort", cohort.key, reopen="1")
    cohort.refresh_from_db()
    assert not cohort.closed_at


@pytest.mark.parametrize("who", ["another trainer", "editor", "administrator", "nobody's role"])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_learns_of_a_cohort(cohort, who, name):
    person = make("tjetri@example.org")
    roles = {"another trainer": Role.TRAINER, "editor": Role.EDITOR}
    if who in roles:
        person.groups.add(roles[who].group())
    if who == "administrator":
        User.objects.filter(pk=person.pk).update(is_superuser=True)
    client = Client()
    client.force_login(person)
    method = client.post if name == "close_cohort" else client.get
    assert method(address(name, "sq", cohort.key)).status_code == 404


def test_a_visitor_signs_in_first(client, cohort):
    answer = client.get(address("cohort", "sq", cohort.key))
    assert answer.status_code == 302
    assert "Pranvera" not in answer.url


def test_the_second_factor_is_asked_for(desk, cohort, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    assert desk.get(address("cohort", "sq", cohort.key)).status_code == 302
