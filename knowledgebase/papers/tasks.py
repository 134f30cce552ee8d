"""Makes PDFs while nobody waits."""

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task

from knowledgebase.models.paper import Paper, PaperStatus
from knowledgebase.papers.documents import document
from knowledgebase.papers.subjects import Subject
from portal.paper.compile import make_pdf

# Writing the parts takes about as long as setting them.
WRITTEN = 60


@task(backend="background", queue_name="papers")
def make_paper(paper_id: int) -> None:
    """Make the PDF that was asked for; a paper deleted since is no error.

    May run twice: the first that is ready is kept.
    """
    paper = Paper.objects.filter(pk=paper_id).exclude(status=PaperStatus.READY).first()
    if not paper:
        return
    paper.report(PaperStatus.WORKING, progress=5)
    subject = Subject.parse(paper.subject)
    try:
        written = document(subject, tell=lambda parts: paper.tell(min(WRITTEN, 5 + 5 * parts)))
        pdf = make_pdf(written)
    except Exception:  # whatever it was, readers are told instead of waiting for ever
        paper.report(PaperStatus.FAILED, progress=0)
        raise
    keep(paper, f"{subject.language}.pdf", pdf)


@transaction.atomic
def keep(paper: Paper, name: str, pdf: bytes) -> None:
    """Store what was made, unless what it shows was taken from visitors meanwhile."""
    unmade = Paper.objects.exclude(status=PaperStatus.READY)
    if unmade.select_for_update().filter(pk=paper.pk).exists():
        paper.file.save(name, ContentFile(pdf), save=False)
        paper.report(PaperStatus.READY, progress=100)
        paper.delete_older()
