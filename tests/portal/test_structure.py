"""The skeleton of an installation is made once, and again where it is missing."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from wagtail.models import Locale, Page, Site, Workflow
from wagtail_localize.models import LocaleSynchronization

from home.models import HelpPage, HomePage
from home.structure import ensure_structure
from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from portal.translation_records import publish_translation
from projects.models import MunicipalityIndexPage, ProjectIndexPage
from tests.portal.commits import commits_at_once
from tests.portal.reading import read

pytestmark = pytest.mark.django_db


def rows() -> dict[str, list]:
    """Return every row of every table, by model."""
    return {
        model._meta.label: sorted(model.objects.values_list(), key=str)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


def test_making_the_structure_again_changes_no_row():
    before = rows()
    ensure_structure()
    after = rows()
    assert {label for label in before if before[label] != after[label]} == set()


def test_what_editors_changed_stays(home_en):
    page = ProjectIndexPage.objects.get(locale=home_en.locale)
    source = ProjectIndexPage.objects.exclude(pk=page.pk).get()
    words = [("Projekte", "Our work"), ("projekte", "our-work")]
    publish_translation(source, page.locale, words)
    ensure_structure()
    page.refresh_from_db()
    assert (page.title, page.slug, page.live) == ("Our work", "our-work", True)


def test_a_section_that_is_missing_is_made_again_in_both_languages(home):
    HelpPage.objects.get(locale=home.locale).delete()
    assert not HelpPage.objects.exists()
    with commits_at_once():
        ensure_structure()
    assert set(HelpPage.objects.live().values_list("locale__language_code", flat=True)) == {
        "sq",
        "en",
    }


def test_groups_that_lost_permissions_get_them_back():
    Role.MODERATOR.group().permissions.clear()
    ensure_structure()
    assert Role.MODERATOR.group().permissions.exists()


@pytest.fixture
def flushed(db):
    """Empty the database as tests with a live server do, and forget what was cached of it."""
    call_command("flush", interactive=False, verbosity=0)
    cache.clear()
    yield
    ContentType.objects.clear_cache()
    cache.clear()


def test_a_flushed_database_gets_its_structure(flushed):
    assert not Page.objects.exists()
    with commits_at_once():
        ensure_structure()
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"sq", "en"}
    assert LocaleSynchronization.objects.get().sync_from.language_code == "sq"
    for model in (HomePage, ProjectIndexPage, MunicipalityIndexPage, HelpPage):
        assert model.objects.live().count() == 2
    assert Site.objects.get().root_page.locale.language_code == "sq"
    assert Furniture.objects.filter(live=True).exists()
    assert all(role.group() for role in Role)
    assert Workflow.objects.get().workflow_pages.count() == 2
    assert Page.find_problems() == ([], [], [], [], [])
    for url in ("/sq/", "/en/", "/sq/projekte/", "/en/useful-contacts/"):
        read(url)


def test_the_command_makes_what_is_missing(db):
    Group.objects.all().delete()
    call_command("structure")
    assert Group.objects.count() == len(Role)
