"""What people write in lessons."""

from django import forms
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.learning.actions import LONGEST_NOTE
from portal.disclosure import GentleCheck


class NoteForm(forms.Form):
    """What somebody writes for themselves; nothing at all takes it back."""

    text = forms.CharField(
        label=_("What you think of it"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Only you can read this."),
    )


class TaskForm(GentleCheck, forms.Form):
    """A task as it is handed in; the trainer reads it."""

    checked_fields = ("text",)
    text = forms.CharField(
        label=_("What you did and what you found"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 12}),
        help_text=_(
            "Your trainer reads this. Leave out names and anything that could identify a person."
        ),
        error_messages={"required": _("Write what you did before you hand it in.")},
    )
