"""Declared conflicts of interest: who should not be paired with whom."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from mentoring.desk.confirming import DeskFormView, DeskReport, DeskView
from mentoring.models import Conflict, Profile
from mentoring.safeguarding.apart import declare_of_others, withdraw


class Conflicts(DeskReport):
    """Who should not be paired with whom, as one of them or a coordinator said."""

    model = Conflict
    page_title = _("Conflicts of interest")
    header_icon = "cross"
    name = "mentoring_conflicts"
    empty = _("Nobody has declared a conflict of interest.")
    is_searchable = False
    list_export: list[str] = []
    columns = [
        TitleColumn(
            "one",
            label=_("Person"),
            accessor="one.name",
            get_url=lambda row: reverse("withdraw_conflict", args=[row.pk]),
        ),
        Column("other", label=_("Not with"), accessor="other.name"),
        DateColumn("declared_at", label=_("Declared")),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to declare one."""
        url = reverse("declare_conflict")
        return [HeaderButton(gettext("Declare a conflict"), url=url, icon_name="plus")]

    def get_queryset(self) -> QuerySet[Conflict]:
        return Conflict.objects.select_related("one", "other").order_by("-declared_at", "-pk")


class ConflictForm(forms.Form):
    """Two members."""

    one = forms.ModelChoiceField(Profile.objects.none(), label=_("Person"))
    other = forms.ModelChoiceField(Profile.objects.none(), label=_("Not with"))

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer who takes part."""
        super().__init__(*args, **options)
        for name in ("one", "other"):
            field: Any = self.fields[name]
            field.queryset = Profile.objects.filter(left_at=None).order_by("name", "pk")

    def clean(self) -> dict[str, Any]:
        """Refuse the same person twice."""
        said = super().clean() or {}
        if said.get("one") and said.get("one") == said.get("other"):
            self.add_error("other", gettext("Choose two different people."))
        return said


class ConflictView(DeskFormView):
    page_title = _("Declare a conflict")
    header_icon = "cross"
    question = _(
        "The two are not suggested to each other and cannot be paired. What is open between them, "
        "and their pair if there is one, ends. Nobody is told why."
    )
    button = _("Declare a conflict")
    done = _("The two will not be paired.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_conflicts")

    @cached_property
    def form(self) -> ConflictForm:
        """The two."""
        return ConflictForm(self.request.POST or None)

    def act(self) -> None:
        """Declare it."""
        declare_of_others(by=self.administrator, **self.form.cleaned_data)


class WithdrawConflictView(DeskView):
    page_title = _("Withdraw the conflict")
    header_icon = "cross"
    question = _("The two can be paired again, if there is no other reason against it.")
    button = _("Withdraw the conflict")
    done = _("The conflict is withdrawn.")

    @cached_property
    def row(self) -> Conflict:
        """The conflict."""
        rows = Conflict.objects.select_related("one", "other")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def subject(self) -> str:
        """The two."""
        return f"{self.row.one.name}, {self.row.other.name}"

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_conflicts")

    def act(self) -> None:
        """Take it back."""
        withdraw(conflict=self.row, by=self.administrator)
