"""Roles, and what a room lets each of them do.

A room has a module `roles` with a `RIGHTS: dict[Role, Rights]`; what all rooms say is put together
when the structure is made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import pgettext_lazy

ADMIN = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"


class Role(models.TextChoices):
    """A role by the key that its group is found by; administrators may call the group anything."""

    EDITOR = "editor", pgettext_lazy("role", "Editors")
    TRANSLATOR = "translator", pgettext_lazy("role", "Translators")
    MODERATOR = "moderator", pgettext_lazy("role", "Moderators")
    COORDINATOR = "coordinator", pgettext_lazy("role", "Coordinators")
    TRAINER = "trainer", pgettext_lazy("role", "Trainers")
    FOCAL_POINT = "focal_point", pgettext_lazy("role", "Focal points of municipalities")

    def group(self) -> Group:
        """Return the role's group."""
        return Group.objects.get(rolegroup__role=self)


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What a room lets a role do.

    `permissions` are called `app_label.codename`. `pages` and `translated_pages` name what may be
    done on all pages of a model and below them, or only on those in other languages than the
    source. `files` name what may be done with all files, `collection` the collection to which the
    role adds its own and in which it changes them.
    """

    permissions: Iterable[str] = ()
    pages: Mapping[type[Any], Iterable[str]] = field(default_factory=dict)
    translated_pages: Mapping[type[Any], Iterable[str]] = field(default_factory=dict)
    files: Iterable[str] = ()
    collection: str = ""


# Who works in the admin, and who translates.
RIGHTS = {
    **dict.fromkeys(
        (Role.EDITOR, Role.TRANSLATOR, Role.MODERATOR), Rights(permissions=[ADMIN, TRANSLATE])
    ),
    **dict.fromkeys((Role.COORDINATOR, Role.TRAINER), Rights(permissions=[ADMIN])),
}


def on(app_label: str, models: Iterable[str], *actions: str) -> list[str]:
    """Return the permissions for these actions on these models."""
    return [f"{app_label}.{action}_{model}" for action in actions for model in models]
