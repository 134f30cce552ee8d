"""Codes in addresses that one row of a language has, said in words where another takes one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class SlugOnce:
    """Comes before `TranslatableMixin` in a model with a unique constraint on locale and slug.

    Forms leave the locale out, so that Django does not check the constraint itself.
    """

    pk: Any
    slug: str
    locale_id: int

    def clean(self) -> None:
        """Refuse a code that another row of the language has."""
        super().clean()  # type: ignore[misc]
        rows = type(self)._default_manager  # type: ignore[attr-defined]
        same = rows.filter(locale_id=self.locale_id, slug=self.slug)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("This code is taken already. Choose another one.")})
