"""The gate from close by: taking away, converting, copying, moving, and what commands do."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.publishing.actions import fill_languages
from portal.publishing.refusals import RefusedError
from portal.translations import translation_into
from projects.models import ProjectIndexPage
from tests.factories import (
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.gate.doing import PAGES, api, bulk, is_live, retype, title
from tests.knowledgebase.factories import GlossaryTermFactory

pytestmark = pytest.mark.django_db


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
