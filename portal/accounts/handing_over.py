"""What belongs to a person and would be lost with their account, and how somebody else takes it.

A room has a module `handing_over` with `belongings(user)`, a list of sentences that say what the
person has, and `take_over(of, to)`, which gives it to somebody else in the caller's transaction.
"""

from itertools import chain
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from wagtail.models import Page, WorkflowState

from portal.accounts.models import RoleGroup, User
from portal.accounts.roles import Role
from portal.media.models import Document, Image
from portal.personal.audit import Action, record
from portal.personal.role_changes import record_change, roles_of
from portal.publishing.refusals import RefusedError
from portal.rooms import modules


def blockers(user: User) -> list[str]:
    """Return what has to be handed over before the account can be erased, in sentences."""
    return [*chain.from_iterable(room.belongings(user) for room in modules("handing_over"))]


@transaction.atomic
def hand_over(*, of: User, to: User, by: User) -> None:
    """Give what belongs to a person to somebody who works here; raises RefusedError."""
    # Locked, so that nobody closes the account meanwhile and all is lost with it.
    others = User.objects.locked().exclude(pk=of.pk)
    if not others.filter(pk=to.pk, is_active=True).first():
        raise RefusedError(_("Choose somebody else, whose account is not suspended."))
    before = roles_of(to)
    for room in modules("handing_over"):
        room.take_over(of, to)
    record(Action.HANDED_OVER, by=by, about=of, of=to)
    record_change(to, before, by=by)


# Rows, the field in which they name the person, and what so many of them are called.
OWNED: list[tuple[models.QuerySet, str, Any]] = [
    (Page.objects.all(), "owner", ngettext_lazy("%(count)s page", "%(count)s pages", "count")),
    (
        Page.objects.filter(locked=True),
        "locked_by",
        ngettext_lazy("%(count)s locked page", "%(count)s locked pages", "count"),
    ),
    (
        Image.objects.all(),
        "uploaded_by_user",
        ngettext_lazy("%(count)s picture", "%(count)s pictures", "count"),
    ),
    (
        Document.objects.all(),
        "uploaded_by_user",
        ngettext_lazy("%(count)s document", "%(count)s documents", "count"),
    ),
    (
        WorkflowState.objects.active(),
        "requested_by",
        ngettext_lazy(
            "%(count)s page waiting for a moderator",
            "%(count)s pages waiting for a moderator",
            "count",
        ),
    ),
]


def belongings(user: User) -> list[str]:
    """Return what a person has of the ground floor."""
    owned = ((rows.filter(**{field: user}).count(), text) for rows, field, text in OWNED)
    had = [text % {"count": count} for count, text in owned if count]
    if _is_last_administrator(user):
        had.append(_("Nobody else is an administrator."))
    return had + [
        _("Nobody else has the role “%(role)s”.") % {"role": role.label}
        for role in _roles_of_nobody_else(user)
    ]


def take_over(of: User, to: User) -> None:
    """Give pages, files and requests to somebody, and the roles that nobody else has."""
    for rows, field, _text in OWNED:
        rows.filter(**{field: of}).update(**{field: to})
    if _is_last_administrator(of):
        to.is_superuser = to.is_staff = True
        to.save(update_fields=["is_superuser", "is_staff"])
    to.groups.add(*(role.group() for role in _roles_of_nobody_else(of)))


def _is_last_administrator(user: User) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()


def _roles_of_nobody_else(user: User) -> list[Role]:
    mine = RoleGroup.objects.filter(group__user=user)
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    elsewhere = RoleGroup.objects.filter(group__user__in=others)
    return [Role(each.role) for each in mine.exclude(pk__in=elsewhere.values("pk"))]
