"""Who opens the pages of progress, tasks and exceptions: a group's trainers, and nobody else."""

import pytest
from django.test import Client

from knowledgebase.training.models import Cohort, Concession, HandedIn, LessonPage
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import LANGUAGES, address, make
from tests.training.factories import LessonPageFactory, ModulePageFactory, ProgrammePageFactory
from tests.training.groups import client_of, group_of, member, trainer_of

pytestmark = pytest.mark.django_db

SENT = {
    "cohort_progress_of": {"what": "session", "reason": "x", "seen": "0"},
    "cohort_task": {"decision": "accept", "seen": ""},
    "cohort_concession": {},
}
NAMES = ["cohort_progress", "cohort_gain", "cohort_export", "cohort_tasks", *SENT]


@pytest.fixture
def cohort() -> Cohort:
    programme = ProgrammePageFactory()
    LessonPageFactory(parent=ModulePageFactory(parent=programme))
    return group_of(trainer_of(), programme=programme.translation_key)


@pytest.fixture
def person(cohort) -> User:
    return member(cohort)


@pytest.fixture
def where(cohort, person) -> dict[str, str]:
    """The addresses of one cohort, by name."""
    lesson = LessonPage.objects.get(locale__language_code="sq")
    task = HandedIn.objects.create(
        user=person, lesson=lesson.translation_key, block="x", text="Pesë."
    )
    made = Concession.objects.create(
        user=person, programme=cohort.programme, kind="session", reason="x"
    )
    more = {
        "cohort_progress_of": [person.key],
        "cohort_task": [task.key],
        "cohort_concession": [person.key, made.pk],
    }
    return {name: address(name, "sq", cohort.key, *more.get(name, ())) for name in NAMES}


def nothing_happened() -> bool:
    return (
        Concession.objects.filter(withdrawn_at=None).count() == 1
        and HandedIn.objects.get().state == HandedIn.State.WAITING
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "who", ["another trainer", "editor", "administrator", "participant", "account"]
)
def test_nobody_else_learns_of_it(where, person, who, name):
    other = person if who == "participant" else make("tjetri@example.org")
    roles = {"another trainer": Role.TRAINER, "editor": Role.EDITOR}
    if who in roles:
        other.groups.add(roles[who].group())
    User.objects.filter(pk=other.pk).update(is_superuser=who == "administrator")
    client = client_of(other)
    assert client.get(where[name], {"as": "csv"}).status_code == 404
    if name in SENT:
        assert client.post(where[name], SENT[name]).status_code == 404
    assert nothing_happened()


def test_visitors_sign_in_first(where):
    for name, url in where.items():
        for method in ("get", "post") if name in SENT else ("get",):
            answer = getattr(Client(), method)(url, SENT.get(name))
            assert answer["Location"].startswith(address("account_login"))
    assert nothing_happened()


def test_the_second_factor_is_asked_for(where, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    trainer = client_of(User.objects.get(email="trajnerja@example.org"))
    for url in where.values():
        assert trainer.get(url).status_code == 302


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_trainers_open_it_in_both_languages(where, cohort, person, language):
    trainer = client_of(User.objects.get(email="trajnerja@example.org"))
    for name in ("cohort_progress", "cohort_gain", "cohort_tasks"):
        assert trainer.get(address(name, language, cohort.key)).status_code == 200
    url = address("cohort_progress_of", language, cohort.key, person.key)
    assert trainer.get(url).status_code == 200


def test_only_what_changes_something_is_posted(where):
    trainer = client_of(User.objects.get(email="trajnerja@example.org"))
    for name in NAMES:
        if name not in SENT:
            assert trainer.post(where[name]).status_code == 405
    assert trainer.get(where["cohort_concession"])["Location"] == where["cohort_progress_of"]
    assert nothing_happened()
