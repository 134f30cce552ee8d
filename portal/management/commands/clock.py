"""`manage.py clock`: what is done each minute, and the nightly work."""

import time
from datetime import date, timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

NIGHT = timedelta(hours=3)  # what is done each night begins at this time of the day
MINUTE = 60  # seconds


class Command(BaseCommand):
    help = (
        "Run publish_scheduled and delete_leftovers each minute, daily each night, until stopped."
    )

    def handle(self, **options: Any) -> None:
        done = working_day()
        while True:
            time.sleep(MINUTE)
            self.run("publish_scheduled")
            self.run("delete_leftovers")
            if done != (done := working_day()):
                self.run("daily")

    def run(self, name: str) -> None:
        """Run a command; whatever happens to it is written, and the clock goes on."""
        close_old_connections()
        try:
            call_command(name, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            self.stderr.write(f"{name}: {error}")
        except Exception as error:
            self.stderr.write(f"{name}: {error!r}")


def working_day() -> date:
    """Return the day that it is, where a day begins at the time of the nightly work."""
    return (timezone.localtime() - NIGHT).date()
