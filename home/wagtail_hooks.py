"""The editors' way to the report of numbers."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from home.reports import NumbersView


class NumbersItem(MenuItem):
    """The report, for those who may change pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may read it."""
        return page_permission_policy.user_has_permission(request.user, "change")


@hooks.register("register_admin_urls")
def register_numbers() -> list[URLPattern]:
    """Give the report, and its results, an address."""
    view = NumbersView
    return [
        path("reports/numbers/", view.as_view(), name="numbers"),
        path("reports/numbers/results/", view.as_view(results_only=True), name="numbers_results"),
    ]


@hooks.register("register_reports_menu_item")
def register_numbers_item() -> MenuItem:
    """Show which numbers nobody has checked."""
    view = NumbersView
    return NumbersItem(
        view.page_title, reverse("numbers"), name="numbers", icon_name=view.header_icon, order=1300
    )
