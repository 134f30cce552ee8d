"""The gate from close by: publishing, workflows, values of a translation of its own."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail_localize.models import Translation, TranslationSource

from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.publishing.refusals import RefusedError
from portal.translation_records import publish_translation
from tests.factories import (
    ProjectPageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.gate.doing import PAGES, api, retype, title

pytestmark = pytest.mark.django_db


# --- Publishing ---------------------------------------------------------------------------------
def test_a_stale_draft_is_published_with_the_words_of_today(project_en, moderator):
    project_en.save_revision()
    retype(project_en, "The project", "Better words")
    assert api(moderator, project_en, "publish").status_code == 200
    assert title(project_en) == "Better words"


def test_publishing_some_of_many_says_which_were_not_and_why(unfinished, moderator):
    other = ProjectPageFactory(title="Para")
    other.title = "Pas"
    other.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = moderator.post(f"{url}?id={unfinished.pk}&id={other.pk}&next=/admin/", follow=True)
    assert (title(unfinished), title(other)) == ("The project", "Pas")
    assert "The project: " in answer.content.decode()


def test_the_api_says_why_it_refuses(unfinished, moderator):
    answer = api(moderator, unfinished, "publish")
    assert answer.status_code in (400, 409)
    assert b"1" in answer.content


def test_a_translator_who_submits_or_syncs_again_changes_no_english_page(
    project, project_en, translator, publish, english
):
    retype(project_en, "The project", "Unseen words")
    source = TranslationSource.objects.get(object_id=project.translation_key)
    sync = reverse("wagtail_localize:update_translations", args=[source.pk])
    submit = reverse("wagtail_localize:submit_page_translation", args=[project.get_parent().pk])
    data = {"locales": [english.pk], "include_subtree": "on", "publish_translations": "on"}
    for url in (sync, submit):
        publish(translator.post, url, data)
        assert title(project_en) == "The project"


def test_a_translator_cannot_put_the_sources_name_over_a_public_term(english, translator, publish):
    theme = ThemeFactory(name="Strehim")
    publish_translation(theme, english, [("Strehim", "Housing")])
    translation = Translation.objects.get(source__object_id=theme.translation_key)
    segment = translation.source.stringsegment_set.get()
    publish(
        translator.delete,
        reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
    )
    sync = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    publish(translator.post, sync, {"publish_translations": "on"})
    assert theme.get_translation(english).name == "Housing"


# --- Workflow -----------------------------------------------------------------------------------
def submitted(page: Page, editor) -> TaskState:
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    return page.current_workflow_task_state


def test_approving_an_unfinished_page_leaves_the_workflow_as_it_was(unfinished, moderator, admin):
    state = submitted(unfinished, admin)
    url = reverse(f"{PAGES}:workflow_action", args=[unfinished.pk, "approve", state.pk])
    answer = moderator.post(url, {"comment": ""}, follow=True)
    assert answer.status_code == 200
    assert [str(message) for message in answer.context["messages"]]
    state.refresh_from_db()
    workflow = WorkflowState.objects.get()
    assert (state.status, workflow.status) == ("in_progress", "in_progress")


def test_a_workflow_without_an_active_step_publishes_nothing(client_as):
    Task.objects.update(active=False)
    page = ProjectPageFactory(title="Para")
    page.title = "Pas"
    page.save_revision()
    editor = client_as(Role.EDITOR)
    user = editor.get(reverse("wagtailadmin_home")).wsgi_request.user
    with pytest.raises(RefusedError):
        page.get_workflow().start(page, user)
    assert title(page) == "Para"


# --- Overrides ----------------------------------------------------------------------------------
def override(client: Client, source: TranslationSource, segment, value: str):
    translation = source.translations.get()
    url = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    form = "application/x-www-form-urlencoded"
    return client.put(url, f"value={value}", content_type=form)


@pytest.mark.parametrize("value", ["https://example.org/", "javascript:alert(1)", "7"])
def test_no_translation_of_the_furniture_has_addresses_of_its_own(value, english, moderator):
    furniture = Furniture.objects.get(locale__language_code="sq")
    number = {"name": "Linja", "number": "116 117"}
    furniture.helplines = [("helpline", number)]
    furniture.save_revision().publish()
    publish_translation(furniture, english, [("Portal", "Portal"), ("Linja", "The line")])
    source = TranslationSource.objects.get(object_id=furniture.translation_key)
    for segment in source.overridablesegment_set.all():
        assert override(moderator, source, segment, value).status_code == 400


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("https://example.org/en/", 201),
        ("mailto:zyra@example.org", 201),
        ("/en/contacts/", 201),
        *((bad, 400) for bad in ("javascript:alert(1)", "//evil.example/", "/%5Cevil.example/")),
        *((bad, 400) for bad in ("/%09/evil.example/", "data:text/html,x", "7", "[]", "")),
    ],
)
def test_a_translation_of_a_page_links_only_where_its_source_could(
    value, status, english, moderator
):
    text = '<p><a href="https://example.org/sq/">Lidhje</a></p>'
    page = StandardPageFactory(title="Mbi ne", slug="mbi-ne", body=[("text", text)])
    translated = 'We <a id="a1">link</a>'
    words = [("Mbi ne", "About"), ("mbi-ne", "about"), ('<a id="a1">Lidhje</a>', translated)]
    publish_translation(page, english, words)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    segment = source.overridablesegment_set.get(context__path__endswith="'https://example.org/sq/'")
    assert override(moderator, source, segment, value).status_code == status
    page_en = page.get_translation(english)
    moderator.post(reverse(f"{PAGES}:edit", args=[page_en.pk]), {"publish": "1"})
    response = Client().get(page_en.get_url())
    assert response.status_code == 200
    assert "evil.example" not in response.content.decode()
    assert "javascript:" not in response.content.decode()
