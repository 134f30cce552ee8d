"""What mentoring adds to the admin: the coordinator's menu and pages."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from mentoring.desk import (
    conflicts,
    overview,
    pairs,
    profiles,
    reports,
    requests,
    rounds,
    texts,
    weights,
)
from mentoring.desk.confirming import MENU
from mentoring.roles import CHANGE_WEIGHTS, COORDINATE

menu = Menu(register_hook_name=MENU, construct_hook_name="construct_mentoring_menu")


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    """Show the menu to those who see something in it."""
    return SubmenuMenuItem(_("Mentoring"), menu, name="mentoring", icon_name="group", order=340)


class Item(MenuItem):
    """A page of the desk in the menu, for those who have its right."""

    def __init__(self, label: Any, name: str, right: str, **options: Any) -> None:
        super().__init__(label, reverse(name), name=name.replace("_", "-"), **options)
        self.right = right

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask as the page itself does."""
        return request.user.has_perm(self.right)


@hooks.register(MENU)
def register_overview() -> MenuItem:
    """Put what waits first."""
    title, icon = overview.OverviewView.page_title, overview.OverviewView.header_icon
    return Item(title, "mentoring_desk", COORDINATE, icon_name=icon, order=100)


@hooks.register(MENU)
def register_weights() -> MenuItem:
    """Put what is set once last."""
    title, icon = weights.WeightsView.page_title, weights.WeightsView.header_icon
    return Item(title, "mentoring_weights", CHANGE_WEIGHTS, icon_name=icon, order=1400)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    """Let administrators say who coordinates the programme and says what counts in it."""
    names = [right.split(".")[1] for right in (COORDINATE, CHANGE_WEIGHTS)]
    return Permission.objects.filter(content_type__app_label="mentoring", codename__in=names)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give what the coordinator does its addresses."""
    return [
        path("mentoring/", overview.OverviewView.as_view(), name="mentoring_desk"),
        path("mentoring/weights/", weights.WeightsView.as_view(), name="mentoring_weights"),
        path(
            "mentoring/texts/<slug:key>/<slug:language>/",
            texts.SentenceView.as_view(),
            name="mentoring_sentence",
        ),
        path("mentoring/pair/<int:pk>/", pairs.PairView.as_view(), name="desk_pair"),
        path("mentoring/profile/<int:pk>/", profiles.ReviewView.as_view(), name="review_profile"),
        path(
            "mentoring/profile/<int:pk>/photograph/",
            profiles.review_photograph,
            name="review_photograph",
        ),
        path("mentoring/invite/", profiles.InviteView.as_view(), name="invite_to_mentoring"),
        path("mentoring/round/", rounds.OpenRoundView.as_view(), name="open_mentoring_round"),
        path(
            "mentoring/round/<int:pk>/close/",
            rounds.CloseRoundView.as_view(),
            name="close_mentoring_round",
        ),
        path("mentoring/pair/", requests.ProposeView.as_view(), name="propose_pair"),
        path(
            "mentoring/pair/<int:pk>/withdraw/",
            requests.WithdrawProposalView.as_view(),
            name="withdraw_proposal",
        ),
        path("mentoring/pair/<int:pk>/end/", requests.EndPairView.as_view(), name="end_pair"),
        path(
            "mentoring/pair/<int:pk>/complete/",
            requests.CompletePairView.as_view(),
            name="complete_pair",
        ),
        path("mentoring/report/<int:pk>/", reports.ReportView.as_view(), name="mentoring_report"),
        path(
            "mentoring/report/<int:pk>/open/",
            reports.OpenPairView.as_view(),
            name="open_reported_pair",
        ),
        path(
            "mentoring/report/<int:pk>/file/<uuid:key>/",
            reports.reported_file,
            name="reported_file",
        ),
        path("mentoring/conflict/", conflicts.ConflictView.as_view(), name="declare_conflict"),
        path(
            "mentoring/conflict/<int:pk>/withdraw/",
            conflicts.WithdrawConflictView.as_view(),
            name="withdraw_conflict",
        ),
    ]
