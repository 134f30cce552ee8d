"""What two who work together write down and to each other."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.models import Agreement, Request
from mentoring.models.agreement import Rhythm
from mentoring.pairs.agreeing import WORDS
from mentoring.pairs.attachments import EXTENSIONS, MOST, checked
from portal.contacts import PairCheck
from portal.inputs import NeutralText, capitalised
from portal.validators import neutral

ENDING = _(
    "Either of us can end it at any time, without giving a reason: by a message, or by the button "
    "on the page of the request. If we can, we talk once more before."
)


class AgreementForm(PairCheck, forms.Form):
    """The words of an agreement; `mark` tells which were there when they were written."""

    checked_fields = ("goals", "rhythm_words", "ending")
    mark = forms.CharField(widget=forms.HiddenInput, required=False)
    goals = NeutralText(
        rows=5,
        label=_("What do we want to have reached at the end?"),
        max_length=2000,
        help_text=_("Two or three goals are enough."),
        error_messages={"required": _("Write down at least one goal.")},
    )
    rhythm = forms.ChoiceField(
        label=_("How often do we meet?"),
        choices=capitalised(Rhythm),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often you meet.")},
    )
    rhythm_words = forms.CharField(
        label=_("More about it"),
        max_length=200,
        required=False,
        help_text=_("If you like: for how long, online or in person, on which days."),
    )
    ending = NeutralText(
        rows=4,
        label=_("How does either of us end it?"),
        max_length=1000,
        error_messages={"required": _("Say how either of you ends it.")},
    )

    def clean_rhythm_words(self) -> str:
        """Return them as both read them."""
        return neutral(self.cleaned_data["rhythm_words"]).replace("\n", " ")

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, by the names of the agreement's fields."""
        return {name: self.cleaned_data[name] for name in WORDS}


def written(agreement: Agreement | None, request: Request) -> dict[str, Any]:
    """Return what the form of an agreement begins with: of a new one, the goals of the request."""
    if not agreement:
        return {"goals": request.goals, "ending": ENDING, "mark": ""}
    return {name: getattr(agreement, name) for name in (*WORDS, "mark")}


class FilesInput(forms.FileInput):
    """A choice of several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files, each checked by what is in it."""

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        """Return the files as they are kept."""
        uploads = [each for each in data or () if each]
        if len(uploads) > MOST:
            raise ValidationError(
                ngettext(
                    "Choose at most %(num)s file for one message.",
                    "Choose at most %(num)s files for one message.",
                    MOST,
                )
                % {"num": MOST}
            )
        return [checked(super(FilesField, self).clean(each, initial)) for each in uploads]


class MessageForm(PairCheck, forms.Form):
    """A message with files. `once` is the key of the form, so that what is sent twice is one."""

    checked_fields = ("text",)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = NeutralText(
        rows=5,
        label=_("Your message"),
        max_length=4000,
        help_text=_(
            "Please share nothing that could identify a survivor, a child or their family: no "
            "names, places or dates."
        ),
        error_messages={"required": _("Write a few words.")},
    )
    attached = FilesField(
        label=_("Files"),
        required=False,
        widget=FilesInput({"accept": ",".join(f".{each}" for each in EXTENSIONS)}),
        help_text=_(
            "If you like, up to three, each up to 5 MB: PDF, Word, Excel, OpenDocument text, JPEG "
            "or PNG. Of pictures we remove where and when they were taken."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Give a new form a key of its own."""
        super().__init__(*args, **options)
        self.fields["once"].initial = uuid4

    @property
    def key(self) -> UUID:
        """The key of a valid form; a new one where none was sent."""
        return self.cleaned_data["once"] or uuid4()

    def ask_for_files_again(self) -> None:
        """Say by the field that files are to be chosen again: a browser does not keep them."""
        if self.files and "attached" not in self.errors:
            self.add_error("attached", _("Choose the files again before you send the message."))
