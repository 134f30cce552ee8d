"""Closes rounds whose last day is over, and ends requests that nobody answered or can answer."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.requests.nightly import close_rounds, end_unanswerable, expire_due


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """End them, and say how many there were."""
        self.stdout.write(f"rounds closed: {close_rounds()}")
        self.stdout.write(f"ended because somebody is gone: {end_unanswerable()}")
        self.stdout.write(f"expired: {expire_due()}")
