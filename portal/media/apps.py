"""The media app, installed as `portal.media` with the label `media`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "portal.media"
    label = "media"
    verbose_name = _("Images and documents")

    def ready(self) -> None:
        from portal.media import signals  # noqa: F401  (connects the handlers)
        from portal.media.policies import register_policies

        register_policies()
