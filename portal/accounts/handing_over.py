"""What belongs to a person and would be lost with their account, and how somebody else takes it.

A room has a module `handing_over` with `belongings(user)`, a list of sentences that say what the
person has, and `take_over(of, to)`, which gives it to somebody else in the caller's transaction.
"""

from collections.abc import Callable
from itertools import chain

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, WorkflowState

from portal.accounts.models import RoleGroup, User
from portal.accounts.roles import Role
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
    if to == of or not to.is_active:
        raise RefusedError(_("Choose somebody else, whose account is not suspended."))
    before = roles_of(to)
    for room in modules("handing_over"):
        room.take_over(of, to)
    record(Action.HANDED_OVER, by=by, about=of, of=to)
    record_change(to, before, by=by)


def belongings(user: User) -> list[str]:
    """Return what a person has of the ground floor."""
    owned = ((things.count(), text) for things, _field, text in _owned(user))
    had = [text(count) % {"count": count} for count, text in owned if count]
    if _is_last_administrator(user):
        had.append(_("Nobody else is an administrator."))
    return had + [
        _("Nobody else has the role “%(role)s”.") % {"role": role.label}
        for role in _roles_of_nobody_else(user)
    ]


def take_over(of: User, to: User) -> None:
    """Give pages, files and requests to somebody, and the roles that nobody else has."""
    for things, field, _text in _owned(of):
        things.update(**{field: to})
    if _is_last_administrator(of):
        to.is_superuser = to.is_staff = True
        to.save(update_fields=["is_superuser", "is_staff"])
    to.groups.add(*(role.group() for role in _roles_of_nobody_else(of)))


Owned = tuple[models.QuerySet, str, Callable[[int], str]]


def _owned(user: User) -> list[Owned]:
    """Return rows, the field in which they name the person, and what they are called by number."""
    images, documents = get_image_model().objects, get_document_model().objects
    return [
        (
            Page.objects.filter(owner=user),
            "owner",
            lambda count: ngettext("%(count)s page", "%(count)s pages", count),
        ),
        (
            Page.objects.filter(locked=True, locked_by=user),
            "locked_by",
            lambda count: ngettext("%(count)s locked page", "%(count)s locked pages", count),
        ),
        (
            images.filter(uploaded_by_user=user),
            "uploaded_by_user",
            lambda count: ngettext("%(count)s picture", "%(count)s pictures", count),
        ),
        (
            documents.filter(uploaded_by_user=user),
            "uploaded_by_user",
            lambda count: ngettext("%(count)s document", "%(count)s documents", count),
        ),
        (
            WorkflowState.objects.active().filter(requested_by=user),
            "requested_by",
            lambda count: ngettext(
                "%(count)s page that waits for a moderator",
                "%(count)s pages that wait for a moderator",
                count,
            ),
        ),
    ]


def _is_last_administrator(user: User) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()


def _roles_of_nobody_else(user: User) -> list[Role]:
    mine = RoleGroup.objects.filter(group__user=user)
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    elsewhere = RoleGroup.objects.filter(group__user__in=others)
    return [Role(each.role) for each in mine.exclude(pk__in=elsewhere.values("pk"))]
