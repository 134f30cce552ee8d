"""Wagtail's pages of users, which write down what an administrator does to an account."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from wagtail import hooks
from wagtail.users.views import users

from portal.accounts.models import User
from portal.personal.audit import Action, record


def roles_of(user: User) -> set[str]:
    """Return what an account may do: its groups, by role where they stand for one."""
    row = User.objects.only("is_superuser").get(pk=user.pk)
    names = {role or f"group:{pk}" for pk, role in row.groups.values_list("pk", "rolegroup__role")}
    return names | ({"administrator"} if row.is_superuser else set())


def record_change(user: User, before: set[str], *, by: User) -> None:
    """Write down what became of the roles of an account."""
    now = roles_of(user)
    if now != before:
        given, taken = ",".join(sorted(now - before)), ",".join(sorted(before - now))
        record(Action.ROLES_CHANGED, by=by, about=user, given=given, taken=taken)


class CreateView(users.CreateView):
    @transaction.atomic
    def save_instance(self) -> User:
        user = super().save_instance()
        record(Action.ACCOUNT_CREATED, by=self.request.user, about=user)
        record_change(user, set(), by=self.request.user)
        return user


class EditView(users.EditView):
    @transaction.atomic
    def save_instance(self) -> User:
        before = roles_of(self.object)
        user = super().save_instance()
        record_change(user, before, by=self.request.user)
        return user


class UserViewSet(users.UserViewSet):
    add_view_class = CreateView
    edit_view_class = EditView


@hooks.register("before_bulk_action")
def remember_roles(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """Keep what accounts may do before several are changed at once."""
    if view.model is User:
        view.roles = {user: roles_of(user) for user in objects}


@hooks.register("after_bulk_action")
def record_bulk_change(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """Write down what became of several accounts, in the transaction that changed them."""
    if view.model is User and action != "delete":
        for user, before in view.roles.items():
            record_change(user, before, by=request.user)
