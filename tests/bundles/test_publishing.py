"""A bundle goes live at one moment, or nothing of it does."""

import datetime
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail_localize.models import StringTranslation, Translation

from portal.accounts.roles import Role
from portal.mail.models import Mail
from portal.publishing.bundles import actions
from portal.publishing.bundles.ahead import Ahead, write_ahead
from portal.publishing.bundles.models import Bundle, BundleItem, Missed, State
from portal.publishing.refusals import RefusedError
from portal.translating.models import TranslationState
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from tests.bundles.making import (
    AHEAD,
    bundle_of,
    edited,
    english,
    findings,
    person,
    seen,
    translated_project,
)
from tests.factories import NewsPageFactory, ProjectPageFactory, StandardPageFactory
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(db):
    return person(Role.MODERATOR)


@pytest.fixture
def project(db) -> ProjectPage:
    """A project with a draft, whose translation is public."""
    return edited(translated_project())


@pytest.fixture
def project_en(project) -> ProjectPage:
    return project.get_translation(english())


def translate_ahead(project, by) -> None:
    translation = Translation.objects.get(source__object_id=project.translation_key)
    ahead = Ahead(translation, project.get_latest_revision_as_object())
    words = {text: dict(AHEAD)[text.string.data] for text in ahead.missing}
    write_ahead(translation=translation, words=words, by=by)


def summaries(*pages) -> list[str]:
    return [ProjectPage.objects.get(pk=page.pk).summary for page in pages]


def test_an_edited_page_goes_live_with_its_translation_a_news_page_and_a_term(
    project, project_en, moderator
):
    news, term = NewsPageFactory(title="Lajmi"), GlossaryTermFactory(name="Fjala")
    term.save_revision().publish()
    news, term = edited(news, title="Lajmi i ri"), edited(term, name="Fjala e re")
    bundle = bundle_of(project_en, project, news, term, by=moderator)
    assert findings(bundle, blocks=True)["The project en"] == ["texts"]
    translate_ahead(project, moderator)
    assert summaries(project, project_en) == ["Para", "Before"]
    assert findings(bundle, blocks=True)["The project en"] == ["changed"]
    item = bundle.items.get(object_id=project_en.pk)
    actions.take_new_version(bundle=bundle, item=item, by=moderator)
    actions.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    assert summaries(project, project_en) == ["Pas", "After"]
    assert Page.objects.get(pk=news.pk).title == "Lajmi i ri"
    term.refresh_from_db()
    assert term.name == "Fjala e re"
    bundle.refresh_from_db()
    assert (bundle.state, bundle.ended_by) == (State.PUBLISHED, moderator)
    assert bundle.items.filter(went_live=True, is_open=False).count() == 4
    with pytest.raises(RefusedError):
        actions.publish(bundle=bundle, seen="", by=moderator)


def traces() -> list:
    """All that a publication leaves, beside the rows of pages."""
    from search.models import Entry  # noqa: PLC0415

    models = (PageLogEntry, ModelLogEntry, Mail, TranslationState, StringTranslation, Entry)
    rows = [[*model.objects.order_by("pk").values()] for model in models]
    pages = [*Page.objects.order_by("pk").values()]
    return [*rows, pages, [*Revision.objects.order_by("pk").values()]]


def test_a_failure_at_the_last_leaves_no_trace(project, moderator, publish):
    other = edited(StandardPageFactory(title="Zë", slug="ze"), slug="zene")
    bundle = bundle_of(project, other, by=moderator)
    StandardPageFactory(title="Zënë", slug="zene")  # takes the address meanwhile
    before = traces()
    with transaction.atomic(), pytest.raises(RefusedError) as refused:
        publish(actions.publish, bundle=bundle, seen=seen(bundle), by=moderator)
    assert "Zë" in refused.value.messages[0]
    assert traces() == before
    assert bundle.items.get(object_id=other.pk).fault
    assert bundle.items.get(object_id=project.pk).fault == ""
    assert findings(bundle)["Zë sq"] == ["fault"]
    bundle.refresh_from_db()
    assert bundle.is_open
