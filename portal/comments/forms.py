"""What a reader sends, what a moderator decides, and what editors choose."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.accounts.worded import NO_ADDRESS
from portal.comments.actions import Decision
from portal.comments.models import Comment, Reason, State
from portal.comments.pages import kinds
from portal.disclosure import GentleCheck
from portal.inputs import NeutralText

LONGEST = 4000


class CommentForm(GentleCheck, forms.Form):
    """A comment. `once` is the key of the form, so that what is sent twice is one.

    `website` is filled in by programs only: people do not see it.
    """

    checked_fields = ("text",)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    name = forms.CharField(
        label=_("Name"),
        max_length=Comment._meta.get_field("name").max_length,
        validators=Comment._meta.get_field("name").validators,
        help_text=_("It appears beside your comment. A pseudonym is welcome."),
        error_messages={"required": _("Write a name; it need not be your own.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=Comment._meta.get_field("email").max_length,
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_(
            "You can leave it empty. It is never made public, and we write to it only if you ask "
            "for the answer."
        ),
        error_messages={"invalid": NO_ADDRESS},
    )
    wants_answer = forms.BooleanField(
        label=_("Write to me when there is an answer"), required=False
    )
    text = NeutralText(
        rows=8,
        label=_("Comment"),
        max_length=LONGEST,
        help_text=_(
            "Everybody can read it. Please leave out what leads to a survivor, her family or "
            "anybody who was not asked."
        ),
        error_messages={
            "required": _("Write your comment."),
            "max_length": _("Your comment is too long: it can have at most 4,000 characters."),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Give a new form a key of its own, and let a text that is too long come to be told so."""
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs.pop("maxlength", None)
        self.fields["once"].initial = uuid4

    def clean(self) -> dict[str, Any]:
        """Refuse what a program filled in, and a wish for an answer that has no address."""
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise ValidationError(
                _(
                    "A field was filled in that is only there to stop programs. Nothing was sent. "
                    "If you are a person, please send your comment again."
                )
            )
        if cleaned.get("wants_answer") and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write the address to which we should send the answer."))
        return cleaned

    @property
    def key(self) -> UUID:
        """The key of a valid form; a new one where none was sent."""
        return self.cleaned_data["once"] or uuid4()

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says of the comment."""
        return {name: self.cleaned_data[name] for name in ("name", "text", "email", "wants_answer")}


class DecisionForm(forms.Form):
    """Whether a comment is published, and our answer to it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (State.PUBLISHED, _("Publish")),
            (State.REJECTED, _("Do not publish")),
            (State.SPAM, _("Spam: do not publish, and tell nobody")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of the comment.")},
    )
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", "---------"), *Reason.choices],
        required=False,
        help_text=_("Why it is not published. Whoever wrote the comment can read this sentence."),
    )
    reply = NeutralText(
        rows=6,
        label=_("Our answer"),
        required=False,
        max_length=2000,
        help_text=_("It appears below the comment, in the name of the organisation."),
    )
    reply_language = forms.ChoiceField(
        label=_("Language of our answer"), choices=settings.LANGUAGES
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where there must be one, and refuse an answer that nobody would see."""
        cleaned = super().clean() or {}
        state = cleaned.get("state")
        if state == State.REJECTED and not cleaned.get("reason"):
            self.add_error("reason", _("Choose why it is not published."))
        if state in (State.REJECTED, State.SPAM) and cleaned.get("reply"):
            self.add_error("reply", _("Only a published comment has an answer. Remove the text."))
        return cleaned

    @property
    def decision(self) -> Decision:
        """What a valid form says."""
        said = {name: text for name, text in self.cleaned_data.items() if name != "version"}
        return Decision(**said)


class SettingsForm(WagtailAdminModelForm):
    """The kinds of page, each with its box."""

    kinds = forms.MultipleChoiceField(
        label=_("Kinds of page that accept comments"),
        choices=kinds,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("On each page comments can be closed, at once or after a day."),
    )
