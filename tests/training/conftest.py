"""A programme, a trainer with a cohort of it, somebody who may come into it, and papers."""

from copy import deepcopy

import pytest
from django.test import Client

from knowledgebase.training.models import Cohort, ProgrammePage
from portal.accounts.models import User
from tests.knowledgebase.conftest import ask, made
from tests.portal.people import make
from tests.training.factories import ProgrammePageFactory
from tests.training.groups import client_of, group_of, trainer_of

__all__ = ["ask", "made"]


@pytest.fixture(scope="module")
def written(ground) -> ProgrammePage:
    return ground(lambda: ProgrammePageFactory(title="Programi"))


@pytest.fixture
def programme(written) -> ProgrammePage:
    return deepcopy(written)


@pytest.fixture
def trainer() -> User:
    return trainer_of()


@pytest.fixture
def group(trainer: User, programme: ProgrammePage) -> Cohort:
    return group_of(trainer, programme=programme.translation_key)


@pytest.fixture
def person() -> User:
    return make("ana@example.org")


@pytest.fixture
def mine(person: User) -> Client:
    return client_of(person)
