"""Requests and pairs for the coordinator, who proposes pairs, and withdraws and ends them."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import Case, QuerySet, TextChoices, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from mentoring.desk.confirming import DeskFormView, DeskReport, DeskView
from mentoring.models import Profile, Request
from mentoring.models.request import OPEN, PAIRED, State
from mentoring.requests.actions import complete, end, propose, withdraw
from mentoring.requests.forms import ProposeForm
from mentoring.requests.rules import By
from mentoring.requests.sentences import STANDS
from mentoring.requests.steps import Actor
from portal.publishing.refusals import RefusedError
from portal.report import DayColumn

# What the coordinator can decide about a request, by its state: the address that asks once more.
DECIDED_AT = {State.PROPOSED: "withdraw_proposal"}
# After these a mentee may need another mentor.
NEEDS_ANOTHER = (State.DECLINED, State.EXPIRED)


class Waits(TextChoices):
    """What of the requests that wait needs somebody's eye."""

    EXPIRING = "expiring", _("expire within three days")
    UNANSWERED = "unanswered", _("the mentor was reminded and has not answered")


EXPIRES_SOON = timedelta(days=3)


def waiting(which: str) -> QuerySet[Request]:
    """Return the requests that wait in one of these ways."""
    rows = Request.objects.open()
    if which == Waits.EXPIRING:
        return rows.filter(due_at__lte=timezone.now() + EXPIRES_SOON)
    return rows.filter(mentor_agreed_at=None, reminders__gt=0)


class RequestsFilterSet(WagtailFilterSet):
    """How far they have come, and which of them need somebody's eye."""

    waits = django_filters.ChoiceFilter(
        label=_("Waits"),
        choices=Waits.choices,
        method=lambda rows, _name, which: rows.filter(pk__in=waiting(which).values("pk")),
    )
    state = django_filters.ChoiceFilter(
        label=_("Status"), choices=[each for each in State.choices if each[0] != State.DRAFT]
    )

    class Meta:
        model = Request
        fields: list[str] = []


def name_of(profile: Profile | None) -> str:
    """Return the name of a person, who may have been erased."""
    return profile.name if profile else gettext("somebody who is no longer here")


def waits_since(row: Request) -> Any:
    """Return since when a request waits for an answer."""
    return row.sent_at if row.is_open else None


def due_at(row: Request) -> Any:
    """Return when a request ends by itself that waits for an answer."""
    return row.due_at if row.is_open else None


def address_of(row: Request) -> str | None:
    """Return where a pair is shown, a request is decided about, or another pair is proposed."""
    if row.state in PAIRED:
        return reverse("desk_pair", args=[row.pk])
    if row.state in DECIDED_AT:
        return reverse(DECIDED_AT[State(row.state)], args=[row.pk])
    if row.state in NEEDS_ANOTHER and row.mentee:
        return f"{reverse('propose_pair')}?mentee={row.mentee_id}"
    return None


class Requests(DeskReport):
    """Who asked whom and what became of it; what ends next stands first."""

    model = Request
    page_title = _("Requests")
    header_icon = "group"
    name = "mentoring_pairs"
    empty = _("Nobody has asked a mentor yet.")
    filterset_class = RequestsFilterSet
    export_filename = "mentoring-requests"
    columns = [
        TitleColumn(
            "mentee",
            label=_("Mentee"),
            accessor=lambda row: name_of(row.mentee),
            get_url=address_of,
        ),
        Column("mentor", label=_("Mentor"), accessor=lambda row: name_of(row.mentor)),
        Column("state", label=_("Status"), accessor="get_state_display"),
        DateColumn("sent_at", label=_("Waits since"), accessor=waits_since),
        DayColumn("due_at", label=_("Expires on"), accessor=due_at),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer to propose a pair."""
        return [HeaderButton(gettext("Propose a pair"), reverse("propose_pair"), icon_name="plus")]

    def get_queryset(self) -> QuerySet[Request]:
        rows = Request.objects.exclude(state=State.DRAFT).select_related("mentee", "mentor")
        is_over = Case(When(state__in=OPEN, then=0), default=1)
        return rows.order_by(is_over, "due_at", "pk")


class ProposeView(DeskFormView):
    page_title = _("Propose a pair")
    header_icon = "group"
    question = _(
        "Both are told, and have two weeks to agree. The pair begins only if both do. Neither "
        "sees the other’s answer beforehand."
    )
    button = _("Propose")
    done = _("The proposal was sent to both.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_pairs")

    @cached_property
    def form(self) -> forms.Form:
        """The two, and what is said to them."""
        chosen = {name: self.request.GET.get(name) for name in ("mentee", "mentor")}
        return ProposeForm(self.request.POST or None, initial=chosen)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Propose them; what was typed stays where it is refused."""
        try:
            return super().post(request, *args, **kwargs)
        except RefusedError as refused:
            self.form.add_error(None, refused.messages)
            return self.get(request, *args, **kwargs)

    def act(self) -> None:
        """Propose them; raises RefusedError."""
        propose(**self.form.cleaned_data, by=self.administrator)


class StepView(DeskView):
    """Takes a step of a request as the coordinator."""

    header_icon = "group"
    state: State
    step: Any

    @cached_property
    def row(self) -> Request:
        """The request."""
        rows = Request.objects.select_related("mentee", "mentor").exclude(state=State.DRAFT)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def subject(self) -> str:
        """Who they are."""
        return f"{name_of(self.row.mentee)}, {name_of(self.row.mentor)}"

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_pairs")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, where there still is something to decide; else say how it stands."""
        if self.row.state != self.state:
            messages.warning(request, STANDS[State(self.row.state)])
            return redirect(self.back)
        return super().get(request, *args, **kwargs)

    def act(self) -> None:
        """Take it; raises RefusedError."""
        type(self).step(request=self.row, by=Actor(By.COORDINATOR, self.administrator))


class WithdrawProposalView(StepView):
    page_title = _("Withdraw the proposal")
    question = _("Both are told that they no longer need to answer.")
    button = _("Withdraw the proposal")
    done = _("The proposal was withdrawn.")
    state, step = State.PROPOSED, staticmethod(withdraw)


class EndPairView(StepView):
    page_title = _("End the pair")
    question = _("The pair ends early, and both are told so. They need not know why.")
    button = _("End the pair")
    done = _("The pair has ended.")
    state, step = State.ACCEPTED, staticmethod(end)


class CompletePairView(StepView):
    page_title = _("Mark the pair as completed")
    question = _(
        "For a pair that has done its work, if neither of the two has said so. Both are told, and "
        "get a certificate if they met often enough."
    )
    button = _("Mark the pair as completed")
    done = _("The pair is marked as completed.")
    state, step = State.ACCEPTED, staticmethod(complete)
