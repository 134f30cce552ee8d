"""Make what every installation stands on; run it after each migration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from home.structure import ensure_structure


class Command(BaseCommand):
    help = "Makes what is missing: languages, sections, roles. Changes nothing that is there."

    def handle(self, **options: Any) -> None:
        """Make the structure in the source language."""
        with override(settings.LANGUAGE_CODE):
            ensure_structure()
