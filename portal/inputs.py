"""Inputs of forms that more than one room uses."""

from typing import Any

from django import forms
from django.db.models import Choices
from django.utils.text import capfirst


def capitalised(choices: type[Choices]) -> list[tuple[Any, Any]]:
    """Return choices with their labels as they stand in a list of a form: with a capital."""
    return [(value, capfirst(label)) for value, label in choices.choices]


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")
