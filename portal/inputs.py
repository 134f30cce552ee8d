"""Inputs of forms that more than one room uses."""

from typing import Any

from django import forms
from django.db.models import Choices
from django.utils.text import capfirst

from portal.validators import neutral


def capitalised(choices: type[Choices]) -> list[tuple[Any, Any]]:
    """Return choices with their labels as they stand in a list of a form: with a capital."""
    return [(value, capfirst(label)) for value, label in choices.choices]


def row_number(text: str | None) -> int:
    """Return the number of a row that stands in an address, a form or a link.

    It is 0, which no row has, for whatever is no number, and for one that no database holds.
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class NeutralText(forms.CharField):
    """A text to somebody else, without signs that turn it round."""

    def __init__(self, *, rows: int = 6, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        """Return the text as everybody reads it."""
        return neutral(super().to_python(value) or "")
