"""What a member tells the coordinator, all of which may be left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models.report import Why
from portal.disclosure import GentleCheck
from portal.validators import neutral


class ReportForm(GentleCheck, forms.Form):
    """A reason from the list and words of one's own, for whoever wants to add some."""

    checked_fields = ("words",)
    reason = forms.ChoiceField(
        label=_("What is not right?"),
        choices=Why,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("You need not choose anything."),
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Only if you like. Please name no survivor, child or family."),
    )

    def clean_words(self) -> Any:
        """Return the text as everybody reads it."""
        return neutral(self.cleaned_data["words"])
