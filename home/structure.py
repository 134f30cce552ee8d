"""The skeleton that every installation stands on: locales, sections, roles, their permissions.

`ensure_structure` may be called at any time; it makes what is missing and changes nothing that
editors wrote. `make run`, deployment and the tests all call it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import LocaleSynchronization

from home.models import HelpPage, HomePage
from knowledgebase.models import (
    GlossaryPage,
    KnowledgeBasePage,
    ModelIndexPage,
    ResourceIndexPage,
)
from portal.accounts.roles import Role, ensure_groups, permission
from portal.furniture.models import Furniture
from portal.pages import PublicPage
from portal.translation_records import publish_translation
from projects.models import MunicipalityIndexPage, ProjectIndexPage
from search.cries.defaults import ensure_lists


class Section(NamedTuple):
    """A page that every installation has: its model, and by language its title and slug.

    `parent` is the section that it stands below, if not the front page.
    """

    model: type[PublicPage]
    titles: dict[str, str]
    slugs: dict[str, str]
    parent: type[PublicPage] = HomePage

    def words(self, language: str) -> list[tuple[str, str]]:
        """Return the pairs of words that translate the section into `language`."""
        source = settings.LANGUAGE_CODE
        return [
            (self.titles[source], self.titles[language]),
            (self.slugs[source], self.slugs[language]),
        ]


HOME = Section(HomePage, {"sq": "Kreu", "en": "Home"}, {"sq": "kreu", "en": "home"})
SECTIONS = [
    Section(
        ProjectIndexPage,
        {"sq": "Projekte", "en": "Projects"},
        {"sq": "projekte", "en": "projects"},
    ),
    Section(
        MunicipalityIndexPage,
        {"sq": "Bashki", "en": "Municipalities"},
        {"sq": "bashki", "en": "municipalities"},
    ),
    Section(
        KnowledgeBasePage,
        {"sq": "Baza e njohurive", "en": "Knowledge base"},
        {"sq": "baza-e-njohurive", "en": "knowledge-base"},
    ),
    Section(
        ModelIndexPage,
        {"sq": "Modele integrimi", "en": "Integration models"},
        {"sq": "modele-integrimi", "en": "integration-models"},
        KnowledgeBasePage,
    ),
    Section(
        ResourceIndexPage,
        {"sq": "Burime", "en": "Resources"},
        {"sq": "burime", "en": "resources"},
        KnowledgeBasePage,
    ),
    Section(
        GlossaryPage,
        {"sq": "Fjalorth", "en": "Glossary"},
        {"sq": "fjalorth", "en": "glossary"},
        KnowledgeBasePage,
    ),
    Section(
        HelpPage,
        {"sq": "Kontakte të dobishme", "en": "Useful contacts"},
        {"sq": "kontakte-te-dobishme", "en": "useful-contacts"},
    ),
]

FOLLOWED_UP = (ProjectIndexPage, MunicipalityIndexPage)
WRITTEN_BY_EDITORS = (*FOLLOWED_UP, KnowledgeBasePage)

CREATE = ("add_page", "change_page")
# By itself it allows nothing, but a page that one has any permission on can be looked at.
LOOK = ("bulk_delete_page",)
PUBLISH = (*CREATE, "publish_page", "lock_page", "unlock_page")
FILE_MODELS = ("image", "document")
# The collections in which roles add and change files; every role may choose from all.
OWN_COLLECTIONS = {
    Role.EDITOR: "Redaksia",
    Role.TRAINER: "Trajnimet",
    Role.COORDINATOR: "Koordinimi i projekteve",
}


def ensure_structure() -> HomePage:
    """Make what is missing of the structure; return the front page of the source language."""
    remove_welcome_page()
    source, *others = ensure_locales()
    home = ensure_home(source)
    ensure_furniture(source)
    ensure_lists()
    sections = [ensure_section(source, section) for section in SECTIONS]
    ensure_help_page(source)
    for locale in others:
        ensure_translation(home, HOME, locale)
        for page, section in zip(sections, SECTIONS, strict=True):
            ensure_translation(page, section, locale)
    ensure_roles()
    return home


def ensure_roles() -> None:
    """Make every role's group with its permissions on pages and files, and the workflow."""
    groups = ensure_groups()
    homes = list(HomePage.objects.all())
    sections = [page for model in WRITTEN_BY_EDITORS for page in model.objects.all()]
    projects = [page for model in FOLLOWED_UP for page in model.objects.all()]
    translated = [home for home in homes if home.locale.language_code != settings.LANGUAGE_CODE]
    grant_on_pages(groups[Role.EDITOR], ("change_page",), homes)
    grant_on_pages(groups[Role.EDITOR], CREATE, sections)
    grant_on_pages(groups[Role.TRANSLATOR], LOOK, homes)
    grant_on_pages(groups[Role.TRANSLATOR], ("change_page",), translated)
    grant_on_pages(groups[Role.MODERATOR], PUBLISH, homes)
    grant_on_pages(groups[Role.COORDINATOR], ("change_page",), projects)
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for role in (*OWN_COLLECTIONS, Role.TRANSLATOR):
        grant_on_files(groups[role], {root: ("choose",), **ensure_own_collection(role, root)})
    grant_on_files(groups[Role.MODERATOR], {root: ("add", "change", "choose", "delete")})
    ensure_workflow(groups[Role.MODERATOR], homes)


