"""Whoever holds an account waits for its profile while others who hold the profile write to it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from django.db import connection, transaction

from mentoring.models import Profile, Request
from mentoring.profiles.actions import join
from mentoring.requests import actions
from mentoring.requests.steps import lock_people
from portal.accounts.messages import write
from portal.personal.erasure import erase_key
from tests.mentoring.asking import by
from tests.mentoring.pairing import make_pair
from tests.mentoring.people import make_mentee, make_profile, make_round
from tests.test_same_second import ONE_WRITER

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def in_own_connection(function: Callable[[], object]) -> object:
    try:
        return function()
    finally:
        connection.close()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


def erase(person: Profile, pair: Request) -> object:
    return erase_key(person.user.key)


def join_again(person: Profile, pair: Request) -> object:
    return join(user=person.user, is_mentor=False, is_mentee=True)


def complete(person: Profile, pair: Request) -> object:
    return actions.complete(request=pair, by=by(person, pair))


@pytest.mark.parametrize("take", [erase, join_again, complete])
def test_a_message_to_somebody_whose_account_is_held_waits_for_nothing(take):
    if connection.vendor == "sqlite":
        pytest.skip(ONE_WRITER)
    make_round()
    person, other = make_mentee(), make_profile("mentorja@example.org")
    pair = make_pair(person, other)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            lock_people([person.pk, other.pk])
            taken = pool.submit(in_own_connection, lambda: take(person, pair))
            for _attempt in range(500):
                if somebody_waits():
                    break
                sleep(0.01)
            assert somebody_waits()
            write(person.user, subject="Një", text="Dy", link="/sq/")
        assert taken.result()
