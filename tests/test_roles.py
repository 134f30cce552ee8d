"""Who may open what in the admin: every role against every kind of address."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Workflow
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.structure import ensure_structure
from knowledgebase.models import Feedback, KnowledgeBasePage
from portal.accounts.groups import rights_of
from portal.accounts.models import RoleGroup
from portal.accounts.roles import Role
from portal.furniture.models import Furniture
from projects.models import ProjectIndexPage, ProjectPage
from search.models import BestBet
from tests.factories import ProjectPageFactory, StandardPageFactory, ThemeFactory
from tests.knowledgebase.factories import (
    GlossaryTermFactory,
    ModelPageFactory,
    ReferenceFactory,
)
from tests.search.entries import synonyms

pytestmark = pytest.mark.django_db

EDITOR, TRANSLATOR, MODERATOR = Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR
COORDINATOR, TRAINER, FOCAL_POINT = Role.COORDINATOR, Role.TRAINER, Role.FOCAL_POINT

# Address by name: the roles that may open it; everybody else is turned away.
MATRIX = {
    "the dashboard": {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR, TRAINER},
    "looking through the source's pages": {
        *(EDITOR, TRANSLATOR, MODERATOR, COORDINATOR, TRAINER),
    },
    "editing a project": {EDITOR, MODERATOR, COORDINATOR},
    "editing an English project": {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR},
    "adding a project": {EDITOR, MODERATOR},
    "editing a standard page": {EDITOR, MODERATOR},
    "adding a standard page": {MODERATOR},
    "unpublishing a project": {MODERATOR},
    "deleting a project": {MODERATOR},
    "submitting a page for translation": {EDITOR, TRANSLATOR, MODERATOR},
    "adding an image": {EDITOR, MODERATOR, COORDINATOR, TRAINER},
    "adding a document": {EDITOR, MODERATOR, COORDINATOR, TRAINER},
    "adding a theme": {EDITOR, MODERATOR},
    "editing a theme": {MODERATOR},
    "deleting a theme": {MODERATOR},
    "editing the furniture": {TRANSLATOR, MODERATOR},
    "adding furniture": set(),
    "adding a reference": {EDITOR, MODERATOR},
    "editing a reference": {MODERATOR},
    "deleting a reference": {MODERATOR},
    "adding a glossary term": {EDITOR, MODERATOR},
    "editing a glossary term": {EDITOR, TRANSLATOR, MODERATOR},
    "deleting a glossary term": {MODERATOR},
    "adding a study": {EDITOR, MODERATOR},
    "editing a model": {EDITOR, MODERATOR},
    "the report on usefulness": {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR, TRAINER},
    "the report on checks": {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR, TRAINER},
    "reading readers' answers": {EDITOR, MODERATOR},
    "mending a reader's answer": {MODERATOR},
    "deleting a reader's answer": {MODERATOR},
    "adding a reader's answer": set(),
    "adding a best bet": {EDITOR, MODERATOR},
    "editing a best bet": {EDITOR, MODERATOR},
    "deleting a best bet": {EDITOR, MODERATOR},
    "adding synonyms": {EDITOR, MODERATOR},
    "editing synonyms": {EDITOR, MODERATOR},
    "deleting synonyms": {EDITOR, MODERATOR},
    "the report on searches without a result": {EDITOR, MODERATOR},
    "the report on popular searches": {EDITOR, MODERATOR},
    "the report on searches by day": {EDITOR, MODERATOR},
    "mentoring profiles to review": {COORDINATOR},
    "rounds of mentoring": {COORDINATOR},
    "redirects": {MODERATOR},
    "users": set(),
    "groups": set(),
    "sites": set(),
    "locales": set(),
    "workflows": set(),
}


@pytest.fixture
def addresses(home, admin, publish) -> dict[str, str]:
    project = ProjectPageFactory(title="Projekti")
    about = StandardPageFactory(parent=home)
    publish(translate_object, project, [Locale.objects.get(language_code="en")], user=admin)
    english = project.get_translation(Locale.objects.get(language_code="en"))
    index = ProjectIndexPage.objects.get(locale__language_code="sq")
    theme = ThemeFactory()
    furniture = Furniture.objects.get(locale__language_code="sq")
    themes, furnitures = "wagtailsnippets_terms_theme", "wagtailsnippets_furniture_furniture"
    pages = "wagtailadmin_pages"
    knowledge_base = KnowledgeBasePage.objects.get(locale__language_code="sq")
    reference, term, model = ReferenceFactory(), GlossaryTermFactory(), ModelPageFactory()
    answer = Feedback.objects.create(
        translation_key=model.translation_key, language="sq", day="2026-01-01", is_useful=True
    )
    references = "wagtailsnippets_knowledgebase_reference"
    glossary = "wagtailsnippets_knowledgebase_glossaryterm"
    best_bet = BestBet.objects.create(language="sq", queries="strehim")
    same = synonyms({"sq": ["DHBGJ", "dhunë me bazë gjinore"]})
    best_bets = "wagtailsnippets_portal_search_bestbet"
    sets = "wagtailsnippets_portal_search_synonymset"
    return {
        "the dashboard": reverse("wagtailadmin_home"),
        "looking through the source's pages": reverse("wagtailadmin_explore", args=[home.pk]),
        "editing a project": reverse(f"{pages}:edit", args=[project.pk]),
        "editing an English project": reverse(f"{pages}:edit", args=[english.pk]),
        "adding a project": reverse(f"{pages}:add", args=["projects", "projectpage", index.pk]),
        "editing a standard page": reverse(f"{pages}:edit", args=[about.pk]),
        "adding a standard page": reverse(f"{pages}:add", args=["home", "standardpage", home.pk]),
        "unpublishing a project": reverse(f"{pages}:unpublish", args=[project.pk]),
        "deleting a project": reverse(f"{pages}:delete", args=[project.pk]),
        "submitting a page for translation": reverse(
            "wagtail_localize:submit_page_translation", args=[about.pk]
        ),
        "adding an image": reverse("wagtailimages:add"),
        "adding a document": reverse("wagtaildocs:add"),
        "adding a theme": reverse(f"{themes}:add"),
        "editing a theme": reverse(f"{themes}:edit", args=[theme.pk]),
        "deleting a theme": reverse(f"{themes}:delete", args=[theme.pk]),
        "editing the furniture": reverse(f"{furnitures}:edit", args=[furniture.pk]),
        "adding furniture": reverse(f"{furnitures}:add"),
        "adding a reference": reverse(f"{references}:add"),
        "editing a reference": reverse(f"{references}:edit", args=[reference.pk]),
        "deleting a reference": reverse(f"{references}:delete", args=[reference.pk]),
        "adding a glossary term": reverse(f"{glossary}:add"),
        "editing a glossary term": reverse(f"{glossary}:edit", args=[term.pk]),
        "deleting a glossary term": reverse(f"{glossary}:delete", args=[term.pk]),
        "adding a study": reverse(
            f"{pages}:add", args=["knowledgebase", "studypage", knowledge_base.pk]
        ),
        "editing a model": reverse(f"{pages}:edit", args=[model.pk]),
        "the report on usefulness": reverse("usefulness"),
        "the report on checks": reverse("checks"),
        "reading readers' answers": reverse("feedback:index"),
        "mending a reader's answer": reverse("feedback:edit", args=[answer.pk]),
        "deleting a reader's answer": reverse("feedback:delete", args=[answer.pk]),
        "adding a reader's answer": reverse("feedback:add"),
        "adding a best bet": reverse(f"{best_bets}:add"),
        "editing a best bet": reverse(f"{best_bets}:edit", args=[best_bet.pk]),
        "deleting a best bet": reverse(f"{best_bets}:delete", args=[best_bet.pk]),
        "adding synonyms": reverse(f"{sets}:add"),
        "editing synonyms": reverse(f"{sets}:edit", args=[same.pk]),
        "deleting synonyms": reverse(f"{sets}:delete", args=[same.pk]),
        "the report on searches without a result": reverse("fruitless_searches"),
        "the report on popular searches": reverse("popular_searches"),
        "the report on searches by day": reverse("searches_by_day"),
        "mentoring profiles to review": reverse("profiles_to_review"),
        "rounds of mentoring": reverse("mentoring_rounds"),
        "redirects": reverse("wagtailredirects:index"),
        "users": reverse("wagtailusers_users:index"),
        "groups": reverse("wagtailusers_groups:index"),
        "sites": reverse("wagtailsites:index"),
        "locales": reverse("wagtaillocales:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
    }


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_it_needs_and_nothing_else(role, addresses, client_as):
    client = client_as(role)
    opened = {name for name, url in addresses.items() if client.get(url).status_code == 200}
    assert opened == {name for name, roles in MATRIX.items() if role in roles}


def test_a_visitor_is_sent_to_sign_in(addresses):
    for url in addresses.values():
        response = Client().get(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/sq/llogaria/hyrja/?next=/admin/")


def test_an_editor_submits_and_a_moderator_publishes(client_as, publish):
    page = ProjectPageFactory(title="Para")
    editor = client_as(EDITOR)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.title = "Pas"
    page.save_revision()
    publish(editor.post, reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert ProjectPage.objects.get(pk=page.pk).live
    form = editor.get(url).context["form"]
    assert form.instance.permissions_for_user(form.for_user).can_submit_for_moderation()
    assert not form.instance.permissions_for_user(form.for_user).can_publish()


def test_a_translator_may_not_publish(client_as, admin, publish):
    page = ProjectPageFactory(title="Projekti")
    english = Locale.objects.get(language_code="en")
    publish(translate_object, page, [english], user=admin)
    target = page.get_translation(english)
    url = reverse("wagtailadmin_pages:edit", args=[target.pk])
    Translation.objects.get(source__object_id=page.translation_key)
    assert client_as(TRANSLATOR).post(url, {"action": "publish"}).status_code in (302, 403)
    assert not Page.objects.get(pk=target.pk).live


def test_a_role_has_exactly_its_permissions_after_every_set_up():
    group = EDITOR.group()
    group.permissions.set([Permission.objects.get(codename="delete_user")])
    ensure_structure()
    names = {name.partition(".")[2] for room in rights_of(EDITOR) for name in room.permissions}
    assert {*group.permissions.values_list("codename", flat=True)} == names


def test_a_role_is_known_by_its_key_whatever_its_group_is_called():
    group = MODERATOR.group()
    Group.objects.filter(pk=group.pk).update(name="Miratuesit")
    before = Group.objects.count()
    ensure_structure()
    assert MODERATOR.group() == group
    assert Group.objects.count() == before
    assert Workflow.objects.count() == 1


def test_no_group_or_workflow_but_ours_is_there():
    assert {*RoleGroup.objects.values_list("group", flat=True)} == {
        *Group.objects.values_list("pk", flat=True)
    }
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Miratim"]
