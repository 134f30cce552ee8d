"""What mentoring adds to the admin: the coordinator's menu and pages."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from mentoring.desk import profiles, reports, requests, rounds
from mentoring.desk.confirming import MENU
from mentoring.roles import COORDINATE

menu = Menu(register_hook_name=MENU, construct_hook_name="construct_mentoring_menu")


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    """Show the menu to those who see something in it."""
    return SubmenuMenuItem(_("Mentoring"), menu, name="mentoring", icon_name="group", order=340)


@hooks.register("register_permissions")
def register_permission_to_coordinate() -> QuerySet[Permission]:
    """Let administrators say who coordinates the programme."""
    app_label, codename = COORDINATE.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """Give what the coordinator does its addresses."""
    return [
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
        path("mentoring/report/<int:pk>/", reports.ReportView.as_view(), name="mentoring_report"),
        path(
            "mentoring/report/<int:pk>/open/",
            reports.OpenPairView.as_view(),
            name="open_reported_pair",
        ),
        path("mentoring/conflict/", reports.ConflictView.as_view(), name="declare_conflict"),
        path(
            "mentoring/conflict/<int:pk>/withdraw/",
            reports.WithdrawConflictView.as_view(),
            name="withdraw_conflict",
        ),
    ]
