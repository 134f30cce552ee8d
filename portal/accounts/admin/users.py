"""The list of accounts, and what administrators do with one."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.users.views import bulk_actions
from wagtail.users.views import users as wagtail
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from portal.accounts import actions
from portal.accounts.admin.confirming import ConfirmView
from portal.accounts.admin.forms import HandOverForm, UserCreationForm, UserEditForm
from portal.accounts.handing_over import blockers, hand_over
from portal.accounts.models import User
from portal.personal import users as recorded
from portal.personal.erasure import ask_to_erase
from portal.publishing.refusals import RefusedError

# Wagtail gives it no label that can be translated.
RoleForm.base_fields["role"].label = gettext_lazy("Role")


class IndexView(wagtail.IndexView):
    """Accounts, found by name and address, with what each may do."""

    search_fields = ["name", "email"]

    @cached_property
    def columns(self) -> list[Column]:
        """Say addresses and roles where Wagtail says user names and levels."""
        columns = {column.name: column for column in super().columns}
        columns["email"].label = _("E-mail address")
        columns["is_superuser"] = Column("roles", label=_("Role"), accessor=roles_in_words)
        return [*columns.values()]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer administrators to invite, which spares them passwords of others."""
        if not self.request.user.is_superuser:
            return super().header_buttons
        invite = HeaderButton(
            _("Invite people"), url=reverse("invite"), icon_name="mail", priority=1
        )
        return [invite, *super().header_buttons]

    def get_base_queryset(self) -> QuerySet[User]:
        """Read the roles along with each."""
        return super().get_base_queryset().prefetch_related("groups__rolegroup")


def roles_in_words(user: User) -> str:
    """Return what an account may do; a group that stands for no role is called by its name."""
    roles = sorted(str(getattr(group, "rolegroup", group)) for group in user.groups.all())
    return ", ".join([*([_("Administrator")] if user.is_superuser else []), *roles])


class EditView(recorded.EditView):
    """An account, with what else can be done with it."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Add what administrators may do."""
        if not self.request.user.is_superuser:
            return super().header_more_buttons
        is_active = self.object.is_active
        more = {
            "suspend_user" if is_active else "restore_user": _("Suspend")
            if is_active
            else _("Restore"),
            "reset_second_step": _("Reset the second step"),
            "hand_over": _("Hand over what belongs to them"),
        }
        buttons = [
            Button(label, url=reverse(name, args=[self.object.pk]), priority=50)
            for name, label in more.items()
        ]
        return [*super().header_more_buttons, *buttons]

    @transaction.atomic
    def save_instance(self) -> User:
        """Keep one administrator, and let an address that was replaced open nothing any more."""
        before = User.objects.only("email", "is_superuser").get(pk=self.object.pk)
        if before.is_superuser and not self.form.instance.is_superuser:
            actions.require_another_administrator(self.object)
        if before.email.lower() != self.form.instance.email.lower():
            EmailAddress.objects.filter(user=before, email__iexact=before.email).delete()
        return super().save_instance()


class UserViewSet(recorded.UserViewSet):
    """Wagtail's views of users, with our forms."""

    index_view_class = IndexView
    edit_view_class = EditView
    copy_view_enabled = False  # accounts have nothing in common

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        """Return the form of a new account, or of one that is there."""
        return UserEditForm if for_update else UserCreationForm


class ConfirmUserView(ConfirmView):
    """Asks once more before something is done with an account."""

    @cached_property
    def subject(self) -> User:
        """The account."""
        return get_object_or_404(User, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The page of the account."""
        return reverse("wagtailusers_users:edit", args=[self.subject.pk])


class SuspendView(ConfirmUserView):
    page_title = gettext_lazy("Suspend the account")
    question = gettext_lazy(
        "The person is signed out everywhere and cannot sign in until you restore the account. "
        "Nothing is deleted. They are told by mail."
    )
    button = gettext_lazy("Suspend")
    done = gettext_lazy("The account is suspended.")

    def act(self) -> None:
        """Suspend the account."""
        actions.suspend(self.subject, by=self.administrator)


class RestoreView(ConfirmUserView):
    page_title = gettext_lazy("Restore the account")
    question = gettext_lazy("The person can sign in again, and is told so by mail.")
    button = gettext_lazy("Restore")
    done = gettext_lazy("The account works again.")

    def act(self) -> None:
        """Let the person in again."""
        actions.restore(self.subject, by=self.administrator)


class ResetSecondStepView(ConfirmUserView):
    page_title = gettext_lazy("Reset the second step")
    question = gettext_lazy(
        "App, passkeys and recovery codes are removed, and the person is signed out everywhere. "
        "Until they set up a new one, their password alone is enough to sign in. They are told by "
        "mail. First make sure, not by e-mail, that it is they who ask."
    )
    button = gettext_lazy("Reset the second step")
    done = gettext_lazy("The second step was removed.")

    def act(self) -> None:
        """Remove what they lost."""
        if not actions.reset_second_step(self.subject, by=self.administrator):
            raise RefusedError(_("This account has no second step."))


class HandOverView(ConfirmUserView):
    page_title = gettext_lazy("Hand over what belongs to them")
    button = gettext_lazy("Hand over")
    done = gettext_lazy("It belongs to somebody else now.")

    @cached_property
    def reasons(self) -> list[str]:
        """What is to be handed over."""
        return blockers(self.subject)

    @cached_property
    def form(self) -> HandOverForm:
        """The choice of whom to."""
        return HandOverForm(self.request.POST or None, of=self.subject)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Hand over to whoever was chosen."""
        if not self.form.is_valid():
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def act(self) -> None:
        """Give it to somebody else."""
        hand_over(of=self.subject, to=self.form.cleaned_data["to"], by=self.administrator)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say what there is; without anything there is no form."""
        context = super().get_context_data(**kwargs)
        if not self.reasons:
            return context | {"question": _("Nothing is to be handed over."), "button": ""}
        question = _("Before the account can be erased, this needs somebody else:")
        return context | {"reasons": self.reasons, "form": self.form, "question": question}


def before_delete_user(request: HttpRequest, user: User) -> HttpResponse | None:
    """Lead to where things are handed over."""
    return redirect("hand_over", user.pk) if blockers(user) else None


class DeleteBulkAction(bulk_actions.DeleteBulkAction):
    """Wagtail's, by the same erasure as for one account: all of them or none."""

    display_name = gettext_lazy("Erase")
    template_name = "accounts/confirm_erasure.html"

    def get_execution_context(self) -> dict[str, Any]:
        """Say who does it."""
        return super().get_execution_context() | {"by": self.request.user}

    @classmethod
    def execute_action(cls, objects: list[User], by: Any = None, **context: Any) -> tuple[int, int]:
        """Close the accounts and have them erased; raises RefusedError."""
        ask_to_erase(*objects, by=by)
        return len(objects), 0


class SetActiveStateBulkAction(bulk_actions.SetActiveStateBulkAction):
    """Wagtail's, by the same actions as for one account."""

    @classmethod
    @transaction.atomic
    def execute_action(
        cls, objects: list[User], mark_as_active: bool = False, user: Any = None, **context: Any
    ) -> tuple[int, int]:
        """Suspend or restore them; raises RefusedError."""
        act = actions.restore if mark_as_active else actions.suspend
        for each in objects:
            act(each, by=user)
        return len(objects), 0
