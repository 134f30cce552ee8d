"""What a trainer fills in about a cohort."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.models import Cohort


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class CohortForm(forms.ModelForm):
    """The name and the days of a cohort."""

    class Meta:
        model = Cohort
        fields = ("name", "starts_on", "ends_on")
        help_texts = {
            "name": _("The people in it see this name, for example “Spring 2027, Vlora”."),
        }
        widgets = {"starts_on": DayInput, "ends_on": DayInput}

    def clean(self) -> dict[str, Any]:
        """Say by the field that the last day is before the first."""
        said = super().clean() or {}
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day is before the first day."))
        return said


class NewCohortForm(CohortForm):
    """A new cohort, which follows one of the programmes."""

    programme = forms.TypedChoiceField(label=_("Programme"))

    field_order = ("programme", "name", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = programmes()
        field = self.fields["programme"]
        field.choices = [(str(key), row.title) for key, row in rows.items()]  # type: ignore[attr-defined]
