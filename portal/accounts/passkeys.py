"""Passkeys: allauth's forms, which say so when what a browser sends is damaged or forged."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as allauth
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.browsers import browser_name
from portal.accounts.models import User
from portal.validators import one_line

# What parsers of other packages raise on bytes that no browser sends.
DAMAGED = (ArithmeticError, AttributeError, InvalidSignature, LookupError, TypeError, ValueError)


def tell_damage(clean: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make a form's method say in plain words that it takes no such passkey."""

    @wraps(clean)
    def wrapped(form: Any) -> Any:
        try:
            return clean(form)
        except (ValidationError, *DAMAGED) as fault:
            raise ValidationError(_("This passkey was not accepted. Please try again.")) from fault

    return wrapped


class CredentialField(forms.JSONField):
    """What a browser says of a passkey."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput)

    def to_python(self, value: Any) -> Any:
        """Refuse brackets without end, which Python does not read."""
        try:
            return super().to_python(value)
        except RecursionError as fault:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from fault

    def bound_data(self, data: Any, initial: Any) -> None:
        """Show nothing of it again: each try needs another."""


class PasskeyNameField(forms.CharField):
    """What a person calls a passkey."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=gettext_lazy("Name of the passkey"),
            help_text=gettext_lazy("So that you know which it is when you have several."),
            max_length=80,
            validators=[one_line],
            error_messages={"required": gettext_lazy("Write a name for the passkey.")},
            **options,
        )


class AddPasskeyForm(allauth.AddWebAuthnForm):
    """Adds a passkey, which opens the account without the password."""

    name = PasskeyNameField(required=False)
    credential = CredentialField()
    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.HiddenInput)

    @tell_damage
    def clean(self) -> dict[str, Any]:
        """Check what the browser made."""
        return super().clean()


class RenamePasskeyForm(allauth.EditWebAuthnForm):
    """Calls a passkey by another name."""

    name = PasskeyNameField()


class SignInForm(allauth.LoginWebAuthnForm):
    """Signs in with a passkey alone."""

    credential = CredentialField()
    clean_credential = tell_damage(allauth.LoginWebAuthnForm.clean_credential)


class SecondStepForm(allauth.AuthenticateWebAuthnForm):
    """Shows a passkey after the password."""

    credential = CredentialField()
    clean_credential = tell_damage(allauth.AuthenticateWebAuthnForm.clean_credential)


class ConfirmForm(allauth.ReauthenticateWebAuthnForm):
    """Shows a passkey before something that matters."""

    credential = CredentialField()
    clean_credential = tell_damage(allauth.ReauthenticateWebAuthnForm.clean_credential)


class MFAAdapter(DefaultMFAAdapter):
    """Names passkeys by the browser that they were made in, unless the person does."""

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        """Return what the browser calls itself."""
        return browser_name(current.request.headers.get("user-agent", ""))
