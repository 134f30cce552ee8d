"""The forms of readers, who say whether a page was useful, and of editors, who write it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import RichTextBlock, StreamValue

from knowledgebase.models.reference import Reference
from knowledgebase.text.notes import problems
from portal.blocks.walk import leaves
from portal.traces import has_trace


class Choices(forms.RadioSelect):
    """Radio buttons; what leads to the field leads to the first."""

    def id_for_label(self, id_: str, index: str | None = "0") -> str:
        """Return the id of a button."""
        return super().id_for_label(id_, index)


class SentenceField(forms.CharField):
    """Text in one line, whatever line breaks a browser sends."""

    def to_python(self, value: Any) -> str:
        """Return the text with single spaces."""
        return " ".join((super().to_python(value) or "").split())


class FeedbackForm(forms.Form):
    """Was the page useful, and one sentence if the reader likes."""

    is_useful = forms.TypedChoiceField(
        label=_("Was this page useful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        widget=Choices,
        error_messages={
            "required": _("Choose yes or no."),
            "invalid_choice": _("Choose yes or no."),
        },
    )
    sentence = SentenceField(
        label=_("What was missing, or what helped you?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence, if you like. No names, numbers or addresses, please."),
    )

    def clean_sentence(self) -> str:
        """Refuse what somebody could be found by."""
        sentence = self.cleaned_data["sentence"]
        if has_trace(sentence):
            raise ValidationError(
                _("Please leave out telephone numbers, e-mail and web addresses.")
            )
        return sentence


class NotedPageForm(WagtailAdminPageForm):
    """The editors' form of a page whose texts hold footnotes and references.

    Pages that are saved otherwise are not checked: a reference may have been deleted since.
    """

    def clean(self) -> dict[str, Any]:
        """Say by each text which of its notes and references cannot be understood."""
        cleaned = super().clean()
        known_keys = set(Reference.objects.values_list("key", flat=True))
        for name in self.instance.noted_fields:
            text = cleaned.get(name)
            for problem in problems(as_html(text), known_keys) if text else []:
                self.add_error(name, problem)
        return cleaned


def as_html(text: str | StreamValue) -> str:
    """Return a rich text as it is; of a stream, all rich texts one after another."""
    if isinstance(text, str):
        return text
    found = leaves(text.stream_block, text.get_prep_value())
    return "".join(leaf.value or "" for leaf in found if isinstance(leaf.block, RichTextBlock))
