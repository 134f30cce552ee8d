"""`manage.py process_documents`: checks the documents that the public cannot download yet."""

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q

from portal.media.actions import follow_collections
from portal.media.document_processing import process
from portal.media.models import Document
from portal.media.states import CLEANED, Review

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Clean and read, here and now, every document that waits or could not be processed."

    def handle(self, **options: Any) -> None:
        follow_collections()
        unpublished = Q(review=Review.ACCEPTED, public_file="")
        waiting = Document.objects.filter(~Q(processing__in=CLEANED) | unpublished)
        for document in waiting.order_by("pk"):
            self.stdout.write(f"{document.title}: {self._outcome(document)}")

    def _outcome(self, document: Document) -> str:
        """Process one document; a fault of ours must not keep the others waiting."""
        try:
            process(document.pk)
        except Exception:
            logger.exception("%s could not be processed", document)
            return "failed, see the log"
        document.refresh_from_db()
        return document.processing
