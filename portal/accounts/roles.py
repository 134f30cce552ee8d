"""Roles as groups: what each may do in the admin, apart from pages and files."""

from enum import StrEnum

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

TERMS = ("municipality", "organisation", "theme", "need", "consultationgroup")
ADMIN = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"


class Role(StrEnum):
    """A role, by the name of its group, which administrators see."""

    EDITOR = "Redaktorë"
    TRANSLATOR = "Përkthyes"
    MODERATOR = "Moderatorë"
    COORDINATOR = "Koordinatorë"
    TRAINER = "Trajnerë"
    FOCAL_POINT = "Pika fokale të bashkive"

    def group(self) -> Group:
        """Return the role's group."""
        return Group.objects.get(name=self.value)


def on_terms(*actions: str) -> list[str]:
    """Return the permissions for these actions on every kind of term."""
    return [f"terms.{action}_{term}" for action in actions for term in TERMS]


def on_knowledge(*actions: str) -> list[str]:
    """Return the permissions for these actions on references and the glossary's terms."""
    models = ("reference", "glossaryterm")
    return [f"knowledgebase.{action}_{model}" for action in actions for model in models]


def on_search(*actions: str) -> list[str]:
    """Return the permissions for these actions on best bets, synonyms and cries for help."""
    models = ("bestbet", "synonymset", "crylist")
    return [f"portal_search.{action}_{model}" for action in actions for model in models]


def on_furniture(*actions: str) -> list[str]:
    """Return the permissions for these actions on helplines and footer."""
    return [f"furniture.{action}_furniture" for action in actions]


PERMISSIONS: dict[Role, list[str]] = {
    Role.EDITOR: [
        ADMIN,
        TRANSLATE,
        *on_terms("add"),
        "knowledgebase.add_reference",
        "knowledgebase.add_glossaryterm",
        "knowledgebase.change_glossaryterm",
        "knowledgebase.view_feedback",
        *on_search("add", "change", "delete"),
        "portal_search.view_askedquery",
    ],
    Role.TRANSLATOR: [
        ADMIN,
        TRANSLATE,
        *on_terms("change"),
        *on_furniture("change"),
        "knowledgebase.change_glossaryterm",
    ],
    Role.MODERATOR: [
        ADMIN,
        TRANSLATE,
        *on_terms("add", "change", "delete", "publish"),
        *on_knowledge("add", "change", "delete", "publish"),
        *(f"knowledgebase.{action}_feedback" for action in ("view", "change", "delete")),
        *on_search("add", "change", "delete"),
        "portal_search.view_askedquery",
        *on_furniture("change", "publish"),
        "media.publish_document",
        "media.publish_image",
        *(f"wagtailredirects.{action}_redirect" for action in ("add", "change", "delete")),
    ],
    Role.COORDINATOR: [ADMIN],
    Role.TRAINER: [ADMIN],
    Role.FOCAL_POINT: [],
}


def ensure_groups() -> dict[Role, Group]:
    """Make every role's group with exactly its permissions; return the groups by role."""
    _ensure_translate_permission()
    return {role: _ensure_group(role, names) for role, names in PERMISSIONS.items()}


def _ensure_translate_permission() -> None:
    """Make the one permission that no model declares: a migration makes it, a flush removes it."""
    app_label, codename = TRANSLATE.split(".")
    content_type, _created = ContentType.objects.get_or_create(
        app_label=app_label, model="translation"
    )
    Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": "Can submit translations"}
    )


def _ensure_group(role: Role, names: list[str]) -> Group:
    group, _created = Group.objects.get_or_create(name=role.value)
    group.permissions.set([permission(name) for name in names])
    return group


def permission(name: str) -> Permission:
    """Return the permission called `app_label.codename`."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
