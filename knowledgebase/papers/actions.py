"""Asking for a PDF: what is made already is given, what is not is made once for all who wait."""

from django.db import transaction
from django.utils import timezone

from knowledgebase.models.paper import LONGEST_QUEUE, Paper, PaperStatus
from knowledgebase.papers.subjects import Subject
from knowledgebase.papers.tasks import make_paper


class BusyError(Exception):
    """Raised when too many papers wait already."""


@transaction.atomic
def request_paper(*, subject: Subject, again: bool = False) -> Paper:
    """Return the paper that shows the subject as it is now, and have it made if it is not yet.

    One that failed is only tried again if `again` says so. Raises `BusyError`.
    """
    paper, is_new = Paper.objects.get_or_create(
        fingerprint=subject.fingerprint(), defaults={"subject": str(subject)}
    )
    is_left = paper.has_failed and again
    is_abandoned = not (paper.is_ready or paper.has_failed) and not is_waited_for(paper)
    if is_new or is_left or is_abandoned:
        if Paper.objects.unfinished().count() > LONGEST_QUEUE:
            raise BusyError
        paper.requested_at = timezone.now()
        paper.report(PaperStatus.WAITING, progress=0)
        transaction.on_commit(lambda: make_paper.enqueue(paper.pk))
    return paper


def is_waited_for(paper: Paper) -> bool:
    """Whether a worker may still be making it."""
    return Paper.objects.unfinished().filter(pk=paper.pk).exists()
