"""All messages that mentoring writes, in both languages, and the coordinator's own sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from mentoring.desk.confirming import DeskFormView, DeskReport
from mentoring.mails import KINDS
from mentoring.models import Sentence
from mentoring.pairs.telling import TEXTS as OF_PAIRS
from mentoring.profiles.reviewing import LISTED, RETURNED
from mentoring.requests.telling import BEGINS, FAILS
from mentoring.requests.telling import TEXTS as OF_REQUESTS
from mentoring.requests.waiting import PLACE_FREE
from mentoring.safeguarding.telling import TEXTS as OF_REPORTS
from mentoring.texts import Text
from mentoring.work.award import NAME_FIRST
from mentoring.work.telling import TEXTS as OF_WORK
from portal.accounts.models import User
from portal.languages import language_name
from portal.mail.kinds import Kind
from portal.mail.writing import subject, write
from portal.personal.audit import Action, record
from portal.report import RowPaginator
from portal.validators import neutral

# To these the coordinator adds a sentence. A further text is a word.
TEXTS = {
    text.key: text
    for text in (
        *(LISTED, RETURNED),
        *(*OF_REQUESTS.values(), PLACE_FREE, BEGINS, FAILS),
        *OF_PAIRS,
        *OF_WORK.values(),
    )
}
# To these nothing is added: the two of a report read the same, and handlers need no more.
AS_THEY_ARE = (*OF_REPORTS, NAME_FIRST)
LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Row:
    """A text in a language, and what the coordinator adds: nothing where it has no `key`."""

    key: str
    language: str
    subject: str
    body: str
    own: str

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    @property
    def url(self) -> str | None:
        return reverse("mentoring_sentence", args=[self.key, self.language]) if self.key else None


def row_of(text: Text, language: str, own: str) -> Row:
    """Return a text to which the coordinator can add a sentence."""
    with override(language):
        return Row(text.key, language, str(text.subject), text.said(gettext("[day]")), own)


def message_as_it_is(words: tuple[Any, Any], language: str) -> Row:
    """Return a message to which nothing is added: subject and text."""
    own = gettext("Nothing can be added here.")
    title, text = words
    with override(language):
        return Row("", language, str(title), str(text), own)


def mail_as_it_is(kind: Kind, language: str) -> Row:
    """Return a mail, which would tell what it is about if anything were added."""
    own = gettext("This is an e-mail. Nothing can be added: it must not say what it is about.")
    with override(language):
        said = write(kind, language, {"link": gettext("[link]")})
        return Row("", language, subject(), said.text, own)


def spoken(name: str) -> Callable[[Row], SafeString]:
    """Return what marks a part of a row as in its language."""
    return lambda row: format_html('<span lang="{}">{}</span>', row.language, getattr(row, name))


class Texts(DeskReport):
    """Every message, as people read it."""

    page_title = _("Texts of messages")
    header_icon = "mail"
    name = "mentoring_texts"
    export_filename = "mentoring-texts"
    paginator_class = RowPaginator
    paginate_by = 250
    columns = [
        TitleColumn(
            "subject",
            label=_("Subject"),
            accessor=spoken("subject"),
            get_url=lambda row: row.url,
        ),
        Column("language_name", label=_("Language")),
        Column("body", label=_("Text"), accessor=spoken("body")),
        Column("own", label=_("Your own sentence")),
    ]

    def get_queryset(self) -> list[Row]:
        own = {(each.key, each.language): each.text for each in Sentence.objects.all()}
        with_own = (
            row_of(text, language, own.get((text.key, language), ""))
            for text in TEXTS.values()
            for language in LANGUAGES
        )
        messages = (message_as_it_is(each, code) for each in AS_THEY_ARE for code in LANGUAGES)
        mails = (mail_as_it_is(kind, code) for kind in KINDS for code in LANGUAGES)
        return [*with_own, *messages, *mails]


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
    done = _("Saved. It appears in messages from now on.")

    @cached_property
    def row(self) -> Row:
        """The text in the language."""
        key, language = self.kwargs["key"], self.kwargs["language"]
        if key not in TEXTS or language not in LANGUAGES:
            raise Http404
        return row_of(TEXTS[key], language, Sentence.of(key, language))

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
        sentence = Sentence(key=self.row.key, language=self.row.language, text=self.row.own)
        return SentenceForm(self.request.POST or None, instance=sentence)

    def act(self) -> None:
        """Save it."""
        save(sentence=self.form.save(commit=False), by=self.administrator)
