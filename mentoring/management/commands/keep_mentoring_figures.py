"""Counts the half-years of mentoring that are over, for donors, each of them once."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.figures import keep_closed


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Count, and say how many half-years are kept."""
        self.stdout.write(f"half-years kept: {len(keep_closed())}")
