"""The ground floor as an app: what it counts, its tags and commands."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import ReferenceIndex, Site

        from portal import signals  # noqa: F401  (connects the handler)
        from portal.desk import say_how_dates_are_written

        for model in (Redirect, Site):  # they name pages too, and Wagtail does not count them
            ReferenceIndex.register_model(model)
        say_how_dates_are_written()
