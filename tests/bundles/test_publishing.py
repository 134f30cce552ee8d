"""A bundle goes live at one moment, or nothing of it does."""

import datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex, Revision
from wagtail_localize.models import StringTranslation, Translation

from portal.accounts.roles import Role
from portal.mail.models import Mail
from portal.media.models import Rendition
from portal.publishing.bundles import filling, going_live, handing_over
from portal.publishing.bundles.ahead import Ahead, write_ahead
from portal.publishing.bundles.models import Bundle, BundleItem, Missed, State
from portal.publishing.refusals import RefusedError
from portal.translating.models import TranslationState
from portal.translating.states import refresh
from portal.translation_records import publish_translation
from projects.models import ProjectPage
from search.models.entry import Entry
from search.models.outbox import Change
from search.models.titles import TitleWord
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
from tests.factories import (
    NewsPageFactory,
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
)
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
    filling.take_new_version(bundle=bundle, item=item, by=moderator)
    going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    assert summaries(project, project_en) == ["Pas", "After"]
    assert Page.objects.get(pk=news.pk).title == "Lajmi i ri"
    term.refresh_from_db()
    assert term.name == "Fjala e re"
    bundle.refresh_from_db()
    assert (bundle.state, bundle.ended_by) == (State.PUBLISHED, moderator)
    assert bundle.items.filter(went_live=True, is_open=False).count() == 4
    with pytest.raises(RefusedError):
        going_live.publish(bundle=bundle, seen="", by=moderator)


def traces() -> list:
    """All that a publication leaves, beside the rows of pages."""
    models = (PageLogEntry, ModelLogEntry, Mail, TranslationState, StringTranslation)
    models += (Entry, TitleWord, Change, DBTaskResult, ReferenceIndex, Rendition)
    rows = [[*model.objects.order_by("pk").values()] for model in models]
    pages = [*Page.objects.order_by("pk").values()]
    return [*rows, pages, [*Revision.objects.order_by("pk").values()], dict(cache._cache)]


def test_a_failure_at_the_last_leaves_no_trace(project, moderator, publish, queue):
    other = edited(StandardPageFactory(title="Zë", slug="ze"), slug="zene")
    bundle = bundle_of(project, other, by=moderator)
    StandardPageFactory(title="Zënë", slug="zene")  # takes the address meanwhile
    before = traces()
    with transaction.atomic(), pytest.raises(RefusedError) as refused:
        publish(going_live.publish, bundle=bundle, seen=seen(bundle), by=moderator)
    assert "Zë" in refused.value.messages[0]
    assert traces() == before
    assert bundle.items.get(object_id=other.pk).fault
    assert bundle.items.get(object_id=project.pk).fault == ""
    assert findings(bundle)["Zë sq"] == ["fault"]
    bundle.refresh_from_db()
    assert bundle.is_open


def test_whoever_may_not_publish_one_of_them_publishes_none(project, moderator):
    bundle = bundle_of(project, by=moderator)
    for role in (Role.EDITOR, Role.TRANSLATOR, Role.COORDINATOR):
        somebody = person(role)
        with pytest.raises(PermissionDenied):
            going_live.publish(bundle=bundle, seen=seen(bundle), by=somebody)
        with pytest.raises(PermissionDenied):
            going_live.schedule(bundle=bundle, at=soon(), seen=seen(bundle), by=somebody)
    assert summaries(project) == ["Para"]


def test_what_was_changed_after_somebody_looked_is_not_published(project, moderator):
    bundle = bundle_of(project, by=moderator)
    looked = seen(bundle)
    edited(project, summary="Tjetër")
    item = bundle.items.get()
    filling.take_new_version(bundle=bundle, item=item, by=person(Role.EDITOR))
    with pytest.raises(RefusedError):
        going_live.publish(bundle=bundle, seen=looked, by=moderator)
    assert summaries(project) == ["Para"]
    going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    assert summaries(project) == ["Tjetër"]


# --- At its hour --------------------------------------------------------------------------------
def soon() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(hours=1)


