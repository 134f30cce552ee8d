"""What a member says of themselves, in parts that fit on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile
from mentoring.models.profile import MOST_MENTEES, Audience, Language, Meeting, Part, Times
from mentoring.profiles.photographs import small
from mentoring.profiles.terms import choices
from portal.accounts.forms import NOT_CHOSEN
from portal.contacts import neutral
from portal.inputs import DayInput, capitalised

LARGEST = 8 * 1024 * 1024  # bytes of a photograph
TEXTS = ("headline", "headline_en", "about", "about_en", "goals")
MENTOR = _("I offer time as a mentor")
MENTEE = _("I look for a mentor")
NO_CONTACTS = _(
    "Please leave out e-mail addresses, telephone numbers and links to profiles elsewhere. You "
    "write to each other through the portal."
)


@dataclass(frozen=True)
class Section:
    """A part of the form: the names of its fields, and what is said above them.

    A part for one `role` is hidden from others; one that `is_folded` is closed at first.
    """

    title: Any
    names: tuple[str, ...]
    help: Any = ""
    role: str = ""
    is_folded: bool = False


AUDIENCES = tuple(f"sees_{part}" for part in Part)
SECTIONS = (
    Section(_("Mentor, mentee or both"), ("is_mentor", "is_mentee")),
    Section(_("Who you are"), ("name", "position", "organisation", "municipality"), NO_CONTACTS),
    Section(
        _("About your work"),
        ("headline", "about"),
        _("Write in Albanian, in English or in both. Each reader sees their own language first."),
    ),
    Section(_("About your work, in English"), ("headline_en", "about_en"), is_folded=True),
    Section(
        _("Your fields"),
        ("needs", "skills", "integration_models"),
        _("As a mentor: what you can help with. As a mentee: what you want to talk about."),
    ),
    Section(
        _("Languages and ways of meeting"),
        ("languages", "meetings", "times", "time_zone", "available_from"),
    ),
    Section(_("Your time as a mentor"), ("hours_a_month", "capacity"), role="mentor"),
    Section(_("What you want to learn"), ("goals",), role="mentee"),
    Section(
        _("Conflicts of interest"),
        ("manager_office", "accepts_own_institution"),
        _("This is never shown to anybody. The portal only compares it."),
    ),
    Section(
        _("Who sees what"),
        AUDIENCES,
        _(
            "Nobody sees anything of a mentor before the coordinator has read it. Then each part "
            "is shown to those whom you choose here. Whom you work with always sees all of it."
        ),
        is_folded=True,
    ),
)


class JoinForm(forms.Form):
    """As what somebody joins, and that they accept the code of conduct."""

    is_mentor = forms.BooleanField(label=MENTOR, required=False)
    is_mentee = forms.BooleanField(label=MENTEE, required=False)
    accepts = forms.BooleanField(
        label=_("I have read the code of conduct and accept it"),
        error_messages={"required": _("To join, please accept the code of conduct.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two at least."""
        return _with_a_role(self, super().clean() or {})


class ProfileForm(forms.ModelForm):
    """Everything that a member says of themselves but the photograph."""

    # Who opened the form, see `portal.accounts.typed`.
    by = forms.CharField(widget=forms.HiddenInput, required=False)
    languages = forms.MultipleChoiceField(
        label=_("I can talk in"),
        choices=Language,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    meetings = forms.MultipleChoiceField(
        label=_("I can meet"),
        choices=capitalised(Meeting),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    times = forms.MultipleChoiceField(
        label=_("I usually have time on"),
        choices=capitalised(Times),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Profile
        fields = [name for section in SECTIONS for name in section.names if name not in AUDIENCES]
        widgets = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "position": forms.TextInput({"autocomplete": "organization-title"}),
            "organisation": forms.TextInput({"autocomplete": "organization"}),
            **dict.fromkeys(("about", "about_en", "goals"), forms.Textarea({"rows": 5})),
            "needs": forms.CheckboxSelectMultiple,
            "skills": forms.CheckboxSelectMultiple,
            "integration_models": forms.CheckboxSelectMultiple,
            "available_from": DayInput,
            "hours_a_month": forms.NumberInput({"min": 1, "max": 40}),
            "capacity": forms.NumberInput({"min": 1, "max": MOST_MENTEES}),
        }
        help_texts = {
            "time_zone": _("Times of meetings are shown to you by the clock of this place."),
            "available_from": _("Leave it empty if you can begin now."),
            "manager_office": _("The office that your line manager leads."),
        }
        error_messages = {"name": {"required": _("Write your name and surname.")}}

    def __init__(self, *args: Any, **options: Any) -> None:
        """Name the terms in the visitor's language, and ask for each part who sees it."""
        super().__init__(*args, **options)
        self.initial["by"] = str(self.instance.user.key)
        of_kind = choices()
        kinds = {"needs": "need", "skills": "skill", "integration_models": "modelpage"}
        for name, kind in kinds.items():
            field = self._field(name)
            field.queryset = field.queryset.filter(pk__in=[pk for pk, _name in of_kind[kind]])
            field.choices = of_kind[kind]
        self._field("municipality").choices = [("", NOT_CHOSEN), *of_kind["municipality"]]
        for part in Part:
            self.fields[f"sees_{part}"] = forms.ChoiceField(
                label=capfirst(part.label),
                choices=capitalised(Audience),
                initial=self.instance.audience_of(part),
            )

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that somebody else had opened in this browser, and one without a role."""
        said = _with_a_role(self, super().clean() or {})
        if said.get("by") != str(self.instance.user.key):
            raise forms.ValidationError(
                _("Somebody else was signed in when this form was opened. Nothing was saved.")
            )
        return said | {name: neutral(said[name]) for name in TEXTS if name in said}

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, by the names of the profile's fields."""
        said = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return said | {"audiences": {part: self.cleaned_data[f"sees_{part}"] for part in Part}}

    def sections(self) -> Iterator[tuple[Section, list[BoundField]]]:
        """Yield each part of the form with its fields."""
        for section in SECTIONS:
            yield section, [self[name] for name in section.names]

    def held(self, section: Section) -> Any:
        """Say in a few words what a part holds."""
        values = {str(self[name].value() or "") for name in section.names}
        if section.names != AUDIENCES:
            return _("not filled in yet") if values == {""} else _("filled in")
        return dict(Audience.choices).get(*values) if len(values) == 1 else _("varies by part")


class PauseForm(forms.Form):
    """Until when somebody pauses, if they know."""

    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=DayInput,
        help_text=_("Leave it empty if you do not know yet. You need not say why."),
    )

    def clean_until(self) -> Any:
        """Refuse a day that is not after today."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate() + timedelta(days=1):
            raise forms.ValidationError(_("Choose a day after today."))
        return until


class PhotographForm(forms.Form):
    """A picture of a person, made small."""

    photograph = forms.FileField(
        label=_("Photograph"),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_(
            "JPEG, PNG or WebP, up to 8 MB. We cut it to a square, make it small and remove where "
            "and when it was taken."
        ),
        error_messages={"required": _("Choose a picture.")},
    )

    def clean_photograph(self) -> Any:
        """Return the picture as it is kept."""
        upload = self.cleaned_data["photograph"]
        if upload.size > LARGEST:
            raise forms.ValidationError(
                _("This picture is larger than 8 MB. Make it smaller, or choose another.")
            )
        return small(upload)


def _with_a_role(form: forms.BaseForm, said: dict[str, Any]) -> dict[str, Any]:
    if not said.get("is_mentor") and not said.get("is_mentee"):
        form.add_error("is_mentor", _("Choose one of the two, or both."))
    return said
