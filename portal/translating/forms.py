"""The forms of the translator's desk: each string beside what it was and what it is now."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.models import StringSegment

from portal.translating.changes import Change, pieces
from portal.translating.facts import facts
from portal.translating.markup import as_kept, as_typed, check_markup, has_marks

# So many strings stand on one page; the others come when these are saved.
MOST = 30
LETTERS_IN_A_LINE = 70


class Row(NamedTuple):
    """A string with its fields; `pieces` tell what changed in the source."""

    change: Change
    source: str
    pieces: list[tuple[str, str]]
    text: forms.BoundField
    is_right: forms.BoundField


class RenewForm(forms.Form):
    """Takes the words of strings that want some, beginning with those that readers have."""

    def __init__(self, data: Any = None, *, waiting: list[Change]) -> None:
        super().__init__(data)
        self.changes = {f"text-{change.segment.pk}": change for change in waiting[:MOST]}
        self.left = len(waiting) - len(self.changes)
        for name, change in self.changes.items():
            self.fields[name] = self._text_field(change)
            self.fields[f"right-{name}"] = forms.BooleanField(
                required=False, label=_("This is right as it is written here")
            )

    def _text_field(self, change: Change) -> forms.Field:
        begun = begin_with(change)
        lines = 1 + max(len(begun), len(change.new)) // LETTERS_IN_A_LINE
        return forms.CharField(
            initial=begun,
            required=False,
            strip=False,
            label=_("Translation"),
            widget=forms.Textarea(attrs={"rows": lines}),
        )

    @property
    def rows(self) -> Iterator[Row]:
        """Yield what the page shows of each string."""
        for name, change in self.changes.items():
            changed = list(pieces(change.old, change.new)) if change.old else []
            yield Row(change, as_typed(change.new), changed, self[name], self[f"right-{name}"])

    def clean(self) -> dict[str, Any]:
        """Check each string that was worked on."""
        for name, change in self.changes.items():
            if self.is_worked_on(name):
                try:
                    check(change, self.kept(name), is_sure=self._is_sure(name))
                except ValidationError as error:
                    self.add_error(name, error)
        return self.cleaned_data

    def _is_sure(self, name: str) -> bool:
        return bool(self.cleaned_data.get(f"right-{name}"))

    def is_worked_on(self, name: str) -> bool:
        """Whether there are words that are new, or that were found to be right."""
        text = self._typed(name)
        is_new = text != begin_with(self.changes[name])
        return bool(text.strip()) and (is_new or self._is_sure(name))

    def _typed(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")).replace("\r\n", "\n")

    def kept(self, name: str) -> str:
        """Return the words as they are kept."""
        return as_kept(self._typed(name), self.changes[name].new)

    @property
    def words(self) -> dict[StringSegment, str]:
        """The words of the strings that were worked on."""
        return {
            change.segment: self.kept(name)
            for name, change in self.changes.items()
            if self.is_worked_on(name)
        }

    def lost(self) -> list[str]:
        """Return what was typed for strings that somebody else dealt with meanwhile."""
        names = (name for name in self.data if name.startswith("text-"))
        return [text for name in names if name not in self.changes and (text := self.data[name])]


def begin_with(change: Change) -> str:
    """Return the words to start from, as they were typed: the latest, else what readers have."""
    if change.segment.translation is not None:
        return as_typed(change.segment.translation)
    if change.public and has_marks(change.new):
        return change.public.words
    return change.public_words


def check(change: Change, text: str, *, is_sure: bool) -> None:
    """Refuse markup that does not fit and, unless somebody is sure, other facts than before."""
    check_markup(change.new, text)
    said, stated = facts(text), facts(change.new)
    if not is_sure and said != stated:
        raise ValidationError(
            _(
                "The original says %(stated)s, the translation says %(said)s. "
                "Correct it, or tick that it is right."
            )
            % {"stated": listed(stated - said), "said": listed(said - stated)}
        )


def listed(counted: Counter[str]) -> str:
    """Return facts in words, "–" for none."""
    return ", ".join(fact_in_words(fact) for fact in counted.elements()) or "–"


def fact_in_words(fact: str) -> str:
    """Return a fact as people say it: "month 3" is March."""
    kind, _space, number = fact.partition(" ")
    if kind == "month":
        return str(MONTHS[int(number)])
    return str(WEEKDAYS[int(number) - 1]) if kind == "day" else fact


class ReviewForm(forms.Form):
    """Takes a step of a review: what it says to the other side, and what had been read."""

    STEPS = ("hand_over", "take_back", "approve", "ask")

    step = forms.ChoiceField(choices=[(step, step) for step in STEPS])
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    comment = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Comment"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a comment where it is all that the translator can go by."""
        data = super().clean() or self.cleaned_data
        if data.get("step") == "ask" and not data.get("comment") and not self.errors:
            self.add_error("comment", _("Say what should be changed."))
        return data

    def look_again(self, digest: str) -> None:
        """Keep what was typed, and let the next decision be about what is shown now."""
        self.data = {**self.data.dict(), "seen": digest}  # type: ignore[attr-defined]


class KeepForm(forms.Form):
    """Asks of each changed string whether its translation still says the same."""

    RENEW, KEEP = "renew", "keep"

    def __init__(self, data: Any = None, *, changes: list[Change]) -> None:
        super().__init__(data)
        self.changes = {f"string-{change.segment.pk}": change for change in changes}
        for name, change in self.changes.items():
            self.fields[name] = forms.ChoiceField(
                choices=[
                    (self.RENEW, _("It must be renewed")),
                    (self.KEEP, _("It stays as it is")),
                ],
                initial=self.KEEP if change.is_slight else self.RENEW,
                required=False,
                label=_("The translation"),
                widget=forms.RadioSelect,
            )

    @property
    def rows(self) -> Iterator[tuple[Change, list[tuple[str, str]], forms.BoundField]]:
        """Yield each string with what changed in it, and its question."""
        for name, change in self.changes.items():
            yield change, list(pieces(change.old or "", change.new)), self[name]

    @property
    def kept(self) -> list[Change]:
        """The strings whose translation stays."""
        return [
            change
            for name, change in self.changes.items()
            if self.cleaned_data.get(name) == self.KEEP
        ]
