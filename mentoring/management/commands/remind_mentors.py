"""Reminds those for whose answer somebody waits, after 7 and after 12 days."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.requests.nightly import remind


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remind, and say how many requests it was for."""
        self.stdout.write(f"reminded: {remind()}")
