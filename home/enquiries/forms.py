"""The contact form: a message, and whether, how and when a reply is safe."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from home.enquiries.models import LONGEST, Outcome, Reply, Subject
from home.enquiries.tickets import new_ticket, read_ticket
from portal.terms.rows import TermRow, term_rows
from portal.validators import neutral

NOT_IN_A_NUMBER = re.compile(r"[^0-9+ ]")
SHORTEST_NUMBER = 3  # digits

# What is said where the way of the reply that was chosen leads nowhere.
WHERE = {
    "email": _("Write the e-mail address to which we may reply."),
    "telephone": _("Write the telephone number that we may call."),
}
TOO_OLD = _(
    "This form was open for too long, so your message was not sent yet. "
    "What you typed is still here: press “Send” once more."
)


class NeutralField(forms.CharField):
    """A text without signs that nobody typed; however long it is, none of it is cut off."""

    def to_python(self, value: Any) -> str:
        """Return the text as everybody reads it."""
        return neutral(super().to_python(value) or "").strip()

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the browser take a text that is too long, so that the form can say so."""
        return {
            name: value
            for name, value in super().widget_attrs(widget).items()
            if name != "maxlength"
        }


class LineField(NeutralField):
    """The same in one line, whatever line breaks a browser sends."""

    def to_python(self, value: Any) -> str:
        """Return the text with single spaces."""
        return " ".join(super().to_python(value).split())


class EnquiryForm(forms.Form):
    """A message to the organisation. `ticket` is the number of the form, and is no field to see."""

    needs_ticket = False  # whether its number holds no longer
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    subject = forms.ModelChoiceField(
        Subject.objects.none(),
        label=_("What is it about?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what your message is about."),
            "invalid_choice": _("Choose one of these subjects."),
        },
    )
    message = NeutralField(
        label=_("Your message"),
        max_length=LONGEST,
        help_text=_("Write only what we need to know. You need not give names or addresses."),
        widget=forms.Textarea({"rows": 8, "autocomplete": "off"}),
        error_messages={
            "required": _("Write your message."),
            "max_length": _(
                "A message has %(limit_value)d characters at most, and yours has %(show_value)d. "
                "Shorten it, or send the rest in a second message."
            ),
        },
    )
    name = LineField(
        label=_("What should we call you?"),
        required=False,
        max_length=80,
        help_text=_("Not needed. It may be any name."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    reply = forms.ChoiceField(
        label=_("May we reply, and how?"),
        choices=Reply,
        widget=forms.RadioSelect,
        help_text=_(
            "Choose a way that only you can see and hear. If somebody reads your e-mail or has "
            "your telephone, choose “Please do not reply” or write from another one."
        ),
        error_messages={
            "required": _("Choose whether we may reply."),
            "invalid_choice": _("Choose one of these ways."),
        },
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only for a reply by e-mail."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    telephone = LineField(
        label=_("Telephone number"),
        required=False,
        max_length=30,
        help_text=_("Only for a reply by telephone."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    may_leave_message = forms.BooleanField(
        label=_("If you do not answer, you may leave a message or say who is calling."),
        required=False,
    )
    safe_time = LineField(
        label=_("When is a reply safe?"),
        required=False,
        max_length=200,
        help_text=_("For example: on weekdays from 10:00 to 12:00. Outside it we do not write."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the subjects in the visitor's language; without any the question falls away."""
        super().__init__(*args, **options)
        subjects = term_rows({Subject: None})["subject"]
        if subjects:
            self._offer(subjects)
        else:
            del self.fields["subject"]

    def _offer(self, subjects: list[TermRow]) -> None:
        field: Any = self.fields["subject"]
        field.queryset = Subject.objects.filter(pk__in=[row.id for row in subjects])
        field.choices = [(row.id, row.name) for row in subjects]

    @property
    def next_ticket(self) -> str:
        """The number with which the form is sent next: its own while that holds."""
        own = str(self.data.get("ticket", ""))
        return own if self.is_bound and not self.needs_ticket else new_ticket()

    def ask_again(self, message: Any) -> None:
        """Say that it has to be sent once more, as a new form."""
        self.needs_ticket = True
        self.add_error(None, message)

    def clean_website(self) -> str:
        """Refuse what a program filled in, and tell a person how to go on."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("This field is a trap for programs. Empty it, then send."))
        return ""

    def clean_telephone(self) -> str:
        """Return the number with spaces alone between its digits."""
        number = NOT_IN_A_NUMBER.sub(" ", self.cleaned_data["telephone"])
        if self.cleaned_data["telephone"] and sum(map(str.isdigit, number)) < SHORTEST_NUMBER:
            raise ValidationError(_("Write the telephone number in digits."))
        return " ".join(number.split())

    def clean(self) -> dict[str, Any]:
        """Ask for what the reply needs, and drop what it does not."""
        said = super().clean() or {}
        said["key"] = read_ticket(said.pop("ticket", ""))
        said.pop("website", None)
        if not said["key"]:
            self.ask_again(TOO_OLD)
        reply = said.get("reply")
        if reply in WHERE and not said.get(reply) and reply not in self.errors:
            self.add_error(reply, WHERE[reply])
        return said | self._not_needed(reply)

    def _not_needed(self, reply: str | None) -> dict[str, Any]:
        """Return as empty what the reply that was chosen does not need."""
        empty: dict[str, Any] = {}
        if reply != Reply.EMAIL:
            empty["email"] = ""
        if reply != Reply.TELEPHONE:
            empty |= {"telephone": "", "may_leave_message": False}
        if reply == Reply.NONE:
            empty["safe_time"] = ""
        return empty


class CloseForm(forms.Form):
    """What became of a message."""

    outcome = forms.ChoiceField(
        label=_("What became of it"),
        choices=[
            (Outcome.ANSWERED, _("We have answered it")),
            (Outcome.DONE, _("It needs no reply, or none is possible")),
        ],
        widget=forms.RadioSelect,
    )
