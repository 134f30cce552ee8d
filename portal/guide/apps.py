"""The editors' guide, as an app."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "portal.guide"
    label = "guide"
