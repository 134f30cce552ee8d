"""The forms by which administrators make and change accounts."""

from wagtail.users import forms as wagtail

from portal.accounts.models import User


class UserCreationForm(wagtail.UserCreationForm):
    """One name instead of two, and the person's language."""

    first_name = last_name = None

    class Meta:
        model = User
        fields = ["email", "name", "preferred_language", "is_superuser", "groups"]
        widgets = wagtail.UserCreationForm.Meta.widgets


class UserEditForm(wagtail.UserEditForm):
    """The same for an account that is there."""

    first_name = last_name = None

    class Meta(UserCreationForm.Meta):
        fields = [*UserCreationForm.Meta.fields, "is_active"]
