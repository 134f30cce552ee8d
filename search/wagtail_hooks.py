"""The editors' menu for best bets and synonyms, and the reports on what visitors looked for."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.index.follow import follow
from search.models import BestBet, CryList, SynonymSet
from search.reports import DaysView, FruitlessView, PopularView, SearchesView


@hooks.register("after_bulk_action")
def follow_bulk_action(
    request: HttpRequest, action_type: str, objects: list[Model], action_class_instance: Any
) -> None:
    """Have the index follow what was changed together, which some actions do by one UPDATE."""
    for row in objects:
        follow(row)


class CreateFromQueryView(CreateView):
    """The form of something new, with what the address says filled in."""

    def get_initial(self) -> dict[str, Any]:
        """Return the values that a report gave."""
        return super().get_initial() | self.request.GET.dict()


class BestBetViewSet(SnippetViewSet):
    """Best bets by language."""

    model = BestBet
    icon = "pick"
    add_view_class = CreateFromQueryView
    copy_view_enabled = False
    list_display = ["__str__", "language"]
    list_filter = ["language"]
    search_fields = ["queries"]


class SynonymSetViewSet(SnippetViewSet):
    """Sets of synonyms by language."""

    model = SynonymSet
    icon = "link"
    add_view_class = CreateFromQueryView
    copy_view_enabled = False
    list_display = ["__str__", "language"]
    list_filter = ["language"]
    search_fields = ["expressions", "other_expressions"]


class CryListViewSet(SnippetViewSet):
    """The words after which help stands above the results, by language."""

    model = CryList
    icon = "help"
    copy_view_enabled = False
    list_display = ["__str__"]


class SearchGroup(SnippetViewSetGroup):
    """What editors do for those who search."""

    menu_label = _("Site search")
    menu_icon = "search"
    menu_order = 330
    items = [BestBetViewSet, SynonymSetViewSet, CryListViewSet]


register_snippet(SearchGroup)


@hooks.register("register_permissions")
def register_permission_to_read() -> QuerySet[Permission]:
    """Let administrators say who reads what visitors looked for."""
    return Permission.objects.filter(
        content_type__app_label="portal_search", codename="view_askedquery"
    )


REPORTS: list[type[SearchesView]] = [FruitlessView, PopularView, DaysView]


@hooks.register("register_admin_urls")
def register_search_reports() -> list[URLPattern]:
    """Give each report, and its results which filters reload, an address."""
    urls = []
    for view in REPORTS:
        address = f"reports/{view.export_filename}/"
        urls += [
            path(address, view.as_view(), name=view.index_url_name),
            path(
                f"{address}results/",
                view.as_view(results_only=True),
                name=view.index_results_url_name,
            ),
        ]
    return urls


class SearchReportItem(MenuItem):
    """A report for those who may read what visitors looked for."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may read it."""
        policy = SearchesView.permission_policy
        return policy.user_has_any_permission(request.user, SearchesView.any_permission_required)


def report_item(view: type[SearchesView], order: int) -> MenuItem:
    """Return the menu's entry for a report."""
    return SearchReportItem(
        view.page_title,
        reverse(view.index_url_name),
        name=view.index_url_name,
        icon_name=view.header_icon,
        order=order,
    )


@hooks.register("register_reports_menu_item")
def register_fruitless_searches() -> MenuItem:
    """Show what was not found."""
    return report_item(FruitlessView, 1330)


@hooks.register("register_reports_menu_item")
def register_popular_searches() -> MenuItem:
    """Show what is looked for most."""
    return report_item(PopularView, 1340)


@hooks.register("register_reports_menu_item")
def register_searches_by_day() -> MenuItem:
    """Show how much is searched."""
    return report_item(DaysView, 1350)
