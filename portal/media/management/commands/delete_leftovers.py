"""`manage.py delete_leftovers`: deletes the files that a store could not delete when it failed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.media.leftovers import delete_leftovers


class Command(BaseCommand):
    help = "Delete the files that still lie in a store because it did not answer."

    def handle(self, **options: Any) -> None:
        if waiting := delete_leftovers():
            raise CommandError(f"{waiting} files still wait for their store to be deleted")
