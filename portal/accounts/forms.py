"""What a person says of themselves, and how they open an account."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.worded import ADDRESS, NEW_PASSWORD, NO_ADDRESS
from portal.terms.models import Municipality

AS_ON_CERTIFICATE = _("As it should appear on your certificates.")
NOT_CHOSEN = _("Not chosen")


class ProfileForm(forms.ModelForm):
    """A person's profile; everything may stay empty but the name."""

    # Who opened the form, see `portal.accounts.typed`.
    by = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = User
        fields = [
            "name",
            "organisation",
            "organisation_kind",
            "municipality",
            "position",
            "sex",
            "preferred_language",
        ]
        widgets = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "organisation": forms.TextInput({"autocomplete": "organization"}),
            "position": forms.TextInput({"autocomplete": "organization-title"}),
        }
        labels = {"preferred_language": _("Language of our messages")}
        help_texts = {"name": AS_ON_CERTIFICATE, "preferred_language": ""}

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask for the name, and name municipalities in the visitor's language."""
        super().__init__(*args, **options)
        self.initial["by"] = str(self.instance.key)
        require_name(self)
        here = Municipality.objects.filter(locale__language_code=get_language())
        names = dict(here.values_list("translation_key", "name"))
        field: Any = self.fields["municipality"]
        field.label_from_instance = lambda row: names.get(row.translation_key, row.name)
        field.empty_label = NOT_CHOSEN
        for name in ("organisation_kind", "sex", "preferred_language"):
            field = self.fields[name]
            field.choices = [("", NOT_CHOSEN), *field.choices[1:]]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that somebody else had opened in this browser."""
        cleaned = super().clean() or {}
        if cleaned.get("by") != str(self.instance.key):
            raise forms.ValidationError(
                _("Somebody else was signed in when this form was opened. Nothing was saved.")
            )
        return cleaned


def require_name(form: forms.ModelForm) -> None:
    """Make a form ask for the name, which may be empty only for accounts made by others."""
    field = form.fields["name"]
    field.required = True
    field.error_messages["required"] = _("Write your name and surname.")


class AskForm(forms.Form):
    """Asks for an account; everything else is asked where the mail's link leads."""

    email = forms.EmailField(
        label=ADDRESS.label,
        max_length=User._meta.get_field("email").max_length,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"required": ADDRESS.required, "invalid": NO_ADDRESS},
    )


class OpenAccountForm(forms.ModelForm):
    """Name and password of somebody whose address is known by the link in their mail."""

    email = forms.EmailField(
        label=ADDRESS.label,
        disabled=True,
        required=False,
        widget=forms.EmailInput({"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": NEW_PASSWORD.required},
        help_text=NEW_PASSWORD.help,
    )

    class Meta:
        model = User
        fields = ["email", "name"]
        widgets = ProfileForm.Meta.widgets
        help_texts = {"name": AS_ON_CERTIFICATE}

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask for the name."""
        super().__init__(*args, **options)
        require_name(self)

    def clean_password(self) -> str:
        """Refuse a password that is easily guessed."""
        password = self.cleaned_data["password"]
        user = User(email=self.initial["email"], name=self.cleaned_data.get("name", ""))
        password_validation.validate_password(password, user)
        return password
