"""The ground floor as an app: its signal handlers, tags and commands."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from wagtail_localize.models import Translation

        from portal import signals  # noqa: F401  (connects the handlers)
        from portal.desk import say_how_dates_are_written
        from portal.translations import finished_only

        say_how_dates_are_written()
        Translation.save_target = finished_only(Translation.save_target)
