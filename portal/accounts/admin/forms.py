"""The forms by which administrators invite people and change accounts."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users import forms as wagtail

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.validators import is_address

MOST_AT_ONCE = 200


class UserCreationForm(wagtail.UserCreationForm):
    """One name instead of two, and the person's language."""

    first_name = last_name = None

    class Meta:
        model = User
        fields = ["email", "name", "preferred_language", "is_superuser", "groups"]
        widgets = wagtail.UserCreationForm.Meta.widgets


class UserEditForm(wagtail.UserEditForm):
    """The same for an account that is there; it is suspended elsewhere."""

    first_name = last_name = None

    class Meta(UserCreationForm.Meta):
        pass

    def __init__(self, *args: Any, editing_self: bool = False, **options: Any) -> None:
        """Offer nobody to take their own rights."""
        super().__init__(*args, **options)
        if editing_self:
            del self.fields["is_superuser"]


class InviteForm(forms.Form):
    """Addresses as they are pasted from a list or a mail."""

    addresses = forms.CharField(
        label=gettext_lazy("E-mail addresses"),
        help_text=gettext_lazy("One or many, with commas, spaces or line breaks between them."),
        widget=forms.Textarea({"rows": 6}),
        max_length=MOST_AT_ONCE * 254,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the message"), choices=settings.LANGUAGES
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[("", "–"), *Role.choices],
        required=False,
        help_text=gettext_lazy("Without a role a person has an account, but does not work here."),
    )

    def clean_addresses(self) -> list[str]:
        """Return each address once, in small letters; name those that are none."""
        typed = self.cleaned_data["addresses"].lower()
        addresses = [*dict.fromkeys(typed.replace(",", " ").replace(";", " ").split())]
        wrong = [address for address in addresses if not is_address(address)]
        if wrong:
            raise ValidationError(
                _("These are not e-mail addresses: %(list)s"), params={"list": ", ".join(wrong)}
            )
        if len(addresses) > MOST_AT_ONCE:
            raise ValidationError(
                _("Please invite at most %(number)s people at once."),
                params={"number": MOST_AT_ONCE},
            )
        return addresses


class HandOverForm(forms.Form):
    """Who takes what somebody leaves."""

    def __init__(self, *args: Any, of: User, **options: Any) -> None:
        """Offer everybody who works here but the person."""
        super().__init__(*args, **options)
        others = colleagues().exclude(pk=of.pk)
        self.fields["to"] = forms.ModelChoiceField(others, label=_("Who takes it over"))


def colleagues() -> QuerySet[User]:
    """Return administrators and those who have a role, by name."""
    works_here = Q(is_superuser=True) | Q(groups__rolegroup__isnull=False)
    return User.objects.filter(works_here, is_active=True).distinct().order_by("name", "email")
