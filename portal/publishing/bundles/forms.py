"""The forms of bundles: their name, what is added, and the hour."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from portal.languages import language_name
from portal.publishing.bundles.models import Bundle

NEW = "new"
NOW, LATER = "now", "later"


class TitleForm(forms.ModelForm):
    """The name of a bundle."""

    class Meta:
        model = Bundle
        fields = ("title",)
        labels = {"title": _("Name")}
        help_texts = {"title": _("For colleagues; readers never see it.")}


class ChooseForm(forms.Form):
    """What is added next: a page, or one of the terms where something waits."""

    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1),
        label=_("Page"),
        required=False,
        widget=AdminPageChooser(),
    )
    term = forms.ChoiceField(label=_("Term or text of the whole site"), required=False)

    def __init__(self, data: Any = None, *, terms: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        term: Any = self.fields["term"]
        term.choices = [("", _("None")), *terms]

    def clean(self) -> dict[str, Any]:
        """Ask for one of both."""
        chosen = super().clean() or {}
        if not self.errors and not (chosen.get("page") or chosen.get("term")):
            self.add_error("page", _("Choose a page or a term."))
        return chosen


class AddForm(forms.Form):
    """Into which bundle something goes, and which of its languages go with it."""

    bundle = forms.ChoiceField(label=_("Bundle"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Name of the new one"),
        max_length=120,
        required=False,
        help_text=_("Only where you choose a new one."),
        validators=Bundle._meta.get_field("title").validators,
    )
    languages = forms.MultipleChoiceField(
        label=_("Together with"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any = None, *, bundles: list[Bundle], asked: Bundle | None, others: list[Any]
    ) -> None:
        """Offer these bundles and languages; `asked` is the bundle from which somebody comes."""
        offered = bundles if asked is None or asked in bundles else [*bundles, asked]
        self.bundles = {str(each.pk): each for each in offered}
        self.others = {str(each.pk): each for each in others}
        chosen = str(asked.pk) if asked else next(iter(self.bundles), NEW)
        super().__init__(data, initial={"bundle": chosen, "languages": list(self.others)})
        fields: dict[str, Any] = self.fields
        open_ones = [(key, each.title) for key, each in self.bundles.items()]
        fields["bundle"].choices = [*open_ones, (NEW, _("A new one"))]
        fields["languages"].choices = [(str(each.pk), label_of(each)) for each in others]
        if not fields["languages"].choices:
            del fields["languages"]

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a new one."""
        chosen = super().clean() or {}
        if chosen.get("bundle") == NEW and not chosen.get("title") and "title" not in self.errors:
            self.add_error("title", _("Give it a name."))
        return chosen

    @property
    def chosen_bundle(self) -> Bundle | None:
        """The bundle that was chosen, None for a new one."""
        return self.bundles.get(self.cleaned_data["bundle"])

    @property
    def chosen_languages(self) -> list[Any]:
        """The translations that were chosen."""
        return [self.others[key] for key in self.cleaned_data.get("languages", [])]


def label_of(thing: Any) -> str:
    """Return a language and what the thing is called in it."""
    return f"{language_name(thing.locale.language_code)}: {thing}"


class HourForm(forms.Form):
    """Now, or at which hour; `seen` is what the person looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10_000)
    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("Now")), (LATER, _("At a day and hour to come"))],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    at = forms.DateTimeField(
        label=_("Day and hour"),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for an hour to come."""
        chosen = super().clean() or {}
        if chosen.get("when") != LATER or "at" in self.errors:
            return chosen
        at = chosen.get("at")
        if at is None:
            self.add_error("at", _("Choose a day and an hour."))
        elif at <= timezone.now():
            self.add_error("at", _("This hour is over. Choose one to come."))
        return chosen
