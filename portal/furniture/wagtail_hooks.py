"""The editors' way to what is set once for the whole site."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from portal.furniture.models import Furniture
from portal.translating.viewsets import TRANSLATION, TranslatedViewSet


class FurnitureViewSet(TranslatedViewSet):
    """One row a language, among the settings."""

    model = Furniture
    icon = "cogs"
    menu_label = _("Alerts, helplines and footer")
    list_display = ["name", "locale", TRANSLATION]
    add_to_settings_menu = True


register_snippet(FurnitureViewSet)
