"""What editors set once for the whole site, in each language."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FurnitureConfig(AppConfig):
    name = "portal.furniture"
    label = "furniture"
    verbose_name = _("Site furniture")
