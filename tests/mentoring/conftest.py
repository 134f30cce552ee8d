"""A round, a mentor and a mentee."""

import pytest

from mentoring.models import Profile, Round
from tests.mentoring.people import make_mentee, make_profile, make_round


@pytest.fixture
def current(db) -> Round:
    return make_round()


@pytest.fixture
def mentor(current) -> Profile:
    return make_profile("mentorja@example.org")


@pytest.fixture
def mentee(current) -> Profile:
    return make_mentee("kerkuesja@example.org")
