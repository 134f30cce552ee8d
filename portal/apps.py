"""The ground floor as an app: what it counts, its tags and commands."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from django.db.models.signals import post_migrate
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import ReferenceIndex, Site

        from portal import signals  # noqa: F401  (connects the handler)
        from portal.desk import say_how_dates_are_written
        from portal.planner import follow_migrated

        for model in (Redirect, Site):  # they name pages too, and Wagtail does not count them
            ReferenceIndex.register_model(model)
        say_how_dates_are_written()
        # Each app with models says so after all of them are migrated; one is enough.
        post_migrate.connect(follow_migrated, sender=apps.get_app_config("wagtailcore"))
