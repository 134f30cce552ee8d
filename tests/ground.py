"""Common ground: rows that many tests of a module begin with, made once for all of them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

T = TypeVar("T")


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable]:
    """A function that makes rows which last until the module's last test.

    Each test still undoes its own changes to them. Objects in memory are not undone, so a test is
    handed a copy. The transaction is one: PostgreSQL's clock stands still in it.
    """

    def make(function: Callable[[], T]) -> T:
        with django_db_blocker.unblock():
            cache.clear()
            translation.activate(settings.LANGUAGE_CODE)
            return function()

    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
    yield make
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


def stands_on_ground(item: pytest.Item) -> bool:
    return "ground" in getattr(item, "fixturenames", ())