def scheduled(bundle: Bundle, by) -> Bundle:
    """Schedule it, and let its hour come."""
    going_live.schedule(bundle=bundle, at=soon(), seen=seen(bundle), by=by)
    Bundle.objects.filter(pk=bundle.pk).update(scheduled_for=timezone.now())
    return Bundle.objects.get(pk=bundle.pk)


def clock() -> str:
    said = StringIO()
    call_command("publish_scheduled", stdout=said)
    return said.getvalue()


def mails() -> int:
    return Mail.objects.filter(kind="bundle_missed").count()


def test_the_clock_publishes_a_bundle_at_its_hour_and_not_before(project, moderator):
    bundle = bundle_of(project, by=moderator)
    going_live.schedule(bundle=bundle, at=soon(), seen=seen(bundle), by=moderator)
    clock()
    assert summaries(project) == ["Para"]
    Bundle.objects.update(scheduled_for=timezone.now())
    call_command("publish_scheduled", "--dry-run", stdout=StringIO())
    assert summaries(project) == ["Para"]
    assert "publish together: Së bashku" in clock()
    assert summaries(project) == ["Pas"]
    bundle.refresh_from_db()
    assert (bundle.state, bundle.ended_by, mails()) == (State.PUBLISHED, moderator, 0)
    assert "publish together" not in clock()


def lose_the_role(bundle):
    bundle.scheduled_by.groups.clear()


def be_suspended(bundle):
    type(bundle.scheduled_by).objects.filter(pk=bundle.scheduled_by_id).update(is_active=False)


def be_erased(bundle):
    Bundle.objects.filter(pk=bundle.pk).update(scheduled_by=None)


def change_the_draft(bundle):
    edited(ProjectPage.objects.get(pk=bundle.items.get().object_id), summary="Tjetër")


def delete_the_page(bundle):
    Page.objects.get(pk=bundle.items.get().object_id).delete()


@pytest.mark.parametrize(
    ("happens", "why", "letters"),
    [
        (lose_the_role, Missed.NO_RIGHT, 2),
        (be_suspended, Missed.NO_RIGHT, 1),
        (be_erased, Missed.NO_RIGHT, 1),
        (change_the_draft, Missed.NOT_READY, 2),
        (delete_the_page, Missed.NOT_READY, 2),
    ],
)
def test_what_cannot_go_live_at_its_hour_stays_with_the_reason_and_one_mail(
    project, moderator, happens, why, letters
):
    bundle = scheduled(bundle_of(project, by=person(Role.EDITOR)), moderator)
    happens(bundle)
    clock()
    clock()
    bundle.refresh_from_db()
    assert (bundle.is_open, bundle.missed_why, bundle.scheduled_for) == (True, why, None)
    assert bundle.missed_at
    assert mails() == letters
    assert not ProjectPage.objects.filter(summary__in=["Pas", "Tjetër"]).exists()
    assert bundle in Bundle.objects.waiting_for(person(Role.MODERATOR, "tjeter"))
    assert bundle in Bundle.objects.waiting_for(bundle.made_by)


def test_the_mail_names_neither_the_bundle_nor_its_pages(project, moderator):
    bundle = scheduled(bundle_of(project, by=moderator), moderator)
    change_the_draft(bundle)
    clock()
    letter = mail.outbox[-1]
    text = letter.subject + letter.body
    assert bundle.get_absolute_url() in text
    assert "Së bashku" not in text
    assert "Projekti" not in text


def test_what_is_scheduled_is_changed_by_who_may_publish_it(project, moderator):
    editor = person(Role.EDITOR)
    bundle = bundle_of(project, by=editor)
    going_live.schedule(bundle=bundle, at=soon(), seen=seen(bundle), by=moderator)
    other = edited(StandardPageFactory(title="Rreth nesh"), title="Ne")
    item = bundle.items.get()
    for change in (
        lambda by: filling.add(bundle=bundle, things=[other], by=by),
        lambda by: filling.take_out(bundle=bundle, item=item, by=by),
        lambda by: filling.take_new_version(bundle=bundle, item=item, by=by),
    ):
        with pytest.raises(RefusedError):
            change(editor)
    second = person(Role.MODERATOR, "dyte")
    filling.add(bundle=bundle, things=[other], by=second)
    bundle.refresh_from_db()
    assert bundle.scheduled_by == second
    going_live.unschedule(bundle=bundle, by=editor)
    bundle.refresh_from_db()
    assert bundle.scheduled_for is None


