"""`manage.py daily`: what is done each night, named by the `daily` module of each app."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.rooms import modules
from portal.steps import Steps


class Command(BaseCommand):
    help = (
        "Do the nightly work of every room; ends with an error that names what failed. "
        "May be run twice."
    )

    def handle(self, **options: Any) -> None:
        steps = Steps(self.stderr)
        for name in nightly_commands():
            self.stdout.write(f"{name}:")
            steps.do(name, call_command, name, stdout=self.stdout)
            self.stdout.write("  failed" if name in steps.failed else "  done")
        steps.finish()


def nightly_commands() -> list[str]:
    """Return the names in `COMMANDS` of every app's `daily` module."""
    return [command for room in modules("daily") for command in room.COMMANDS]
