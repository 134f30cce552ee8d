"""What a trainer fills in about a cohort."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.cohorts.lists import (
    MOST_PEOPLE,
    Invitee,
    read_list,
    read_table,
)
from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.models import Cohort
from portal.accounts.worded import ADDRESS, NO_ADDRESS
from portal.inputs import DayInput
from portal.languages import site_languages
from portal.tables.reading import Problem


class CohortForm(forms.ModelForm):
    """The name and the days of a cohort."""

    class Meta:
        model = Cohort
        fields = ("name", "starts_on", "ends_on")
        help_texts = {
            "name": _("The people in it see this name, for example “Spring 2027, Vlora”."),
        }
        error_messages = {"name": {"required": _("Give the group a name.")}}
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


class TrainerForm(forms.Form):
    """The address of another trainer."""

    email = forms.EmailField(
        label=_("E-mail address of the trainer"),
        error_messages={"required": ADDRESS.required, "invalid": NO_ADDRESS},
        help_text=_("They need the role of a trainer on the portal."),
    )


class MoveForm(forms.Form):
    """To which of the trainer's cohorts somebody goes."""

    to = forms.ModelChoiceField(Cohort.objects.none(), label=_("Group"), empty_label=None)

    def __init__(self, *args: Any, to: QuerySet[Cohort], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = to  # type: ignore[attr-defined]


class ListForm(forms.Form):
    """Addresses, pasted or in a table; it reads them into `people` and `problems` of lines."""

    addresses = forms.CharField(
        label=_("E-mail addresses"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("One on each line, or with commas or semicolons between them."),
    )
    table = forms.FileField(
        label=_("Or a table"),
        required=False,
        widget=forms.FileInput({"accept": ".csv,.xlsx"}),
        help_text=_(
            "CSV or Excel (XLSX), up to 1 MB. The first line names the columns: “E-mail address”, "
            "and if you wish “Name and surname” and “Language” (sq or en)."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the message"),
        choices=site_languages,
        help_text=_("For those for whom the table names none."),
    )

    def __init__(self, *args: Any, is_too_large: bool = False, **kwargs: Any) -> None:
        """Take whether what was sent is so large that none of it was read."""
        super().__init__(*args, **kwargs)
        self.is_too_large = is_too_large

    def clean(self) -> dict[str, Any]:
        """Read what was brought; what cannot be read at all is said by its field."""
        said = super().clean() or {}
        self.people: list[Invitee] = []
        self.problems: list[Problem] = []
        if not self.errors:
            self._refuse_what_is_not_one(said)
        if not self.errors:
            self._read(said)
        return said

    def _refuse_what_is_not_one(self, said: dict[str, Any]) -> None:
        text, table = said["addresses"].strip(), said.get("table")
        if self.is_too_large:
            too_large = _(
                "What you sent is larger than 1 MB, so none of it was read. Save the table as "
                "CSV with the columns for addresses, names and languages only, or split it: at "
                "most %(number)s people in each."
            )
            self.add_error("table", too_large % {"number": MOST_PEOPLE})
        elif text and table:
            self.add_error("addresses", _("Write addresses or choose a table, not both."))
        elif not text and not table:
            self.add_error("addresses", _("Write addresses or choose a table."))

    def _read(self, said: dict[str, Any]) -> None:
        table = said.get("table")
        read, brought, name = (
            (read_table, table, "table") if table else (read_list, said["addresses"], "addresses")
        )
        try:
            self.people, self.problems = read(brought, said["language"])
        except forms.ValidationError as fault:
            self.add_error(name, fault)
