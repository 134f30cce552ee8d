"""What the readiness list says of what somebody did meanwhile, and what it costs."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from portal.accounts.roles import Role
from portal.publishing.bundles import filling, going_live
from portal.publishing.bundles.models import Bundle, kind_of
from portal.publishing.bundles.readiness import Readiness
from portal.publishing.refusals import RefusedError
from portal.publishing.taking_down import take_down
from portal.translating.models import Review
from portal.translating.reviewing import hand_over
from portal.translating.states import refresh
from projects.models import ProjectPage
from tests.bundles.making import (
    bundle_of,
    edited,
    english,
    findings,
    person,
    seen,
    translated_project,
)
from tests.factories import ProjectPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(db):
    return person(Role.MODERATOR)


@pytest.fixture
def page(home):
    return edited(StandardPageFactory(parent=home, title="Faqja", slug="faqja"), summary="Pas")


def later() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=3)


def delete(page, by):
    Page.objects.get(pk=page.pk).delete()


def change(page, by):
    edited(page, summary="Tjetër")


def change_in_the_same_version(page, by):
    """Save as the form does by itself: the version is written over."""
    draft = page.get_latest_revision_as_object()
    draft.summary = "Tjetër"
    draft.save_revision(overwrite_revision=page.latest_revision)


def move(page, by):
    page.move(StandardPageFactory(title="Tjetra"), pos="last-child")


def unpublish(page, by):
    page.unpublish(user=by)


def publish_by_itself(page, by):
    page.latest_revision.publish(user=by)


def restrict(page, by):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def restrict_above(page, by):
    above = StandardPageFactory(title="Mbi")
    restrict(above, by)
    page.move(above, pos="last-child")


def hide_above(page, by):
    above = StandardPageFactory(title="Mbi")
    above.unpublish()
    page.move(above, pos="last-child")


def lock(page, by):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=by)


def open_the_form(page, by):
    row = {"content_type": kind_of(page), "object_id": str(page.pk), "user": by}
    EditingSession.objects.create(**row, is_editing=True, last_seen_at=timezone.now())


def submit(page, by):
    page.get_workflow().start(page, person(Role.EDITOR))


def plan(page, by):
    edited(page, summary="Pas", go_live_at=later()).latest_revision.publish(user=by)


def date_the_draft(page, by):
    edited(page, summary="Pas", go_live_at=later())


def end_the_draft(page, by):
    edited(page, summary="Pas", expire_at=timezone.now() - datetime.timedelta(days=1))


def emergency(page, by):
    take_down(instance=page, user=by)


@pytest.mark.parametrize(
    ("happens", "blocking", "others"),
    [
        (lambda page, by: None, [], []),
        (delete, ["deleted"], []),
        (change, ["changed"], []),
        (change_in_the_same_version, ["changed"], []),
        (move, ["moved"], []),
        (unpublish, ["unpublished"], []),
        (publish_by_itself, [], ["public"]),
        (restrict, ["closed"], []),
        (restrict_above, ["moved", "closed"], []),
        (hide_above, ["moved", "below"], []),
        (lock, ["locked"], []),
        (open_the_form, [], ["edited"]),
        (submit, ["review"], []),
        (plan, ["changed", "planned"], []),
        (date_the_draft, ["changed", "planned"], []),
        (end_the_draft, ["changed", "expired"], []),
        (emergency, ["unpublished", "taken_down"], []),
    ],
)
def test_what_somebody_did_meanwhile_is_said(  # noqa: PLR0917, a row of the table
    page, moderator, client_as, happens, blocking, others
):
    bundle = bundle_of(page, by=moderator)
    happens(page, moderator)
    assert findings(bundle, blocks=True) == {"Faqja sq": blocking}
    assert findings(bundle, blocks=False) == {"Faqja sq": others}
    for role in (Role.EDITOR, Role.MODERATOR):
        answer = client_as(role).get(bundle.get_absolute_url())
        assert answer.status_code == 200
        for finding in Readiness(bundle).judged[0].findings:
            assert finding.text.split("“")[0].split(":")[0] in answer.content.decode()
    if blocking or "public" in others:
        with pytest.raises(RefusedError):
            going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)


def test_a_page_without_a_newer_draft_has_nothing_to_publish(home, moderator):
    bundle = bundle_of(StandardPageFactory(title="Faqja"), by=moderator)
    assert findings(bundle, blocks=True) == {"Faqja sq": ["nothing"]}


def test_a_page_of_its_own_date_is_mended_by_taking_the_date_out(page, moderator):
    bundle = bundle_of(page, by=moderator)
    plan(page, moderator)
    page = edited(type(page).objects.get(pk=page.pk), summary="Pas", go_live_at=None)
    page.revisions.update(approved_go_live_at=None)
    item = bundle.items.get()
    filling.take_new_version(bundle=bundle, item=item, by=moderator)
    assert findings(bundle, blocks=True) == {"Faqja sq": []}


# --- Translations -------------------------------------------------------------------------------
@pytest.fixture
def project(db):
    return translated_project()


@pytest.fixture
def project_en(project):
    return project.get_translation(english())


def test_a_translation_that_says_what_is_public_has_nothing_to_publish(project_en, moderator):
    assert findings(bundle_of(project_en, by=moderator)) == {"The project en": ["nothing"]}


def test_new_words_of_a_translation_are_something_to_publish(project, project_en, moderator):
    StringTranslation.objects.filter(data="Before").update(data="Earlier")
    refresh(project)
    bundle = bundle_of(project_en, by=moderator)
    assert findings(bundle) == {"The project en": []}
    StringTranslation.objects.filter(data="Earlier").update(data="Even earlier")
    assert findings(bundle) == {"The project en": ["changed"]}


def test_a_translation_that_was_handed_over_is_approved_with_the_bundle(
    project, project_en, moderator
):
    StringTranslation.objects.filter(data="Before").update(data="Earlier")
    refresh(project)
    translation = Translation.objects.get(source__object_id=project.translation_key)
    hand_over(translation=translation, by=person(Role.TRANSLATOR))
    bundle = bundle_of(project_en, by=moderator)
    assert findings(bundle) == {"The project en": ["handed_over"]}
    going_live.publish(bundle=bundle, seen=seen(bundle), by=moderator)
    assert not Review.objects.waiting().exists()


def test_texts_that_nobody_translated_are_counted(project, project_en, moderator):
    edited(project).latest_revision.publish()
    bundle = bundle_of(project_en, by=moderator)
    assert findings(bundle)["The project en"] == ["texts", "outdated"]


def test_a_source_names_the_translation_that_is_left_out(project, moderator):
    bundle = bundle_of(edited(project), by=moderator)
    assert findings(bundle, blocks=False) == {"Projekti sq": ["left_out"]}
    assert findings(bundle, blocks=True) == {"Projekti sq": []}


def test_a_translation_names_the_draft_of_its_original(project, project_en, moderator):
    edited(project)
    StringTranslation.objects.filter(data="Before").update(data="Earlier")
    refresh(project)
    bundle = bundle_of(project_en, by=moderator)
    assert findings(bundle) == {"The project en": ["original_left"]}


def test_a_translation_does_not_go_live_before_its_original(project, project_en, moderator):
    StringTranslation.objects.filter(data="Before").update(data="Earlier")
    project.chosen_languages = []
    project.unpublish()
    bundle = bundle_of(project_en, by=moderator)
    assert "no_original" in findings(bundle, blocks=True)["The project en"]


def test_a_translation_that_became_an_alias_is_said(project, project_en, moderator, admin_client):
    bundle = bundle_of(project_en, edited(project), by=moderator)
    admin_client.post(f"/admin/localize/page/{project_en.pk}/convert_to_alias/")
    assert findings(bundle, blocks=True)["The project en"] == ["alias"]
    assert admin_client.get(bundle.get_absolute_url()).status_code == 200


def test_a_translation_that_was_stopped_is_a_page_of_its_own(project_en, moderator, admin_client):
    bundle = bundle_of(project_en, by=moderator)
    translation = Translation.objects.get(source__object_id=project_en.translation_key)
    admin_client.post(f"/admin/localize/translate/{translation.pk}/disable/")
    assert findings(bundle) == {"The project en": ["nothing"]}
    assert admin_client.get(bundle.get_absolute_url()).status_code == 200


# --- What it costs ------------------------------------------------------------------------------
def queries_of(bundle: Bundle) -> int:
    readiness = Readiness(bundle)
    with CaptureQueriesContext(connection) as queries:
        assert readiness.judged
        assert isinstance(readiness.is_ready, bool)
    return len(queries)


def projects_with_translations(numbers) -> list:
    from portal.translation_records import publish_translation  # noqa: PLC0415

    made = []
    for number in numbers:
        page = ProjectPageFactory(title=f"P{number}", slug=f"p{number}")
        words = [(f"P{number}", f"Q{number}"), (f"p{number}", f"q{number}")]
        publish_translation(page, english(), words)
        page = edited(ProjectPage.objects.get(pk=page.pk), title=f"PP{number}")
        made += [page, page.get_translation(english())]
    return made


def test_the_list_costs_a_few_queries_for_each_and_not_for_each_pair(moderator):
    counts = []
    for start, size in ((0, 1), (10, 2), (20, 4)):
        things = projects_with_translations(range(start, start + size))
        counts.append(queries_of(bundle_of(*things, by=moderator)))
    assert counts == [21, 27, 39]  # six for each draft, and none for its translation
