"""Wagtail's pages of users, which write down what an administrator does to an account."""

from typing import Any, cast

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.users.views import users

from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.personal.erasure import ask_to_erase
from portal.personal.held import held_about
from portal.personal.role_changes import record_change, roles_of


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


class EraseView(users.DeleteView):
    """Says what will be erased and what stays, and has it done by a worker."""

    page_title = _("Erase the account")
    success_message = _(
        "The account is closed. Everything that belongs to it will be gone in a few minutes."
    )

    def get_usage_url(self) -> None:
        """What names an account is no reason to keep it."""

    def delete_action(self) -> None:
        """Close the account and have it erased; raises RefusedError."""
        ask_to_erase(self.object, by=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what will happen."""
        return super().get_context_data(held=held_about(self.object), **kwargs)


class UserViewSet(users.UserViewSet):
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = EraseView


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
            record_change(user, before, by=cast(User, request.user))
