"""What the two of a pair type: times of a meeting, notes, goals, feedback."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import PairFeedback, Profile, Session
from mentoring.models.feedback import Answer
from mentoring.models.profile import Meeting, Zone
from mentoring.models.session import LONGEST, LONGEST_HELD, SHORTEST
from mentoring.work.rules import FARTHEST
from portal.contacts import PairCheck
from portal.disclosure import GentleCheck
from portal.inputs import NeutralText, capitalised
from portal.validators import neutral, one_line

NO_TIME = gettext_lazy("Write day and time like this: 2027-03-31 14:30.")
SURVIVORS = gettext_lazy("Write nothing that could identify a survivor.")
# The proposed times, by the names of their fields.
TIMES = ("first", "second", "third")


class MomentField(forms.DateTimeField):
    """A day with a time, in the browser's own field; without it, one types 2027-03-31 14:30."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        texts = {"invalid": NO_TIME, "required": gettext_lazy("Propose at least one time.")}
        super().__init__(widget=widget, error_messages=texts, **options)

    def to_python(self, value: Any) -> datetime | None:
        """Say what to do where the clocks change."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                text = _("The clocks change at this time. Choose another time.")
                raise ValidationError(text) from error
            raise


class ProposeForm(forms.Form):
    """Up to three times by the clock of whoever proposes, how long, and how one meets."""

    first = MomentField(label=gettext_lazy("First proposal"))
    second = MomentField(label=gettext_lazy("Second proposal, if you like"), required=False)
    third = MomentField(label=gettext_lazy("Third proposal, if you like"), required=False)
    minutes = forms.IntegerField(
        label=gettext_lazy("Length in minutes"),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=60,
        help_text=gettext_lazy("From 30 to 180."),
    )
    meeting = forms.ChoiceField(label=gettext_lazy("How you meet"), choices=capitalised(Meeting))
    place = forms.CharField(
        label=gettext_lazy("Place"),
        required=False,
        max_length=200,
        validators=[one_line],
        help_text=gettext_lazy("If you meet in person: where both of you are safe and at ease."),
    )
    link = forms.URLField(
        label=gettext_lazy("Link to the meeting"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("If you meet online. Only the two of you see it."),
        error_messages={
            "invalid": gettext_lazy(
                "Write the whole link, for example https://example.org/meeting."
            )
        },
    )

    def __init__(self, *args: Any, me: Profile, **options: Any) -> None:
        """Read and show times by the person's own clock."""
        super().__init__(*args, **options)
        self.zone = ZoneInfo(me.time_zone)
        place = {"place": Zone(me.time_zone).label}
        self.fields["first"].help_text = _("By the clock of %(place)s.") % place

    def full_clean(self) -> None:
        """Take what is typed as the time of the person's place."""
        with timezone.override(self.zone):
            super().full_clean()

    def clean_link(self) -> str:
        """Refuse links that others on the way can read."""
        link: str = self.cleaned_data["link"]
        if link and not link.lower().startswith("https://"):
            raise ValidationError(_("Only links that begin with https:// are safe."))
        one_line(link)
        return link

    def clean(self) -> dict[str, Any]:
        """Say by the field what is missing, or wrong with a time."""
        said = super().clean() or {}
        seen: set[datetime] = set()
        for name in TIMES:
            if moment := said.get(name):
                self._look_at(name, moment, seen)
        wanted = {Meeting.IN_PERSON: "place", Meeting.ONLINE: "link"}.get(said.get("meeting", ""))
        if wanted and not said.get(wanted) and wanted not in self.errors:
            texts = {"place": _("Say where you meet."), "link": _("Add the link to the meeting.")}
            self.add_error(wanted, texts[wanted])
        return said

    def _look_at(self, name: str, moment: datetime, seen: set[datetime]) -> None:
        now = timezone.now()
        if moment <= now:
            self.add_error(name, _("This time has passed. Choose a later one."))
        elif moment > now + FARTHEST:
            self.add_error(name, _("Choose a time within a year from today."))
        elif moment in seen:
            self.add_error(name, _("You have given this time twice."))
        seen.add(moment)

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, by the names of the model's fields."""
        data = self.cleaned_data
        times = sorted(data[name].astimezone(UTC) for name in TIMES if data[name])
        others = {name: data[name] for name in ("minutes", "meeting", "place", "link")}
        return {"times": times, **others}


class HeldForm(forms.Form):
    """How long a meeting was."""

    minutes = forms.IntegerField(
        label=gettext_lazy("How long was it, in minutes?"),
        min_value=1,
        max_value=LONGEST_HELD,
        error_messages={"max_value": gettext_lazy("At most 240 minutes of one meeting count.")},
    )


class NoteForm(PairCheck, forms.Form):
    """What both read about a meeting."""

    checked_fields = ("note",)
    note = NeutralText(
        label=gettext_lazy("Shared note"),
        required=False,
        max_length=Session._meta.get_field("note").max_length,
        help_text=SURVIVORS,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class OwnNoteForm(forms.Form):
    """What only its writer reads about a meeting."""

    own_note = NeutralText(
        label=gettext_lazy("My note"),
        required=False,
        max_length=4000,
        help_text=SURVIVORS,
    )


class LineForm(PairCheck, forms.Form):
    """The words of a goal or of a step; `was` are those that whoever changes them had seen."""

    checked_fields = ("text",)
    text = NeutralText(
        rows=2,
        max_length=300,
        error_messages={"required": gettext_lazy("Write it in a few words.")},
    )
    was = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = label


class FeedbackForm(GentleCheck, forms.ModelForm):
    """Four closed questions and an open one; each may stay empty, but not all of them."""

    checked_fields: Sequence[str] = ("words",)

    class Meta:
        model = PairFeedback
        fields = (*PairFeedback.QUESTIONS, "words")
        widgets = {"words": forms.Textarea({"rows": 5})}
        help_texts = {"words": SURVIVORS}

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the answers in words, and none."""
        super().__init__(*args, **options)
        for name in PairFeedback.QUESTIONS:
            self.fields[name] = forms.TypedChoiceField(
                label=PairFeedback.question(name),
                choices=[("", gettext_lazy("No answer")), *capitalised(Answer)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
        self.order_fields(self.Meta.fields)

    def clean(self) -> dict[str, Any]:
        """Return the words as everybody reads them; the model asks for one answer at least."""
        said = super().clean() or {}
        return said | {"words": neutral(said.get("words", ""))}
