"""`manage.py process_documents`: has the documents checked that the public cannot download yet."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q

from portal.media.actions import follow_collections
from portal.media.models import Document
from portal.media.states import CLEANED, Review


class Command(BaseCommand):
    help = "Have the worker clean and read every document that waits or could not be processed."

    def handle(self, **options: Any) -> None:
        follow_collections()
        unpublished = Q(review=Review.ACCEPTED, public_file="")
        waiting = Document.objects.filter(~Q(processing__in=CLEANED) | unpublished)
        for document in waiting:
            document.process_soon()
        self.stdout.write(f"{len(waiting)} documents wait for the worker")
