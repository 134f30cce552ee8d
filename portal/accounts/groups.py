"""The groups that stand for roles, with exactly the permissions that the rooms give them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from portal.accounts.models import RoleGroup
from portal.accounts.roles import TRANSLATE, Rights, Role
from portal.rooms import modules


def rights_of(role: Role) -> list[Rights]:
    """Return what each room lets a role do."""
    return [room.RIGHTS[role] for room in modules("roles") if role in room.RIGHTS]


def ensure_groups() -> dict[Role, Group]:
    """Make every role's group with exactly its permissions; return the groups by role."""
    _ensure_translate_permission()
    return {role: _ensure_group(role) for role in Role}


def _ensure_translate_permission() -> None:
    """Make the one permission that no model declares: a migration makes it, a flush removes it."""
    app_label, codename = TRANSLATE.split(".")
    content_type, _created = ContentType.objects.get_or_create(
        app_label=app_label, model="translation"
    )
    Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": "Can submit translations"}
    )


def _ensure_group(role: Role) -> Group:
    known = RoleGroup.objects.filter(role=role).select_related("group").first()
    group = known.group if known else _new_group(role)
    names = {name for rights in rights_of(role) for name in rights.permissions}
    group.permissions.set([permission(name) for name in sorted(names)])
    return group


def _new_group(role: Role) -> Group:
    group = Group.objects.create(name=str(role.label))
    RoleGroup.objects.create(role=role, group=group)
    return group


def permission(name: str) -> Permission:
    """Return the permission called `app_label.codename`."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
