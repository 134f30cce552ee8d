"""Messages from the contact form, and the subjects that lead each to somebody."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnquiriesConfig(AppConfig):
    name = "home.enquiries"
    label = "enquiries"
    verbose_name = _("Messages from the contact form")
