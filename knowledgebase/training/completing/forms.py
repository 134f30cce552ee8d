"""What somebody says of a programme at its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.completing.evaluating import question
from portal.disclosure import GentleCheck

SCALE = [
    ("", _("no answer")),
    ("5", _("5 – yes, fully")),
    ("4", "4"),
    ("3", "3"),
    ("2", "2"),
    ("1", _("1 – not at all")),
]
LONGEST = 2_000  # characters


def rating(name: str) -> forms.TypedChoiceField:
    """Return the field for a rating of the model, which may stay empty."""
    return forms.TypedChoiceField(
        label=question(name),
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class EvaluationForm(GentleCheck, forms.Form):
    """Three ratings and some words; each may stay empty, but not all of them."""

    checked_fields = ("words",)
    is_useful = rating("is_useful")
    is_clear = rating("is_clear")
    had_time = rating("had_time")
    words = forms.CharField(
        label=question("words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Leave out names and anything that could identify a person."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one answer at least."""
        said = super().clean() or {}
        if not self.errors and not any(said.values()):
            raise forms.ValidationError(_("Give at least one answer."))
        return said
