"""`manage.py delete_leftovers`: deletes files that should be gone already."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.media.actions import forget_misplaced_renditions
from portal.media.leftovers import delete_leftovers


class Command(BaseCommand):
    help = (
        "Delete the files that still lie in a store because it did not answer, and pictures that "
        "were being made while their image was opened or closed."
    )

    def handle(self, **options: Any) -> None:
        forget_misplaced_renditions()
        if waiting := delete_leftovers():
            raise CommandError(f"{waiting} files still wait for their store to be deleted")
