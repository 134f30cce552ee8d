"""What a trainer fills in about a live session."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.models import LiveSession
from portal.inputs import DayInput

FARTHEST = timedelta(days=2 * 366)
NO_TIME = _("Write the time like this: 14:30.")


class TimeInput(forms.TimeInput):
    """The browser's own field for hours and minutes; without it, one types 14:30."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class SessionForm(forms.ModelForm):
    """A session on one day in the site's zone; `said` are the fields of the model."""

    day = forms.DateField(
        label=_("Day"),
        widget=DayInput,
        error_messages={
            "required": _("Choose the day."),
            "invalid": _("Write the day like this: 2027-03-31 or 31.3.2027."),
        },
    )
    begins = forms.TimeField(
        label=_("Begins at"),
        widget=TimeInput,
        help_text=_("The time in Tirana, for example 14:30."),
        error_messages={
            "required": _("Say when it begins."),
            "invalid": NO_TIME,
        },
    )
    ends = forms.TimeField(
        label=_("Ends at"),
        widget=TimeInput,
        error_messages={
            "required": _("Say when it ends."),
            "invalid": NO_TIME,
        },
    )
    link = forms.URLField(
        label=_("Link for taking part"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Only the people of the group see it."),
        error_messages={
            "invalid": _("Write the whole link, for example https://example.org/meeting.")
        },
    )

    field_order = ("title", "day", "begins", "ends", "place", "link")

    class Meta:
        model = LiveSession
        fields = ("title", "place", "link")
        error_messages = {"title": {"required": _("Give the session a title.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        session = self.instance
        if session.pk:
            start, end = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
            shown = {"day": start.date(), "begins": start.time(), "ends": end.time()}
            self.initial = {**shown, **self.initial}

    def clean_day(self) -> date:
        """Refuse a slip of the pen, such as a year of two digits."""
        day: date = self.cleaned_data["day"]
        if abs(day - timezone.localdate()) > FARTHEST:
            raise ValidationError(_("Choose a day within two years from today."))
        return day

    def clean(self) -> dict[str, Any]:
        """Make moments of day and hours; say by the field what is wrong with them."""
        said = super().clean() or {}
        starts_at, ends_at = self._moment(said, "begins"), self._moment(said, "ends")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends", _("It ends before it begins."))
        if not (said.get("place") or said.get("link") or self.errors.keys() & {"place", "link"}):
            self.add_error("place", _("Say where you meet: write a place, a link, or both."))
        return said | {"starts_at": starts_at, "ends_at": ends_at}

    def _moment(self, said: dict[str, Any], field: str) -> datetime | None:
        day: date | None = said.get("day")
        at: time | None = said.get(field)
        if not day or at is None:
            return None
        try:
            return from_current_timezone(datetime.combine(day, at))
        except ValidationError:
            self.add_error(field, _("The clocks change at this time. Choose another time."))
            return None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the model as they were filled in."""
        return {
            name: self.cleaned_data[name]
            for name in ("title", "starts_at", "ends_at", "place", "link")
        }
