"""What a trainer fills in about one person: the answer to a task, and an exception."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.disclosure import GentleCheck

LONGEST_REPLY = 5_000  # characters


class AnswerForm(GentleCheck, forms.Form):
    """Accepts a task or returns it; whoever returns it says what is missing."""

    checked_fields = ("reply",)
    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            ("", _("Choose")),
            ("accept", _("Accept")),
            ("return", _("Return it to be worked on again")),
        ],
        error_messages={"required": _("Choose whether you accept the task or return it.")},
    )
    reply = forms.CharField(
        label=_("Your reply"),
        required=False,
        max_length=LONGEST_REPLY,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("The person reads it in the lesson. To return a task you have to reply."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a reply to what is returned."""
        said = super().clean() or {}
        if said.get("decision") == "return" and not said.get("reply"):
            self.add_error("reply", _("Say what is missing, so that the person can go on."))
        return said


class ConcessionForm(forms.Form):
    """An exception for one person, and why; `offers` are what it can be, in groups."""

    what = forms.ChoiceField(
        label=_("Exception"),
        error_messages={
            "required": _("Choose what you grant."),
            "invalid_choice": _("This cannot be granted any more. Choose again."),
        },
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Only as much as is needed: trainers of the group read it, and the person finds it in "
            "the copy of their data."
        ),
        error_messages={"required": _("Say why, so that others understand it later.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, offers: Iterable[tuple[Any, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [("", _("Choose")), *offers]  # type: ignore[attr-defined]