def remove_welcome_page() -> None:
    """Remove the page that Wagtail's migrations welcome developers with."""
    for page in Page.objects.filter(depth=2, content_type__model="page"):
        page.delete()


def ensure_locales() -> list[Locale]:
    """Return a locale for each language of the site, the source first; the others follow it."""
    locales = [
        Locale.objects.get_or_create(language_code=language)[0]
        for language, _name in settings.LANGUAGES
    ]
    for locale in locales[1:]:
        LocaleSynchronization.objects.get_or_create(
            locale=locale, defaults={"sync_from": locales[0]}
        )
    return locales


def ensure_home(locale: Locale) -> HomePage:
    """Return the source's front page, which is the root of the site."""
    home = HomePage.objects.filter(locale=locale).first()
    if not home:
        home = HomePage(title=HOME.titles[locale.language_code], locale=locale)
        home.slug = HOME.slugs[locale.language_code]
        add(tree_root(), home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "site_name": "Portal", "hostname": "localhost"},
    )
    return home


def tree_root() -> Page:
    """Return the root of the tree, which a flushed database lacks."""
    source = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    root = Page.get_first_root_node()
    return root or Page.add_root(instance=Page(title="Root", slug="root", locale=source))


def add(parent: Page, page: Page) -> None:
    """Add a page below another and publish it as an editor would."""
    parent.add_child(instance=page)
    page.save_revision().publish()


def ensure_furniture(locale: Locale) -> None:
    """Make the row that helplines and footer are entered in."""
    Furniture.objects.get_or_create(
        locale=locale,
        defaults={
            "name": settings.WAGTAIL_SITE_NAME,
            "neutral_title": settings.WAGTAIL_SITE_NAME,
        },
    )


def ensure_help_page(locale: Locale) -> None:
    """Have the furniture of every language name the page with help, unless it names one."""
    page = HelpPage.objects.filter(locale=locale).first()
    Furniture.objects.filter(help_page=None).update(help_page=page)


def ensure_section(locale: Locale, section: Section) -> PublicPage:
    """Return the section below its parent, in the menu."""
    parent = section.parent.objects.get(locale=locale)
    page = section.model.objects.child_of(parent).first()
    if not page:
        page = section.model(
            title=section.titles[locale.language_code],
            slug=section.slugs[locale.language_code],
            show_in_menus=True,
        )
        page.locale = locale
        add(parent, page)
    return page


def ensure_translation(page: PublicPage, section: Section, locale: Locale) -> None:
    """Translate a section once; afterwards it belongs to the translators.

    A language that has no words here gets an alias, which shows the source until it is translated.
    """
    if page.get_translations().filter(locale=locale).exists():
        return
    if locale.language_code in section.titles:
        publish_translation(page, locale, section.words(locale.language_code))
    else:
        page.copy_for_translation(locale, copy_parents=True, alias=True)


def grant_on_pages(group: Group, codenames: Iterable[str], pages: Iterable[Page]) -> None:
    """Let `group` do these things on each page and everything below it."""
    for page in pages:
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=permission(f"wagtailcore.{codename}")
            )


def ensure_own_collection(role: Role, root: Collection) -> dict[Collection, tuple[str, ...]]:
    """Return what a role may do in its own collection, made where it is missing.

    It is known by the role's right to add to it, whatever administrators call it.
    """
    if role not in OWN_COLLECTIONS:
        return {}
    own = Collection.objects.filter(
        depth__gt=root.depth,
        group_permissions__group__name=role.value,
        group_permissions__permission=permission("media.add_document"),
    ).first()
    return {own or root.add_child(name=OWN_COLLECTIONS[role]): ("add", "change")}


def grant_on_files(group: Group, actions: Mapping[Collection, Iterable[str]]) -> None:
    """Let `group` do these things with images and documents, and take back rights on all files.

    What administrators granted in other collections stays.
    """
    granted = [
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=collection,
            permission=permission(f"media.{action}_{model}"),
        )[0].pk
        for collection, names in actions.items()
        for action in names
        for model in FILE_MODELS
    ]
    on_files = GroupCollectionPermission.objects.filter(
        group=group, permission__content_type__app_label="media", collection__depth=1
    )
    on_files.exclude(pk__in=granted).delete()


def ensure_workflow(moderators: Group, homes: Iterable[HomePage]) -> None:
    """Make the one workflow: whatever is submitted waits for a moderator."""
    workflow, _created = Workflow.objects.get_or_create(name="Miratim")
    task = GroupApprovalTask.objects.filter(name="Miratim nga moderatorët").first()
    if not task:
        task = GroupApprovalTask.objects.create(name="Miratim nga moderatorët")
        task.groups.add(moderators)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in homes:
        WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
