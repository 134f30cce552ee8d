"""The first page of the desk: what waits for the coordinator, and where it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import NumberColumn, Table, TitleColumn

from mentoring.desk.health import Health, with_health
from mentoring.desk.parts import TellingView
from mentoring.desk.requests import Waits, waiting
from mentoring.models import Profile, Request, Waiting
from mentoring.safeguarding.handlers import handled_by
from portal.accounts.models import User


@dataclass(frozen=True)
class Entry:
    """Something that waits: what it is, how much of it there is, and where it is found."""

    title: Any
    count: Callable[[User], int]
    link: Callable[[], str]


def silent_pairs(_user: User) -> int:
    """Return how many pairs have given no sign of life for a month."""
    return with_health(Request.objects.at_work()).filter(health=Health.SILENT).count()


def waiting_mentees(_user: User) -> int:
    """Return how many people are on the waiting list of a mentor."""
    return Waiting.objects.values("mentee").distinct().count()


# What waits, what is most urgent first: a further kind is a line.
ENTRIES = [
    Entry(
        _("Safety reports"),
        lambda user: handled_by(user).open().count(),
        lambda: reverse("mentoring_reports"),
    ),
    Entry(
        _("Requests that expire within three days"),
        lambda _user: waiting(Waits.EXPIRING).count(),
        lambda: f"{reverse('mentoring_pairs')}?waits={Waits.EXPIRING}",
    ),
    Entry(
        _("Profiles to review"),
        lambda _user: Profile.objects.to_review().count(),
        lambda: reverse("profiles_to_review"),
    ),
    Entry(
        _("Mentors who got a reminder and have not answered"),
        lambda _user: waiting(Waits.UNANSWERED).count(),
        lambda: f"{reverse('mentoring_pairs')}?waits={Waits.UNANSWERED}",
    ),
    Entry(
        _("Pairs with no activity for 30 days"),
        silent_pairs,
        lambda: f"{reverse('desk_pairs')}?health={Health.SILENT}",
    ),
    Entry(
        _("Mentees on a waiting list"),
        waiting_mentees,
        lambda: reverse("mentoring_waiting"),
    ),
]


class OverviewView(TellingView):
    page_title = _("What is waiting")
    header_icon = "tasks"
    question = _(
        "All coordinators see the same and may decide everything here, except reports about people "
        "close to them. If you leave, nothing is lost: whoever takes over your role finds it all, "
        "and gets the answers to what you proposed."
    )

    @property
    def back(self) -> str:
        """The first page of the admin."""
        return reverse("wagtailadmin_home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count what waits."""
        user = cast(User, self.request.user)
        rows = [
            {"title": each.title, "count": each.count(user), "url": each.link()} for each in ENTRIES
        ]
        columns = [
            TitleColumn("title", label=_("What"), get_url=lambda row: row["url"]),
            NumberColumn("count", label=_("Number")),
        ]
        return super().get_context_data(**kwargs) | {"details": Table(columns, rows)}
