"""Who may open what in the admin: every role against every kind of address."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Workflow
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.enquiries.models import Enquiry
from home.models import NewsIndexPage
from home.structure import ensure_structure
from knowledgebase.models import Feedback, KnowledgeBasePage
from portal.accounts.groups import rights_of
from portal.accounts.models import RoleGroup
from portal.accounts.roles import Role
from portal.comments.models import CannedReply, CommentSettings
from portal.furniture.models import Furniture
from projects.models import ProjectIndexPage, ProjectPage
from search.models import BestBet
from tests.bundles.making import bundle_of
from tests.comments.pages import comment_on
from tests.factories import (
    ProjectPageFactory,
    StandardPageFactory,
    SubjectFactory,
    ThemeFactory,
)
from tests.knowledgebase.factories import (
    GlossaryTermFactory,
    ModelPageFactory,
    ReferenceFactory,
)
from tests.media.factories import DocumentFactory, ImageFactory
from tests.search.entries import synonyms

pytestmark = pytest.mark.django_db

EDITOR, TRANSLATOR, MODERATOR = Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR
COORDINATOR, TRAINER = Role.COORDINATOR, Role.TRAINER

AUTHORS = {EDITOR, MODERATOR}
STAFF = {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR, TRAINER}
WHO_ADD_FILES = {EDITOR, MODERATOR, COORDINATOR, TRAINER}

PAGES = "wagtailadmin_pages"
THEMES = "wagtailsnippets_terms_theme"
FURNITURE = "wagtailsnippets_furniture_furniture"
SUBJECTS = "wagtailsnippets_enquiries_subject"
REFERENCES = "wagtailsnippets_knowledgebase_reference"
GLOSSARY = "wagtailsnippets_knowledgebase_glossaryterm"
BEST_BETS = "wagtailsnippets_portal_search_bestbet"
READY = "wagtailsnippets_comments_cannedreply"
SYNONYMS = "wagtailsnippets_portal_search_synonymset"

# A view and what it is about: the roles that may open it; everybody else is turned away.
MATRIX = {
    ("wagtailadmin_home",): STAFF,
    ("guide",): STAFF,
    ("guide_chapter", "first-day"): STAFF,
    ("wagtailadmin_explore", "home page"): STAFF,
    (f"{PAGES}:edit", "project"): {EDITOR, MODERATOR, COORDINATOR},
    (f"{PAGES}:edit", "English project"): {EDITOR, TRANSLATOR, MODERATOR, COORDINATOR},
    (f"{PAGES}:add", "projects", "projectpage", "project index"): AUTHORS,
    (f"{PAGES}:edit", "standard page"): AUTHORS,
    (f"{PAGES}:add", "home", "standardpage", "home page"): {MODERATOR},
    (f"{PAGES}:unpublish", "project"): {MODERATOR},
    (f"{PAGES}:delete", "project"): {MODERATOR},
    ("wagtail_localize:submit_page_translation", "standard page"): AUTHORS | {TRANSLATOR},
    ("wagtailimages:add",): WHO_ADD_FILES,
    ("wagtaildocs:add",): WHO_ADD_FILES,
    ("wagtailimages:index",): WHO_ADD_FILES,
    ("wagtaildocs:index",): WHO_ADD_FILES,
    ("wagtailimages:add_multiple",): WHO_ADD_FILES,
    ("wagtaildocs:add_multiple",): WHO_ADD_FILES,
    ("wagtailimages:image_usage", "picture"): {MODERATOR},
    ("wagtailimages:delete", "picture"): {MODERATOR},
    ("wagtaildocs:document_usage", "document"): {MODERATOR},
    ("wagtaildocs:delete", "document"): {MODERATOR},
    ("consents",): WHO_ADD_FILES,
    ("alternatives",): STAFF,
    (f"{THEMES}:add",): AUTHORS,
    (f"{THEMES}:edit", "theme"): {MODERATOR},
    (f"{THEMES}:delete", "theme"): {MODERATOR},
    (f"{FURNITURE}:edit", "furniture"): {TRANSLATOR, MODERATOR},
    (f"{FURNITURE}:add",): set(),
    (f"{REFERENCES}:add",): AUTHORS,
    (f"{REFERENCES}:edit", "reference"): {MODERATOR},
    (f"{REFERENCES}:delete", "reference"): {MODERATOR},
    (f"{GLOSSARY}:add",): AUTHORS,
    (f"{GLOSSARY}:edit", "term"): AUTHORS | {TRANSLATOR},
    (f"{GLOSSARY}:delete", "term"): {MODERATOR},
    (f"{PAGES}:add", "knowledgebase", "studypage", "knowledge base"): AUTHORS,
    (f"{PAGES}:edit", "model"): AUTHORS,
    (f"{SUBJECTS}:add",): {MODERATOR},
    (f"{SUBJECTS}:edit", "subject"): {MODERATOR},
    ("enquiries",): {EDITOR, MODERATOR, COORDINATOR, TRAINER},
    ("enquiry", "message"): set(),
    ("erase_enquiry", "message"): set(),
    (f"{PAGES}:add", "home", "newspage", "news"): AUTHORS,
    (f"{PAGES}:add", "home", "contactpage", "home page"): {MODERATOR},
    ("usefulness",): STAFF,
    ("checks",): STAFF,
    ("scheduled",): STAFF,
    ("broken_links",): STAFF,
    ("translation_states",): AUTHORS | {TRANSLATOR},
    ("translation_reviews",): AUTHORS | {TRANSLATOR},
    ("bundles",): AUTHORS | {TRANSLATOR},
    ("add_bundle",): AUTHORS | {TRANSLATOR},
    ("bundle", "bundle of a project"): AUTHORS | {TRANSLATOR},
    ("rename_bundle", "bundle of a project"): AUTHORS | {TRANSLATOR},
    ("dissolve_bundle", "bundle of a project"): AUTHORS | {TRANSLATOR},
    ("publish_bundle", "bundle of a project"): {MODERATOR},
    ("add_to_bundle", "wagtailcore", "page", "standard page"): AUTHORS,
    ("add_to_bundle", "wagtailcore", "page", "English project"): AUTHORS | {TRANSLATOR},
    ("add_to_bundle", "knowledgebase", "glossaryterm", "term"): AUTHORS | {TRANSLATOR},
    ("feedback:index",): AUTHORS,
    ("feedback:edit", "reader's answer"): {MODERATOR},
    ("feedback:delete", "reader's answer"): {MODERATOR},
    ("feedback:add",): set(),
    (f"{BEST_BETS}:add",): AUTHORS,
    (f"{BEST_BETS}:edit", "best bet"): AUTHORS,
    (f"{BEST_BETS}:delete", "best bet"): AUTHORS,
    (f"{SYNONYMS}:add",): AUTHORS,
    (f"{SYNONYMS}:edit", "synonyms"): AUTHORS,
    (f"{SYNONYMS}:delete", "synonyms"): AUTHORS,
    ("fruitless_searches",): AUTHORS,
    ("popular_searches",): AUTHORS,
    ("searches_by_day",): AUTHORS,
    ("profiles_to_review",): {COORDINATOR},
    ("mentoring_rounds",): {COORDINATOR},
    ("mentoring_reports",): {COORDINATOR},
    ("mentoring_conflicts",): {COORDINATOR},
    ("mentoring_desk",): {COORDINATOR},
    ("mentoring_weights",): {COORDINATOR},
    ("reader_comments",): {MODERATOR},
    ("decide_comment", "reader's comment"): {MODERATOR},
    ("erase_comment", "reader's comment"): {MODERATOR},
    (f"{READY}:add",): {MODERATOR},
    (f"{READY}:edit", "ready answer"): {MODERATOR},
    (f"{READY}:delete", "ready answer"): {MODERATOR},
    ("wagtailsettings:edit", "comments", "commentsettings", "kinds with comments"): {MODERATOR},
    ("wagtailredirects:index",): {MODERATOR},
    ("wagtailusers_users:index",): set(),
    ("wagtailusers_groups:index",): set(),
    ("wagtailsites:index",): set(),
    ("wagtaillocales:index",): set(),
    ("wagtailadmin_workflows:index",): set(),
}


@pytest.fixture
def things(home, admin, publish) -> dict[str, Model]:
    """A thing for each name in the table."""
    project, model = ProjectPageFactory(title="Projekti"), ModelPageFactory()
    english = Locale.objects.get(language_code="en")
    publish(translate_object, project, [english], user=admin)
    return {
        "home page": home,
        "picture": ImageFactory(),
        "document": DocumentFactory(),
        "project": project,
        "bundle of a project": bundle_of(project, by=admin),
        "English project": project.get_translation(english),
        "project index": ProjectIndexPage.objects.get(locale__language_code="sq"),
        "standard page": StandardPageFactory(parent=home),
        "theme": ThemeFactory(),
        "furniture": Furniture.objects.get(locale__language_code="sq"),
        "reference": ReferenceFactory(),
        "term": GlossaryTermFactory(),
        "knowledge base": KnowledgeBasePage.objects.get(locale__language_code="sq"),
        "model": model,
        "reader's answer": Feedback.objects.create(
            translation_key=model.translation_key, language="sq", day="2026-01-01", is_useful=True
        ),
        "reader's comment": comment_on(model),
        "ready answer": CannedReply.objects.create(title="Po", language="sq", text="Po."),
        "kinds with comments": CommentSettings.load(),
        "subject": SubjectFactory(),
        "message": Enquiry.objects.create(key=uuid4(), language="sq", message="Si?", reply="none"),
        "news": NewsIndexPage.objects.get(locale__language_code="sq"),
        "best bet": BestBet.objects.create(language="sq", queries="strehim"),
        "synonyms": synonyms({"sq": ["DHBGJ", "dhunë me bazë gjinore"]}),
    }


@pytest.fixture
def addresses(things) -> dict[tuple[str, ...], str]:
    """The address of each row; a word that names no thing stands for itself."""
    return {
        (view, *about): reverse(
            view, args=[things[word].pk if word in things else word for word in about]
        )
        for view, *about in MATRIX
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
