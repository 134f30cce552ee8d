"""`manage.py translation_states`: computes anew how far all translations are."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.translating.states import refresh_all


class Command(BaseCommand):
    help = "Compute anew how far each translation is; needed once after an update."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{refresh_all()} pages and terms")
