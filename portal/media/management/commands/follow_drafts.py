"""`manage.py follow_drafts`: writes down which files drafts name."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.media.usage import follow_drafts


class Command(BaseCommand):
    help = "Count files in drafts as used: what saving does by itself, for all drafts."

    def handle(self, **options: Any) -> None:
        follow_drafts()
