"""What every test stands on: the site's structure in the database, and servers that are there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from wagtail.models import Locale

from home.models import HomePage
from home.structure import ensure_structure
from portal.accounts.models import User
from portal.accounts.roles import Role

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop


def need(is_there: object, what: str) -> None:
    """Skip the test with the reason where a server is missing; in CI that is a failure."""
    if is_there:
        return
    reason = f"needs {what}; `make services` installs and starts it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the structure once, after the migrations."""
    with django_db_blocker.unblock():
        ensure_structure()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Forget what other tests left, such as renditions whose files are gone."""
    cache.clear()


@pytest.fixture
def home(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="sq")


@pytest.fixture
def home_en(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("admin@example.org", "demo-demo-demo")


@pytest.fixture
def admin_client(admin: User) -> Client:
    client = Client()
    client.force_login(admin)
    return client


@pytest.fixture
def client_as(db) -> Callable[[Role], Client]:
    """A function that signs in somebody with a role."""

    def sign_in(role: Role) -> Client:
        user = User.objects.create_user(f"{role.name.lower()}@example.org")
        user.groups.add(Group.objects.get(name=role.value))
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """A function that runs another and then what it left for the end of the transaction."""

    def run(function: Callable, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args, **kwargs)

    return run


ROOT = Path(__file__).resolve().parent.parent
