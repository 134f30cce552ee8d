"""Wagtail's pages of users, which write down what an administrator does to an account."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from wagtail import hooks
from wagtail.users.views import users

from portal.accounts.models import User
from portal.personal.audit import Action, record


@dataclass(frozen=True)
class Standing:
    """What an account may do: its groups, by role where they stand for one, and if it is active."""

    groups: frozenset[str]
    is_active: bool

    @classmethod
    def of(cls, user: User) -> "Standing":
        """Return the standing that the database has for a user."""
        row = User.objects.only("is_active", "is_superuser").get(pk=user.pk)
        pairs = row.groups.values_list("pk", "rolegroup__role")
        names = {role or f"group:{pk}" for pk, role in pairs}
        if row.is_superuser:
            names.add("administrator")
        return cls(frozenset(names), row.is_active)


def record_change(user: User, before: Standing, *, by: User) -> None:
    """Write down what became of an account whose standing was `before`."""
    now = Standing.of(user)
    if now.groups != before.groups:
        given, taken = now.groups - before.groups, before.groups - now.groups
        facts = {"given": ",".join(sorted(given)), "taken": ",".join(sorted(taken))}
        record(Action.ROLES_CHANGED, by=by, about=user, **facts)
    if now.is_active != before.is_active:
        action = Action.ACCOUNT_RESUMED if now.is_active else Action.ACCOUNT_SUSPENDED
        record(action, by=by, about=user)


class CreateView(users.CreateView):
    @transaction.atomic
    def save_instance(self) -> User:
        user = super().save_instance()
        record(Action.ACCOUNT_CREATED, by=self.request.user, about=user)
        record_change(user, Standing(frozenset(), is_active=True), by=self.request.user)
        return user


class EditView(users.EditView):
    @transaction.atomic
    def save_instance(self) -> User:
        before = Standing.of(self.object)
        user = super().save_instance()
        record_change(user, before, by=self.request.user)
        return user


class UserViewSet(users.UserViewSet):
    add_view_class = CreateView
    edit_view_class = EditView


@hooks.register("before_bulk_action")
def remember_standing(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """Keep what accounts may do before several are changed at once."""
    if view.model is User:
        view.standing = {user: Standing.of(user) for user in objects}


@hooks.register("after_bulk_action")
def record_bulk_change(request: HttpRequest, action: str, objects: list[Any], view: Any) -> None:
    """Write down what became of several accounts, in the transaction that changed them."""
    if view.model is User and action != "delete":
        for user, before in view.standing.items():
            record_change(user, before, by=request.user)
