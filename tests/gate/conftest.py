"""A page in both languages, and people with different rights at the gate."""

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation

from portal.accounts.roles import Role
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.factories import ProjectPageFactory
from tests.gate.doing import WORDS


@pytest.fixture
def project(english) -> ProjectPage:
    page = ProjectPageFactory(title="Projekti", slug="projekti")
    publish_translation(page, english, WORDS)
    return page


@pytest.fixture
def project_en(project, english) -> ProjectPage:
    return project.get_translation(english)


@pytest.fixture
def unfinished(project, project_en) -> ProjectPage:
    """The English page, whose source has new words that nobody translated."""
    StringTranslation.objects.filter(data="The project").delete()
    return project_en


@pytest.fixture
def moderator(client_as) -> Client:
    return client_as(Role.MODERATOR)


@pytest.fixture
def translator(client_as) -> Client:
    return client_as(Role.TRANSLATOR)
