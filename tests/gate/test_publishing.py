"""The gate from close by: what each door answers, to whom, and what follows."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.publishing.actions import fill_languages
from portal.publishing.refusals import RefusedError
from portal.translation_records import publish_translation
from portal.translations import translation_into
from projects.models import ProjectIndexPage, ProjectPage
from tests.factories import (
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = pytest.mark.django_db

WORDS = [("Projekti", "The project"), ("projekti", "the-project")]
PAGES = "wagtailadmin_pages"


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


def title(page: Page) -> str:
    return Page.objects.get(pk=page.pk).title


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def retype(page: Page, old: str, new: str) -> None:
    """Have a translator type other words, which nobody published."""
    StringTranslation.objects.filter(data=old).update(data=new)


def bulk(client: Client, action: str, *pages: Page, **data: str):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return client.post(f"{url}?" + "&".join(f"id={page.pk}" for page in pages), data, follow=True)


def api(client: Client, page: Page, action: str, **data):
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
    return client.post(url, data, content_type="application/json")


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


# --- Taking away --------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["unpublish", "delete"])
@pytest.mark.parametrize("chosen", [None, [], ["en"]])
def test_english_goes_with_its_source_unless_somebody_says_otherwise(
    name, chosen, project, project_en, moderator
):
    data = {} if chosen is None else {"languages_offered": "1", "languages": chosen}
    moderator.post(reverse(f"{PAGES}:{name}", args=[project.pk]), data)
    assert not Page.objects.filter(pk=project.pk, live=True).exists()
    assert Page.objects.filter(pk=project_en.pk, live=True).exists() == (chosen == [])


@pytest.mark.parametrize("name", ["unpublish", "delete"])
def test_nobody_takes_away_what_every_page_needs(name, home, admin_client):
    furniture = Furniture.objects.get(locale__language_code="sq")
    snippet = "wagtailsnippets_furniture_furniture"
    admin_client.post(reverse(f"{PAGES}:{name}", args=[home.pk]))
    bulk(admin_client, name, home)
    admin_client.post(reverse(f"{snippet}:{name}", args=[furniture.pk]))
    admin_client.delete(reverse(f"{snippet}:{name}", args=[furniture.pk]))
    url = reverse("wagtail_bulk_action", args=["furniture", "furniture", name])
    admin_client.post(f"{url}?id={furniture.pk}")
    assert is_live(home)
    assert Furniture.objects.get(pk=furniture.pk).live


def test_a_day_of_expiry_does_not_take_away_what_every_page_needs(home):
    past = timezone.now() - datetime.timedelta(days=1)
    project = ProjectPageFactory()
    Page.objects.filter(pk__in=[home.pk, project.pk]).update(expire_at=past)
    Furniture.objects.update(expire_at=past)
    call_command("publish_scheduled", stdout=StringIO())
    assert is_live(home)
    assert Furniture.objects.filter(live=True).exists()
    assert not is_live(project)


def test_a_coordinator_deletes_no_draft_of_somebody_else(client_as):
    page = ProjectPageFactory()
    page.unpublish()
    coordinator = client_as(Role.COORDINATOR)
    coordinator.post(reverse(f"{PAGES}:delete", args=[page.pk]))
    bulk(coordinator, "delete", page)
    assert Page.objects.filter(pk=page.pk).exists()


# --- Converting, copying, moving ----------------------------------------------------------------
def test_to_copy_a_term_changes_nothing_of_the_original(client_as):
    term = GlossaryTermFactory(name="Strehim")
    url = reverse("wagtailsnippets_knowledgebase_glossaryterm:copy", args=[term.pk])
    data = {"name": "Tjetër", "slug": "tjeter", "definition": "Tjetër."}
    client_as(Role.EDITOR).post(url, data)
    term.refresh_from_db()
    assert (term.name, term.live) == ("Strehim", True)


def test_moderators_delete_many_terms_at_once(moderator):
    themes = [ThemeFactory(), ThemeFactory()]
    url = reverse("wagtail_bulk_action", args=["terms", "theme", "delete"])
    moderator.post(f"{url}?id={themes[0].pk}&id={themes[1].pk}")
    assert not type(themes[0]).objects.exists()


def test_without_the_right_no_translation_stops_or_becomes_an_alias(
    project, project_en, translator
):
    translation = translation_into(project_en)
    translator.post(reverse("wagtail_localize:convert_to_alias", args=[project_en.pk]))
    translator.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    project_en.refresh_from_db()
    translation.refresh_from_db()
    assert (project_en.alias_of_id, project_en.title) == (None, "The project")
    assert translation.enabled


def test_a_translation_that_became_an_alias_can_be_translated_again(
    project, project_en, moderator, publish, english
):
    publish(moderator.post, reverse("wagtail_localize:convert_to_alias", args=[project_en.pk]))
    assert (title(project_en), Page.objects.get(pk=project_en.pk).alias_of_id) == (
        "Projekti",
        project.pk,
    )
    submit = reverse("wagtail_localize:submit_page_translation", args=[project.pk])
    publish(moderator.post, submit, {"locales": [english.pk]})
    publish(moderator.post, reverse(f"{PAGES}:edit", args=[project_en.pk]), {"action": "publish"})
    page = Page.objects.get(pk=project_en.pk)
    assert (page.alias_of_id, page.title) == (None, "The project")


def test_an_alias_is_made_in_another_language_only(project, moderator, english):
    with pytest.raises(RefusedError):
        CreatePageAliasAction(project, update_slug="tjeter").execute()
    assert api(moderator, project, "create_alias", update_slug="tjeter").status_code == 400
    fill_languages(other := ProjectPageFactory())
    alias = other.get_translation(english)
    moderator.post(reverse(f"{PAGES}:convert_alias", args=[alias.pk]))
    assert Page.objects.get(pk=alias.pk).alias_of_id == other.pk


def test_a_tree_that_is_copied_is_there_in_english_too(project, english, client, admin):
    ProjectUpdatePageFactory(parent=project, slug="e-re")
    index = ProjectIndexPage.objects.get(locale__language_code="sq")
    attributes = {"slug": "kopja"}
    copy = CopyPageAction(
        project, to=index, update_attrs=attributes, recursive=True, user=admin
    ).execute()
    for page in copy.get_descendants(inclusive=True):
        alias = page.get_translation(english)
        assert alias.alias_of_id == page.pk
        assert client.get(alias.url).status_code == 200


def test_pages_that_a_command_moves_take_their_translations_along(project, home, english):
    page, parent = StandardPageFactory(parent=home), StandardPageFactory(parent=home)
    fill_languages(page)
    fill_languages(parent)
    below = StandardPageFactory(parent=page)
    fill_languages(below)
    call_command("move_pages", str(page.pk), str(parent.pk), stdout=StringIO())
    below.refresh_from_db()
    assert below.is_descendant_of(parent)
    assert below.get_translation(english).is_descendant_of(parent.get_translation(english))


def test_a_schedule_publishes_through_the_gate(unfinished):
    revision = unfinished.save_revision()
    past = timezone.now() - datetime.timedelta(days=1)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    retyped = ProjectPageFactory(title="Para")
    retyped.title = "Pas"
    type(revision).objects.filter(pk=retyped.save_revision().pk).update(approved_go_live_at=past)
    call_command("publish_scheduled", stdout=StringIO())
    assert (title(unfinished), title(retyped)) == ("The project", "Pas")


def test_other_commands_change_nothing_public(project, project_en):
    retype(project_en, "The project", "Unseen words")
    for command in ("purge_revisions", "sync_locale_trees"):
        call_command(command, stdout=StringIO())
    assert (title(project), title(project_en)) == ("Projekti", "The project")
    assert Page.objects.get(pk=project_en.pk).live_revision_id
