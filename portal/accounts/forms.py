"""What a person says of themselves."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.terms.models import Municipality


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
        labels = {"preferred_language": _("language of our messages")}
        help_texts = {"preferred_language": ""}

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask for the name, and name municipalities in the visitor's language."""
        super().__init__(*args, **options)
        self.initial["by"] = str(self.instance.key)
        self.fields["name"].required = True
        here = Municipality.objects.filter(locale__language_code=get_language())
        names = dict(here.values_list("translation_key", "name"))
        self.fields["municipality"].label_from_instance = lambda municipality: names.get(
            municipality.translation_key, municipality.name
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a form that somebody else had opened in this browser."""
        cleaned = super().clean() or {}
        if cleaned.get("by") != str(self.instance.key):
            raise forms.ValidationError(
                _("Somebody else was signed in when this form was opened. Nothing was saved.")
            )
        return cleaned