# --- Ends ---------------------------------------------------------------------------------------
def test_a_bundle_that_is_dissolved_touches_nothing_and_can_be_opened_again(project, moderator):
    editor = person(Role.EDITOR)
    bundle = bundle_of(project, by=editor)
    with pytest.raises(PermissionDenied):
        filling.dissolve(bundle=bundle, by=person(Role.TRANSLATOR))
    before = traces()
    filling.dissolve(bundle=bundle, by=editor)
    assert traces() == before
    other = bundle_of(project, by=editor)
    with pytest.raises(RefusedError, match="Së bashku"):
        filling.reopen(bundle=bundle, by=editor)
    filling.dissolve(bundle=other, by=moderator)
    filling.reopen(bundle=bundle, by=editor)
    bundle.refresh_from_db()
    assert (bundle.is_open, bundle.is_ready) == (True, True)


def test_a_thing_stands_in_one_open_bundle_only(project, moderator):
    bundle_of(project, by=moderator)
    with pytest.raises(RefusedError, match="Së bashku"):
        bundle_of(project, by=moderator)
    assert BundleItem.objects.count() == 1


def test_others_than_its_maker_change_what_they_may_edit(project, moderator):
    page = edited(StandardPageFactory(title="Rreth nesh"), title="Ne")
    bundle = bundle_of(project, page, by=moderator)
    translator = person(Role.TRANSLATOR)
    item = bundle.items.get(object_id=page.pk)
    for change in (filling.take_new_version, filling.take_out):
        with pytest.raises(PermissionDenied):
            change(bundle=bundle, item=item, by=translator)
        change(bundle=bundle, item=item, by=person(Role.MODERATOR, change.__name__))
    with pytest.raises(PermissionDenied):
        filling.add(bundle=bundle, things=[page], by=translator)
    with pytest.raises(PermissionDenied):
        filling.make(title="x", by=person(Role.COORDINATOR))


def test_whoever_goes_hands_bundles_over(project, moderator):
    bundle = scheduled(bundle_of(project, by=person(Role.EDITOR)), moderator)
    other = person(Role.MODERATOR, "tjeter")
    assert "1 publikim i përbashkët" in handing_over.belongings(moderator)[0]
    for person_of in (moderator, bundle.made_by):
        handing_over.take_over(person_of, other)
    assert handing_over.belongings(moderator) == []
    moderator.delete()
    clock()
    bundle.refresh_from_db()
    assert (bundle.state, bundle.ended_by, bundle.made_by) == (State.PUBLISHED, other, other)


def test_children_and_translations_go_live_after_what_they_stand_below(moderator):
    parent = ProjectPageFactory(title="Mbi", slug="mbi")
    parent.unpublish()
    child = ProjectUpdatePageFactory(title="Nën", slug="nen", parent=parent)
    child.unpublish()
    bundle = bundle_of(child, by=moderator)
    assert "below" in findings(bundle)["Nën sq"]
    filling.add(bundle=bundle, things=[parent.specific], by=moderator)
    going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    assert Page.objects.filter(pk__in=[parent.pk, child.pk], live=True).count() == 2


def test_words_of_a_term_that_is_public_at_once_wait_for_the_bundle(moderator):
    theme = ThemeFactory(name="Fjala", slug="fjala")
    publish_translation(theme, english(), [("Fjala", "Word")])
    row = theme.get_translation(english())
    StringTranslation.objects.filter(data="Word").update(data="Better word")
    refresh(theme)
    bundle = bundle_of(row, by=person(Role.TRANSLATOR))
    assert findings(bundle) == {"Word en": []}
    going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    row.refresh_from_db()
    assert row.name == "Better word"
    with pytest.raises(RefusedError):
        bundle_of(theme, by=moderator)
