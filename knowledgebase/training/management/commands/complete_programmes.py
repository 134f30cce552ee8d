"""Writes down completions that a change of a programme's rule or lessons brought about."""

from typing import Any

from django.core.management.base import BaseCommand

from knowledgebase.training.completing.actions import look_again


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look at everybody who is enrolled, and say how many have completed."""
        self.stdout.write(f"programmes completed: {look_again()}")
