"""Counts the feedback on pairs of half-years that are over, once each."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.work.figures import count_due


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Count them, and say how many there were."""
        self.stdout.write(f"half-years counted: {count_due()}")
