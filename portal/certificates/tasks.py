"""Makes the papers of certificates while nobody waits."""

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task

from portal.certificates.models import Certificate
from portal.certificates.paper import pdf_of


@task(backend="background", queue_name="papers")
def make_paper(certificate_id: int) -> None:
    """Make the paper of a certificate, unless it has one or is not current any more.

    May run twice: the first paper is kept.
    """
    certificate = Certificate.objects.current().filter(pk=certificate_id, file="").first()
    if certificate:
        keep(certificate, pdf_of(certificate))


@transaction.atomic
def keep(certificate: Certificate, pdf: bytes) -> None:
    """Store a paper, unless what it shows was taken back meanwhile."""
    row = Certificate.objects.locked(certificate)
    if row.is_current and not row.file:
        row.file.save("certificate.pdf", ContentFile(pdf), save=False)
        row.save(update_fields=["file"])
