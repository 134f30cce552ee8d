"""The forms of readers, who say whether a page was useful, and of editors, who write it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import (
    Block,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructValue,
)

from knowledgebase.models.reference import Reference
from knowledgebase.text.notes import problems
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
    return text if isinstance(text, str) else "".join(rich_texts(text.stream_block, text))


def rich_texts(block: Block, value: Any) -> Iterator[str]:
    """Yield every rich text anywhere in the value of a block."""
    if isinstance(block, RichTextBlock):
        yield value.source if value else ""
    elif isinstance(value, StructValue):  # the block of a picture is a struct too, its value is not
        for name, child in value.block.child_blocks.items():
            yield from rich_texts(child, value[name])
    elif isinstance(block, ListBlock):
        for item in value:
            yield from rich_texts(block.child_block, item)
    elif isinstance(block, StreamBlock):
        for item in value:
            yield from rich_texts(item.block, item.value)
