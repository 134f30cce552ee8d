"""allauth's forms in the portal's words: what each field is called, and what to write in it."""

from typing import Any, NamedTuple

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as app
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.tasks import send_reset_link


class Words(NamedTuple):
    """What a field is called, what is said where it is empty, and its help."""

    label: Any
    required: Any
    help: Any = ""


ADDRESS = Words(_("E-mail address"), _("Write your e-mail address."))
CODE = Words(_("Code"), _("Write the code."))
NEW_PASSWORD = Words(
    _("New password"),
    _("Choose a password."),
    _("At least 8 characters; nothing that others guess, such as your name."),
)
NO_ADDRESS = _("Write the whole address, such as name@example.org.")
WORDS = {
    "login": ADDRESS,
    "email": ADDRESS,
    "password": Words(_("Password"), _("Write your password.")),
    "oldpassword": Words(_("Current password"), _("Write your current password.")),
    "password1": NEW_PASSWORD,
    "password2": Words(_("New password, once more"), _("Write the new password once more.")),
    "code": CODE,
}


class Worded:
    """Gives the fields of a form their words."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        """Build the form, then name its fields."""
        super().__init__(*args, **options)
        for name in self.fields.keys() & WORDS.keys():
            field, words = self.fields[name], WORDS[name]
            field.label, field.help_text = words.label, words.help
            field.error_messages["required"] = words.required
            if words is ADDRESS:
                field.error_messages["invalid"] = NO_ADDRESS


class SignInForm(Worded, account.LoginForm):
    """Asks for address and password."""


class ConfirmForm(Worded, account.ReauthenticateForm):
    """Asks for the password once more."""


class AddAddressForm(Worded, account.AddEmailForm):
    """Asks for another address."""


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    """Asks for the password and for a new one."""


class SetPasswordForm(Worded, account.SetPasswordForm):
    """Asks for the first password of an account that has none."""


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):
    """Asks for a new password where a mail's link leads."""


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    """Leaves it to the worker to look whether there is an account."""

    def clean_email(self) -> str:
        """Return the address without asking whose it is."""
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **options: Any) -> str:
        """Have the link sent, if there is an account."""
        email: str = self.cleaned_data["email"]
        send_reset_link.enqueue(email, get_language())
        return email


class SecondStepForm(Worded, second_step.AuthenticateForm):
    """Asks for a code after the password."""


class ConfirmByCodeForm(Worded, second_step.ReauthenticateForm):
    """Asks for a code before something that matters."""


class AppForm(Worded, app.ActivateTOTPForm):
    """Asks for a code to see that the app is set up."""
