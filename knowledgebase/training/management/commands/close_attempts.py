"""Hands in what was saved of every attempt whose time is over."""

from typing import Any

from django.core.management.base import BaseCommand

from knowledgebase.training.attempts.actions import close_overdue


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Hand in, and say how many there were."""
        self.stdout.write(f"attempts handed in: {close_overdue()}")
