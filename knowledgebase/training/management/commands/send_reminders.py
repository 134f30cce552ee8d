"""Reminds people of their groups: those who are behind, and those who meet tomorrow."""

from typing import Any

from django.core.management.base import BaseCommand

from knowledgebase.training.cohorts.reminders import remind_of_sessions, remind_of_steps


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remind, and say how many there were."""
        self.stdout.write(f"reminded to go on: {remind_of_steps()}")
        self.stdout.write(f"reminded of tomorrow: {remind_of_sessions()}")
