"""A round, a mentor, a mentee and a coordinator."""

import pytest
from django.test import Client

from mentoring.models import Profile, Round
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.mentoring.people import make_mentee, make_profile, make_round
from tests.portal.people import make
from tests.training.groups import client_of


@pytest.fixture
def current(db) -> Round:
    return make_round()


@pytest.fixture
def mentor(current) -> Profile:
    return make_profile("mentorja@example.org")


@pytest.fixture
def mentee(current) -> Profile:
    return make_mentee("kerkuesja@example.org")


@pytest.fixture
def coordinator(db) -> User:
    return make("koordinatorja@example.org", Role.COORDINATOR)


@pytest.fixture
def desk(coordinator) -> Client:
    return client_of(coordinator)
