"""The rounds of the programme, and how one is opened and closed."""

from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton

from mentoring.desk.confirming import DeskFormView, DeskReport, DeskView
from mentoring.models import Round
from mentoring.requests.actions import close_round
from mentoring.rounds import open_round
from portal.publishing.refusals import RefusedError


def state_of(each: Round) -> str:
    """Return in a word whether people can ask in a round."""
    if not each.is_open:
        return gettext("closed")
    return gettext("open") if each in Round.objects.today() else gettext("open, not on these days")


class Rounds(DeskReport):
    """The rounds, the newest first."""

    model = Round
    page_title = _("Rounds of mentoring")
    header_icon = "calendar"
    name = "mentoring_rounds"
    empty = _("There was no round yet. While none is open, nobody can join or ask.")
    columns = [
        TitleColumn(
            "round",
            label=_("Round"),
            accessor=str,
            get_url=lambda each: (
                reverse("close_mentoring_round", args=[each.pk]) if each.is_open else None
            ),
        ),
        Column("state", label=_("Status"), accessor=state_of),
        Column("count", label=_("Requests")),
        DateColumn("closed_at", label=_("Closed")),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to open a round, while none is open."""
        if Round.objects.filter(is_open=True).exists():
            return []
        url = reverse("open_mentoring_round")
        return [HeaderButton(gettext("Open a round"), url=url, icon_name="plus")]

    def get_queryset(self) -> QuerySet[Round]:
        return Round.objects.annotate(count=Count("requests")).order_by("-opens_on", "-pk")


class RoundForm(forms.ModelForm):
    """The days of a round."""

    class Meta:
        model = Round
        fields = ("opens_on", "closes_on")
        widgets = {"opens_on": AdminDateInput, "closes_on": AdminDateInput}

    def clean(self) -> dict[str, Any]:
        """Say by the field that the last day is before the first."""
        said = super().clean() or {}
        first, last = said.get("opens_on"), said.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", gettext("The last day is before the first day."))
        return said


class OpenRoundView(DeskFormView):
    page_title = _("Open a round")
    header_icon = "calendar"
    question = _(
        "While a round is open, people can join the programme and mentees can ask mentors. Only "
        "one round can be open at a time."
    )
    button = _("Open the round")
    done = _("The round is open.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_rounds")

    @cached_property
    def form(self) -> RoundForm:
        """The days."""
        return RoundForm(self.request.POST or None)

    def act(self) -> None:
        """Open it; raises RefusedError."""
        open_round(**self.form.cleaned_data, by=self.administrator)


class CloseRoundView(DeskView):
    page_title = _("Close the round")
    header_icon = "calendar"
    question = _(
        "Nobody can join or ask any more. Requests still waiting for an answer are closed, and "
        "those who sent them are told. Pairs already at work carry on."
    )
    button = _("Close the round")
    done = _("The round is closed.")

    @cached_property
    def subject(self) -> Round:
        """The round."""
        return get_object_or_404(Round, pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_rounds")

    def act(self) -> None:
        """Close it; raises RefusedError if somebody has."""
        if not self.subject.is_open:
            raise RefusedError(gettext("This round was closed already."))
        close_round(round=self.subject, by=self.administrator)
