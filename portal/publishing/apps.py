"""The gate as an app: it closes the doors beside it when Django starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "portal.publishing"
    label = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from portal.publishing import doors, lists

        doors.lead_all()
        lists.ask_once()
