"""The app of the translator's desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslatingConfig(AppConfig):
    """What is known of translations, beside what wagtail-localize keeps."""

    name = "portal.translating"
    verbose_name = _("Translations")
