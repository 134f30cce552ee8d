"""The skeleton that every installation stands on: locales, sections, roles, their permissions.

Each room says in its `sections` and `roles` what it brings. `ensure_structure` may be called at any
time; it makes what is missing and changes nothing that editors wrote. `make run`, deployment and
the tests all call it.
"""

from collections.abc import Iterable, Mapping
from itertools import product

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import LocaleSynchronization

from home.models import HelpPage, HomePage
from home.sections import HOME
from portal.accounts.groups import ensure_groups, permission, rights_of
from portal.accounts.roles import Rights, Role
from portal.furniture.models import Furniture
from portal.pages import PublicPage
from portal.rooms import modules
from portal.section import Section
from portal.translation_records import publish_translation
from search.cries.defaults import ensure_lists
from search.synonyms.defaults import ensure_synonyms

FILE_MODELS = ("image", "document")
# What Wagtail calls “Root”.
ALL_PAGES = "Të gjitha faqet"
SHARED_FILES = "Të përbashkëta"


def ensure_structure() -> HomePage:
    """Make what is missing of the structure; return the front page of the source language."""
    remove_welcome_page()
    source, *others = ensure_locales()
    home = ensure_home(source)
    ensure_furniture(source)
    ensure_lists()
    ensure_synonyms()
    sections = [section for room in modules("sections") for section in room.SECTIONS]
    pages = [ensure_section(source, section) for section in sections]
    ensure_help_page(source)
    for locale in others:
        ensure_translation(home, HOME, locale)
        for page, section in zip(pages, sections, strict=True):
            ensure_translation(page, section, locale)
    ensure_roles()
    name_roots()
    return home


def ensure_roles() -> None:
    """Make every role's group with its permissions on pages and files, and the workflow."""
    groups = ensure_groups()
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for role, group in groups.items():
        rights = rights_of(role)
        for room in rights:
            grant_on_pages(group, room)
        files: dict[Collection, Iterable[str]] = {
            ensure_own_collection(group, root, room.collection): ("add", "change")
            for room in rights
            if room.collection
        }
        files[root] = {action for room in rights for action in room.files}
        grant_on_files(group, files)
    ensure_workflow(groups[Role.MODERATOR])


def name_roots() -> None:
    """Give the roots of pages and files a name that editors understand, unless they gave one."""
    Page.objects.filter(title="Root", depth=1).update(title=ALL_PAGES, draft_title=ALL_PAGES)
    Collection.objects.filter(name="Root", depth=1).update(name=SHARED_FILES)


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
    """Return the section below its parent."""
    parent = (section.parent or HomePage).objects.get(locale=locale)
    page = section.model.objects.child_of(parent).first()
    if not page:
        page = section.model(
            title=section.titles[locale.language_code],
            slug=section.slugs[locale.language_code],
            show_in_menus=section.in_menu,
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


def grant_on_pages(group: Group, rights: Rights) -> None:
    """Let `group` do what a room says on pages of each model and everything below them."""
    in_source = Q(locale__language_code=settings.LANGUAGE_CODE)
    for granted, where in ((rights.pages, Q()), (rights.translated_pages, ~in_source)):
        for model, codenames in granted.items():
            for page, codename in product(model.objects.filter(where), codenames):
                GroupPagePermission.objects.get_or_create(
                    group=group, page=page, permission=permission(f"wagtailcore.{codename}")
                )


def ensure_own_collection(group: Group, root: Collection, name: str) -> Collection:
    """Return the collection of a role's own files, made where it is missing.

    It is known by the role's right to add to it, whatever administrators call it.
    """
    own = Collection.objects.filter(
        depth__gt=root.depth,
        group_permissions__group=group,
        group_permissions__permission=permission("media.add_document"),
    ).first()
    return own or root.add_child(name=name)


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


def ensure_workflow(moderators: Group) -> None:
    """Make the one workflow: whatever is submitted waits for a moderator."""
    task = GroupApprovalTask.objects.filter(groups=moderators).first()
    if not task:
        task = GroupApprovalTask.objects.create(name="Miratim nga moderatorët")
        task.groups.add(moderators)
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first()
    if not workflow:
        workflow = Workflow.objects.create(name="Miratim")
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in HomePage.objects.all():
        WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    for model in get_snippet_models():
        if issubclass(model, WorkflowMixin):
            kind = ContentType.objects.get_for_model(model)
            WorkflowContentType.objects.get_or_create(
                content_type=kind, defaults={"workflow": workflow}
            )
