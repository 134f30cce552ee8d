"""Reports of members: who handles one reads it, opens its pair and decides."""

from collections.abc import Iterable, Iterator
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn

from mentoring.desk.confirming import DeskFormView, DeskReport
from mentoring.desk.profiles import in_lines
from mentoring.desk.requests import name_of
from mentoring.models import Attachment, Profile, Report
from mentoring.models.report import Decision
from mentoring.models.request import Change
from mentoring.pairs.attachments import respond
from mentoring.roles import COORDINATE
from mentoring.safeguarding.actions import decide, open_pair
from mentoring.safeguarding.handlers import handled_by
from mentoring.safeguarding.words import words_of
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.report import facts


def kind_of(report: Report) -> str:
    """Return what was reported, where nothing stands before it."""
    return capfirst(report.get_kind_display())


class ReportsOfMembers(DeskReport):
    """What waits for a decision, the oldest first, then what was decided."""

    model = Report
    page_title = _("Safety reports")
    header_icon = "warning"
    name = "mentoring_reports"
    waiting = ngettext_lazy(
        "%(count)s safety report is waiting for a decision",
        "%(count)s safety reports are waiting for a decision",
        "count",
    )
    empty = _("Nobody has reported anything.")
    is_searchable = False
    list_export: list[str] = []
    columns = [
        TitleColumn(
            "kind",
            label=_("What was reported"),
            accessor=kind_of,
            get_url=lambda row: reverse("mentoring_report", args=[row.pk]),
        ),
        Column("reason", label=_("What is not right"), accessor="get_reason_display"),
        DateColumn("made_at", label=_("Reported")),
        DateColumn("closed_at", label=_("Decided")),
        Column("decision", label=_("Decision"), accessor="get_decision_display"),
    ]

    def get_queryset(self) -> QuerySet[Report]:
        rows = handled_by(self.request.user)
        return rows.order_by(F("closed_at").desc(nulls_first=True), "made_at", "pk")

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many wait for somebody, who may not be told of all."""
        return handled_by(user).open().count()


class DecideForm(forms.Form):
    """What becomes of contact, whom it is about if an account is suspended, and a note."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (Decision.RESUMED, _("Let contact continue")),
            (Decision.ENDED, _("End the pair and any open request between the two")),
            (Decision.SUSPENDED, _("Suspend an account, and end everything it is part of")),
        ],
        widget=forms.RadioSelect,
    )
    whom = forms.ModelChoiceField(
        Profile.objects.none(),
        label=_("Whose account"),
        required=False,
        help_text=_("Only if you suspend one. The person is told by mail."),
    )
    note = forms.CharField(
        label=_("Note for coordinators"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Why you decide so. Neither of the two reads it."),
    )

    def __init__(self, *args: Any, report: Report, **options: Any) -> None:
        """Offer the two."""
        super().__init__(*args, **options)
        field: Any = self.fields["whom"]
        field.queryset = Profile.objects.filter(pk__in=(report.by_id or 0, report.about_id or 0))

    def clean(self) -> dict[str, Any]:
        """Ask whom where an account is suspended, and drop it elsewhere."""
        said = super().clean() or {}
        if said.get("decision") != Decision.SUSPENDED:
            said["whom"] = None
        elif not said.get("whom") and "whom" not in self.errors:
            self.add_error("whom", gettext("Choose whose account is suspended."))
        return said


class OfReport:
    """A view about one report; it is not found by whoever may not handle it."""

    kwargs: dict[str, Any]
    request: HttpRequest
    header_icon = "warning"

    @cached_property
    def report(self) -> Report:
        """The report with its two."""
        people = ("request", "by__user", "about__user", "closed_by")
        rows = handled_by(cast(User, self.request.user)).select_related(*people)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def subject(self) -> str:
        """The two, who reported first."""
        return f"{name_of(self.report.by)}, {name_of(self.report.about)}"


class ReportView(OfReport, DeskFormView):
    page_title = _("Safety report")
    question = _(
        "Contact between the two is paused until you decide. Write to each of them on their own. "
        "Both are told your decision in the same words, without names or reasons."
    )
    button = _("Save the decision")
    done = _("Your decision was saved.")

    @property
    def back(self) -> str:
        """The list."""
        return reverse("mentoring_reports")

    @cached_property
    def form(self) -> DecideForm:
        """The decision."""
        return DecideForm(self.request.POST or None, report=self.report)

    def act(self) -> None:
        """Decide; raises RefusedError if somebody has."""
        decide(report=self.report, by=self.administrator, **self.form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show what is known; what was decided stays so."""
        over: dict[str, Any] = {"form": None, "button": "", "question": ""}
        decided = over if self.report.closed_at else {}
        return super().get_context_data(**kwargs) | decided | {"details": self.details()}

    def details(self) -> Table:
        """Return the table of the report and, where the reader has opened it, of the pair."""
        return facts([*facts_of(self.report), *self.words()])

    def words(self) -> Iterator[tuple[str, Any]]:
        """Yield the words of the pair, which is written down, or the way to open it."""
        report, reader = self.report, self.administrator
        if not report.request or report.closed_at:
            return
        if not report.openings.filter(by=reader).exists():
            url = reverse("open_reported_pair", args=[report.pk])
            yield (
                gettext("Words of the two"),
                format_html(
                    '<a class="button button-secondary" href="{}">{}</a>',
                    url,
                    gettext("Open this pair"),
                ),
            )
            return
        record(Action.PAIR_READ, by=reader, of=report.request, report=report.pk)
        roles = dict(Change.By.choices)
        for each in words_of(report.request):
            about = (each.what, str(roles.get(each.by, "")), moment(each.at))
            said = format_html("{}{}", in_lines(each.text), self.links(each.files))
            yield ", ".join(filter(None, about)), said

    def links(self, files: Iterable[Attachment]) -> SafeString:
        """Return the way to each file, below what was written."""
        ways = (
            (reverse("reported_file", args=[self.report.pk, file.key]), file.name) for file in files
        )
        return format_html_join("", '<br><a href="{}">{}</a>', ways)


@require_safe
def reported_file(request: HttpRequest, pk: int, key: UUID) -> HttpResponseBase:
    """Give a file of the pair to who has opened it by a report, until that is decided."""
    reader = cast(User, request.user)
    if not reader.has_perm(COORDINATE):
        raise PermissionDenied
    open_to_reader = handled_by(reader).open().filter(openings__by=reader)
    report = get_object_or_404(open_to_reader.select_related("request"), pk=pk)
    file = get_object_or_404(Attachment, key=key, message__request=report.request)
    record(Action.PAIR_READ, by=reader, of=report.request, report=report.pk)
    return respond(file)


def moment(at: Any) -> str:
    """Return a time in words, nothing where there is none."""
    return date_format(localtime(at), "DATETIME_FORMAT") if at else ""


def person(profile: Profile | None) -> str:
    """Return who somebody is, and where the coordinator writes to them."""
    return f"{name_of(profile)}, {profile.user.email}" if profile else name_of(None)


def facts_of(report: Report) -> list[tuple[str, Any]]:
    """Return what a report says, and what was decided."""
    thing = report.request
    others = Report.objects.open().between(report.by_id, report.about_id).exclude(pk=report.pk)
    return [
        (gettext("What was reported"), kind_of(report)),
        (gettext("Reported by"), person(report.by)),
        (gettext("About whom"), person(report.about)),
        (gettext("Reported"), moment(report.made_at)),
        (gettext("What is not right"), report.get_reason_display()),
        (gettext("Their words"), in_lines(report.words)),
        (gettext("Their pair or request"), thing.get_state_display() if thing else ""),
        (gettext("Other open reports about the same two"), others.count() or ""),
        (gettext("Decided"), moment(report.closed_at)),
        (gettext("Decision"), report.get_decision_display()),
        (gettext("Decided by"), str(report.closed_by or "")),
        (gettext("Note for coordinators"), in_lines(report.note)),
    ]


class OpenForm(forms.Form):
    """Why a coordinator has to read what two people wrote to each other."""

    because = forms.CharField(
        label=_("Why do you have to read it?"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Coordinators and administrators can look this up."),
    )


class OpenPairView(OfReport, DeskFormView):
    page_title = _("Open this pair")
    question = _(
        "You can then read what the two wrote to each other, until the report is decided. Both are "
        "told so at once, in the same words. That you read it is written to the audit trail."
    )
    button = _("Open this pair")
    done = _("The pair is open to you, and both were told.")

    @property
    def back(self) -> str:
        """The report."""
        return reverse("mentoring_report", args=[self.report.pk])

    @cached_property
    def form(self) -> OpenForm:
        """The reason."""
        return OpenForm(self.request.POST or None)

    def act(self) -> None:
        """Open it; raises RefusedError if the report was decided."""
        open_pair(report=self.report, by=self.administrator, **self.form.cleaned_data)
