"""The audit trail as administrators read it, which is written down too."""

from collections import OrderedDict
from datetime import timedelta
from typing import Any, cast

import django_filters
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy

from portal.accounts.models import User
from portal.desk import without_formula
from portal.personal.audit import Action, Event, record
from portal.report import Report

# Filtering and turning pages is one reading.
ONE_READING = timedelta(minutes=15)


def people(request: HttpRequest) -> QuerySet[User]:
    """Return those whom the trail names."""
    by, about = (Event.objects.order_by().values(name) for name in ("by", "about"))
    return User.objects.filter(Q(pk__in=by) | Q(pk__in=about)).order_by("email")


class AuditFilterSet(WagtailFilterSet):
    """Who did it or had it done to them, what, and when."""

    person = django_filters.ModelChoiceFilter(
        label=_("Person"), queryset=people, method="concerning"
    )
    action = django_filters.MultipleChoiceFilter(label=_("Action"), choices=Action.choices)
    at = django_filters.DateFromToRangeFilter(label=_("Time"), widget=DateRangePickerWidget)

    class Meta:
        model = Event
        fields: list[str] = []

    def concerning(self, events: QuerySet[Event], name: str, person: User) -> QuerySet[Event]:
        """Return what a person did, or what was done to them."""
        return events.filter(Q(by=person) | Q(about=person))


class AuditTrail(Report):
    """A report on who did what to whom; administrators alone read it."""

    page_title = _("Audit trail")
    name = "audit_trail"
    header_icon = "history"
    any_permission_required = ["view"]
    permission_policy = ModelPermissionPolicy(Event)
    filterset_class = AuditFilterSet
    default_ordering = "-at"
    empty = _("Nothing was written down in this time.")
    export_filename = "audit-trail"
    list_export = ["at", "by", "get_action_display", "about", "record", "details"]
    export_headings = {
        "at": _("Time"),
        "by": _("Done by"),
        "get_action_display": _("Action"),
        "about": _("Person concerned"),
        "record": _("Record"),
        "details": _("Details"),
    }
    columns = [
        Column("at", label=_("Time"), sort_key="at"),
        Column("by", label=_("Done by")),
        Column("get_action_display", label=_("Action"), sort_key="action"),
        Column("about", label=_("Person concerned")),
        Column("record", label=_("Record")),
        Column("details", label=_("Details")),
    ]

    def get_base_queryset(self) -> QuerySet[Event]:
        """Return the events with their people."""
        return Event.objects.select_related("by", "about")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show or hand out the trail, and write down that it was read."""
        reader = cast(User, request.user)
        if self.is_export:
            record(Action.AUDIT_EXPORTED, by=reader)
        elif not _was_reading(reader):
            record(Action.AUDIT_READ, by=reader)
        return super().get(request, *args, **kwargs)

    def to_row_dict(self, item: Event) -> OrderedDict[str, Any]:
        """Return a row as it is downloaded; a name is never a formula."""
        row = super().to_row_dict(item)
        names = {key: without_formula(str(row[key] or "")) for key in ("by", "about")}
        return OrderedDict(row, **names)


def _was_reading(user: User) -> bool:
    recent = Event.objects.filter(by=user, action=Action.AUDIT_READ, at__gt=Now() - ONE_READING)
    return recent.exists()


REPORTS = [AuditTrail]
