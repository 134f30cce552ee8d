"""Pairs for the coordinator: how each is doing, what happened, and another mentor if it ended."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn

from mentoring.desk.confirming import DeskReport
from mentoring.desk.health import Health, with_health
from mentoring.desk.parts import Buttons, Parts, TellingView, Text
from mentoring.desk.requests import name_of
from mentoring.matching.suggestions import Suggestion, suggestions
from mentoring.models import Request
from mentoring.models.request import AT_WORK, PAIRED, State
from portal.report import DayColumn, RowPaginator, day_of, facts

MOST = 5  # suggestions


def health_of(pair: Any) -> str:
    """Return in words how a pair is doing."""
    return str(Health(pair.health).label)


class PairsFilterSet(WagtailFilterSet):
    """How they are doing, and how far they have come."""

    health = django_filters.ChoiceFilter(label=_("How it is going"), choices=Health.choices)
    state = django_filters.ChoiceFilter(
        label=_("Status"), choices=[each for each in State.choices if each[0] in PAIRED]
    )

    class Meta:
        model = Request
        fields: list[str] = []


class Pairs(DeskReport):
    """Who works with whom; who has given no sign of life for longest stands first."""

    model = Request
    page_title = pgettext_lazy("mentoring", "Pairs")
    header_icon = "group"
    name = "desk_pairs"
    empty = _("No pair has begun yet.")
    filterset_class = PairsFilterSet
    paginator_class = RowPaginator
    export_filename = "mentoring-pairs"
    columns = [
        TitleColumn(
            "mentee",
            label=_("Mentee"),
            accessor=lambda pair: name_of(pair.mentee),
            get_url=lambda pair: reverse("desk_pair", args=[pair.pk]),
        ),
        Column("mentor", label=_("Mentor"), accessor=lambda pair: name_of(pair.mentor)),
        DayColumn("answered_at", label=_("Since")),
        Column("state", label=_("Status"), accessor="get_state_display"),
        DateColumn("last_sign", label=_("Last activity")),
        Column("health", label=_("How it is going"), accessor=health_of),
    ]

    def get_queryset(self) -> QuerySet[Request]:
        pairs = with_health(Request.objects.filter(state__in=PAIRED))
        # By the alphabet, what is at work stands before what has ended.
        return pairs.select_related("mentee", "mentor").order_by("state", "last_sign", "pk")


class PairView(TellingView):
    """A pair: how it goes, its history, and what the coordinator can do."""

    page_title = pgettext_lazy("mentoring", "Pair")
    header_icon = "group"
    question = _(
        "You see the status and dates. What the two write to each other is private, unless a "
        "report opens it to you."
    )

    @cached_property
    def pair(self) -> Any:
        """The pair."""
        pairs = with_health(Request.objects.filter(state__in=PAIRED))
        rows = pairs.select_related("mentee__user", "mentee__municipality", "mentor")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def subject(self) -> str:
        """Who they are."""
        return f"{name_of(self.pair.mentee)}, {name_of(self.pair.mentor)}"

    @property
    def back(self) -> str:
        """The list."""
        return reverse("desk_pairs")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show how it stands, what happened and what can be done."""
        parts = [(_("Status now"), standing(self.pair)), (_("History"), history(self.pair))]
        if self.pair.state in AT_WORK:
            ways = {"complete_pair": _("Mark the pair as completed"), "end_pair": _("End the pair")}
            links = [(reverse(name, args=[self.pair.pk]), text) for name, text in ways.items()]
            parts.append((_("What you can do"), Buttons(links)))
        elif self.pair.state == State.ENDED_EARLY:
            parts.append((_("Another mentor"), another(self.pair)))
        return super().get_context_data(**kwargs) | {"details": Parts(*parts)}


def standing(pair: Any) -> Table:
    """Return what the report says of a pair, line by line."""
    return facts(
        [
            (_("Mentee"), name_of(pair.mentee)),
            (_("Mentor"), name_of(pair.mentor)),
            (_("Since"), day_of(pair.answered_at)),
            (_("Status"), pair.get_state_display()),
            (_("Last activity"), day_of(pair.last_sign)),
            (_("How it is going"), health_of(pair)),
        ]
    )


def history(pair: Request) -> Table:
    """Return the steps of a pair, the first first, by whom they were taken."""
    columns = [
        DayColumn("at", label=_("Day")),
        Column("state", label=_("Status"), accessor="get_state_display"),
        Column("by", label=_("Taken by"), accessor="get_by_display"),
    ]
    return Table(columns, pair.changes.order_by("at", "pk"))


def another(pair: Request) -> Any:
    """Return the mentors who fit the mentee best, each with what leads to the proposal."""
    mentee = pair.mentee
    if not mentee or mentee.left_at or not mentee.user.is_active or not mentee.is_mentee:
        return Text(_("The mentee no longer looks for a mentor."))
    found = [
        each for each in suggestions(mentee, MOST + 1) if each.mentor.profile.pk != pair.mentor_id
    ][:MOST]
    if not found:
        return Text(_("No mentor in the directory fits at present. Invite somebody."))
    columns = [
        TitleColumn("name", label=_("Mentor"), accessor=name_of_mentor, get_url=proposal(mentee)),
        Column("reasons", label=_("Reasons, as the mentee reads them"), accessor=in_words),
    ]
    return Table(columns, found)


def name_of_mentor(each: Suggestion) -> str:
    """Return whom to propose."""
    return gettext("Propose %(name)s") % {"name": each.mentor.profile.name}


def in_words(each: Suggestion) -> str:
    """Return why a mentor fits, and why not."""
    return " ".join(reason.text for reason in each.reasons)


def proposal(mentee: Any) -> Any:
    """Return what gives the address of the form that proposes a mentor to somebody."""
    return lambda each: (
        f"{reverse('propose_pair')}?"
        f"{urlencode({'mentee': mentee.pk, 'mentor': each.mentor.profile.pk})}"
    )
