"""What is held about people: the audit trail, the inventory, export, erasure, consents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PersonalConfig(AppConfig):
    name = "portal.personal"
    label = "personal"
    verbose_name = _("Personal data")
