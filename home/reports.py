"""The report of all numbers and offices that visitors are shown, and when each was checked."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import page_permission_policy

from portal.furniture.models import Furniture
from portal.publishing.rights import may_publish
from portal.report import DayColumn, Report, RowPaginator
from projects.models import MunicipalityPage

# A number that was right half a year ago may lead nowhere now.
CHECKED_FOR = timedelta(days=183)


class Number(NamedTuple):
    """A helpline or an office as it stands in the source, and where editors change it."""

    name: str
    number: str
    place: str
    checked_on: date | None
    edit_url: str

    @property
    def check_by(self) -> date:
        """The day by which somebody should call it again; what nobody checked is overdue."""
        return self.checked_on + CHECKED_FOR if self.checked_on else date.min

    @property
    def due(self) -> date | None:
        """The same as people read it: nothing where there was no check."""
        return self.check_by if self.checked_on else None

    @property
    def state(self) -> Any:
        """The day of the last check, or that there was none."""
        return self.checked_on or _("Not yet checked")


class NumbersView(Report):
    """What nobody has checked first, then what was checked longest ago."""

    page_title = _("Numbers to check")
    header_icon = "mobile-alt"
    name = "numbers"
    waiting = ngettext_lazy(
        "%(count)s number or office is to be checked",
        "%(count)s numbers or offices are to be checked",
        "count",
    )
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
    paginator_class = RowPaginator
    columns = [
        TitleColumn("name", label=_("Name"), get_url=lambda row: row.edit_url),
        Column("number", label=_("Telephone number")),
        Column("place", label=_("Where")),
        Column("state", label=_("Last checked")),
        DayColumn("due", label=_("To be checked by")),
    ]
    list_export = ["name", "number", "place", "state", "due"]
    export_headings = {
        "name": _("Name"),
        "number": _("Telephone number"),
        "place": _("Where"),
        "state": _("Last checked"),
        "due": _("To be checked by"),
    }

    def get_queryset(self) -> list[Number]:
        """Return the numbers of the source language, those that nobody checked longest first."""
        return sorted(numbers(), key=lambda row: (row.check_by, row.place, row.name))

    @classmethod
    def failures_for(cls, user: Any) -> int:
        """Return how many are overdue of those that somebody may change."""
        today = timezone.localdate()
        return sum(row.check_by < today for row in numbers(user))


def numbers(user: Any = None) -> list[Number]:
    """Return all of them, or those that somebody may change."""
    return [*_helplines(user), *_offices(user)]


def _helplines(user: Any = None) -> Iterator[Number]:
    sources = Furniture.objects.filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
    for furniture in filter(partial(may_publish, user), sources):
        address = reverse(
            furniture.snippet_viewset.get_url_name("edit"),
            args=[furniture.pk],
        )
        for value in (block.value for block in furniture.helplines):
            yield Number(
                value["name"], value["number"], furniture.name, value["checked_on"], address
            )


def _offices(user: Any = None) -> Iterator[Number]:
    pages = MunicipalityPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    if user:
        mine = page_permission_policy.instances_user_has_permission_for(user, "change")
        pages = pages.filter(pk__in=mine.order_by().values("pk"))
    for page in pages:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        for value in (block.value for block in page.offices):
            yield Number(
                value["name"], value["number"] or "", page.title, value["checked_on"], address
            )


REPORTS = [NumbersView]
