"""The ground floor as an app: its signal handlers, tags and commands."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from wagtail.contrib.redirects.models import Redirect
        from wagtail.models import ReferenceIndex, Site
        from wagtail_localize.models import Translation, TranslationSource

        from portal import signals  # noqa: F401  (connects the handlers)
        from portal.translations import finished_only, locked

        Translation.save_target = finished_only(Translation.save_target)
        TranslationSource.update_from_db = locked(TranslationSource.update_from_db)
        for model in (Redirect, Site):  # they name pages too, and Wagtail does not count them
            ReferenceIndex.register_model(model)
