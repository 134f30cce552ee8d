"""A stranger learns from no answer, and from no work behind it, who has an account."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import User
from tests.portal.people import LANGUAGES, address, make, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]


# From an address each, for what is counted against guessing differs the second time.
KNOWN_AND_NOT = {
    "192.0.2.1": "ana",
    "192.0.2.2": "pezulluar",
    "192.0.2.3": "pa-fjalekalim",
    "192.0.2.4": "askush",
}


class CountedHasher(MD5PasswordHasher):
    """Counts how often a password is hashed, which is what takes time in production."""

    algorithm = "counted"
    runs = 0

    def encode(self, password: str, salt: str) -> str:
        CountedHasher.runs += 1
        return super().encode(password, salt)


@pytest.fixture(autouse=True)
def counted(settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]


def work(request: Callable) -> tuple[int, list[str]]:
    """Return how often a request hashes, and what it does in the database."""
    CountedHasher.runs = 0
    with CaptureQueriesContext(connection) as queries:
        request()
    # Values are not the work.
    return CountedHasher.runs, [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]


def test_a_wrong_password_costs_the_same_with_and_without_an_account():
    make("ana@example.org")
    suspended = make("pezulluar@example.org")
    invited = make("pa-fjalekalim@example.org")
    User.objects.filter(pk=suspended.pk).update(is_active=False)
    invited.set_unusable_password()
    invited.save()
    costs = [
        work(lambda name=name, ip=ip: sign_in(Client(REMOTE_ADDR=ip), f"{name}@example.org", "x"))
        for ip, name in KNOWN_AND_NOT.items()
    ]
    assert costs[0][0] == 1
    assert costs == [costs[0]] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_asking_for_a_new_password_costs_the_same_with_and_without_an_account(settings, language):
    settings.TASKS = settings.TASKS | {
        "background": {**settings.TASKS["background"], "BACKEND": "django_tasks_db.DatabaseBackend"}
    }
    make("ana@b.al")
    url = address("account_reset_password", language)
    costs = [
        work(lambda name=name, ip=ip: Client(REMOTE_ADDR=ip).post(url, {"email": f"{name}@b.al"}))
        for ip, name in KNOWN_AND_NOT.items()
        if name in {"ana", "askush"}
    ]
    assert costs[0] == costs[1]
    assert any("tasks" in query for query in costs[0][1])
