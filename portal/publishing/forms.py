"""What somebody who takes something down may say about it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TakeDownForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For colleagues; never shown to the public. Name nobody whom it might harm."),
    )
