"""`manage.py erase_again`: erases whoever was erased and came back with a restored backup."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.personal.erasure import erase_again


class Command(BaseCommand):
    help = "Erase again whoever was erased and is there, after a restored backup for example."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{erase_again()} accounts erased again")
