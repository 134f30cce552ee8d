"""The editors' menu for best bets and synonyms."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.index.follow import follow
from search.models import BestBet, CryList, SynonymSet


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

    menu_label = _("Visitors’ search")
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
