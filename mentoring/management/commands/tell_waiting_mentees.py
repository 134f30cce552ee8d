"""Tells those who are next on a mentor's waiting list that there is room."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.requests.nightly import tell_waiting


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Tell them, and say how many there were."""
        self.stdout.write(f"told of a place: {tell_waiting()}")
