"""All messages that mentoring writes, in both languages, and the coordinator's own sentences."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.ui.tables import Column, TitleColumn

from mentoring.desk.confirming import DeskFormView, DeskReport
from mentoring.models import Sentence
from mentoring.pairs.telling import TEXTS as OF_PAIRS
from mentoring.profiles.reviewing import LISTED, RETURNED
from mentoring.requests.telling import BEGINS, FAILS
from mentoring.requests.telling import TEXTS as OF_REQUESTS
from mentoring.requests.waiting import PLACE_FREE
from mentoring.texts import Text
from mentoring.work.telling import TEXTS as OF_WORK
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.report import RowPaginator
from portal.validators import neutral

# All but those about reports, to which nothing is added. A further text is a word.
TEXTS = {
    text.key: text
    for text in (
        *(LISTED, RETURNED),
        *(*OF_REQUESTS.values(), PLACE_FREE, BEGINS, FAILS),
        *OF_PAIRS,
        *OF_WORK.values(),
    )
}
LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Row:
    """A text in a language, and what the coordinator adds to it."""

    text: Text
    language: str
    own: str

    @property
    def language_name(self) -> str:
        return str(LANGUAGES[self.language])

    @property
    def subject(self) -> str:
        with override(self.language):
            return str(self.text.subject)

    @property
    def body(self) -> str:
        with override(self.language):
            return self.text.said("…")


class Texts(DeskReport):
    """Every message, as people read it."""

    page_title = _("Texts of messages")
    header_icon = "mail"
    name = "mentoring_texts"
    export_filename = "mentoring-texts"
    paginator_class = RowPaginator
    columns = [
        TitleColumn(
            "subject",
            label=_("Subject"),
            get_url=lambda row: reverse("mentoring_sentence", args=[row.text.key, row.language]),
        ),
        Column("language_name", label=_("Language")),
        Column("body", label=_("Text")),
        Column("own", label=_("Your own sentence")),
    ]

    def get_queryset(self) -> list[Row]:
        own = {(each.key, each.language): each.text for each in Sentence.objects.all()}
        return [
            Row(text, language, own.get((text.key, language), ""))
            for text in TEXTS.values()
            for language in LANGUAGES
        ]


class SentenceForm(forms.ModelForm):
    """One sentence."""

    class Meta:
        model = Sentence
        fields = ("text",)
        widgets = {"text": forms.Textarea({"rows": 2})}

    def clean_text(self) -> str:
        """Return it without signs that cannot be seen."""
        return neutral(self.cleaned_data["text"]).strip()


@transaction.atomic
def save(*, sentence: Sentence, by: User) -> None:
    """Add a sentence to the messages that are written from now on."""
    Sentence.objects.update_or_create(
        key=sentence.key, language=sentence.language, defaults={"text": sentence.text}
    )
    record(Action.SENTENCE_CHANGED, by=by, key=sentence.key, language=sentence.language)


class SentenceView(DeskFormView):
    page_title = _("Your own sentence in a message")
    header_icon = "mail"
    button = _("Save")
    done = _("Saved. It stands in the messages that are written from now on.")

    @cached_property
    def row(self) -> Row:
        """The text in the language."""
        key, language = self.kwargs["key"], self.kwargs["language"]
        if key not in TEXTS or language not in LANGUAGES:
            raise Http404
        return Row(TEXTS[key], language, Sentence.of(key, language))

    @property
    def subject(self) -> str:
        """What the message is called."""
        return f"{self.row.subject} ({self.row.language_name})"

    @property
    def question(self) -> str:
        """What the message says anyway."""
        return self.row.body

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_texts")

    @cached_property
    def form(self) -> SentenceForm:
        """The sentence as it is now."""
        sentence = Sentence(key=self.row.text.key, language=self.row.language, text=self.row.own)
        return SentenceForm(self.request.POST or None, instance=sentence)

    def act(self) -> None:
        """Save it."""
        save(sentence=self.form.save(commit=False), by=self.administrator)
