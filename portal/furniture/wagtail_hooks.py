"""The editors' way to what is set once for the whole site."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.furniture.models import Furniture


class FurnitureViewSet(SnippetViewSet):
    """One row a language, among the settings."""

    model = Furniture
    icon = "cogs"
    menu_label = _("Alerts, helplines and footer")
    list_display = ["name", "locale"]
    add_to_settings_menu = True


register_snippet(FurnitureViewSet)
