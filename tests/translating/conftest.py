"""A project with its translation, and what is done to both."""

import pytest
from wagtail_localize.models import Translation

from portal.translating.changes import Changes
from portal.translating.models import TranslationState
from portal.translating.renewing import write_words
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.factories import ProjectPageFactory

AIM = "<p>Telefononi 0800 111.</p><p>Për të gjitha.</p>"
RENEWED = "<p>Telefononi 0800 222.</p><p>Për të gjitha.</p>"
WORDS = [
    ("Projekti", "The project"),
    ("projekti", "the-project"),
    (AIM, "<p>Call 0800 111.</p><p>For all.</p>"),
]


@pytest.fixture
def project(db, publish) -> ProjectPage:
    page = ProjectPageFactory(title="Projekti", slug="projekti", aim=AIM)
    return ProjectPage.objects.get(pk=page.pk)


@pytest.fixture
def translated(project, english, publish) -> ProjectPage:
    publish(publish_translation, project, english, WORDS)
    return project.get_translation(english)


def state(page) -> TranslationState:
    return TranslationState.objects.get(translation_key=page.translation_key)


def translation_of(page) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key)


def waiting(page) -> list:
    return Changes(translation_of(page)).waiting


def republish(page: ProjectPage, **fields: object) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def renew(page, words: str) -> None:
    """Write these words for every string that waits."""
    written = {change.segment: words for change in waiting(page)}
    write_words(translation=translation_of(page), words=written, by=None)
