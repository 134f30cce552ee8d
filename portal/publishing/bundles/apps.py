"""Publishing together as an app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BundlesConfig(AppConfig):
    name = "portal.publishing.bundles"
    label = "bundles"
    verbose_name = _("Publishing together")
