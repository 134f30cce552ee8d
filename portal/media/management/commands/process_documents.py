"""`manage.py process_documents`: checks the documents that the public cannot download yet."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.media.document_processing import process
from portal.media.models import Document
from portal.media.states import PUBLIC


class Command(BaseCommand):
    help = "Clean and read, here and now, every document that waits or could not be processed."

    def handle(self, **options: Any) -> None:
        for document in Document.objects.exclude(processing__in=PUBLIC).order_by("pk"):
            process(document.pk)
            document.refresh_from_db()
            self.stdout.write(f"{document.title}: {document.processing}")
