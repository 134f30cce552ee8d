"""What is done with many pages or terms at once goes through the gate; versions are compared."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from portal.accounts.roles import Role
from portal.publishing.actions import fill_languages
from tests.factories import (
    ProjectPageFactory,
    ProjectUpdatePageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.gate.doing import PAGES, bulk

pytestmark = pytest.mark.django_db


def test_many_pages_move_with_their_translations(project, project_en, moderator, english):
    other = ProjectPageFactory()
    update = ProjectUpdatePageFactory(parent=other, title="Lajm", slug="lajm")
    fill_languages(update)
    bulk(moderator, "move", update, chooser=str(project.pk))
    update.refresh_from_db()
    assert update.get_parent().pk == project.pk
    assert update.get_translation(english).get_parent().pk == project_en.pk


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.COORDINATOR, Role.TRAINER])
@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_nobody_does_with_many_what_they_may_not_do_with_one(role, action, project, client_as):
    other = ProjectPageFactory(title="Para")
    project.title = "Pas"
    project.save_revision()
    if action == "publish":
        project.unpublish()
    before = Page.objects.get(pk=project.pk)
    bulk(client_as(role), action, project, chooser=str(other.pk))
    after = Page.objects.get(pk=project.pk)
    assert (after.live, after.title, after.path) == (before.live, before.title, before.path)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.TRANSLATOR, Role.TRAINER])
def test_nobody_deletes_many_terms_who_may_not_delete_one(role, client_as):
    theme = ThemeFactory()
    url = reverse("wagtail_bulk_action", args=["terms", "theme", "delete"])
    client_as(role).post(f"{url}?id={theme.pk}")
    assert type(theme).objects.filter(pk=theme.pk).exists()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TRAINER])
def test_versions_are_compared_by_those_who_may_write(role, client_as, moderator):
    page = StandardPageFactory(title="Faqja", slug="faqja")
    before, page.title = page.save_revision(), "Tjetër"
    address = reverse(
        f"{PAGES}:revisions_compare", args=[page.pk, before.pk, page.save_revision().pk]
    )
    assert moderator.get(address).status_code == 200
    assert client_as(role).get(address).status_code in (302, 403)
