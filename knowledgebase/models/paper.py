"""PDFs of our pages, made once for each state of what they show."""

import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.media.storages import private_storage

KEPT = datetime.timedelta(days=30)
# Comparisons are many; so many may wait at once before readers are asked to come back.
LONGEST_QUEUE = 20
MOST_COMPARISONS = 200


class PaperStatus(models.TextChoices):
    """How far the making has come."""

    WAITING = "waiting", _("waiting")
    WORKING = "working", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class PaperQuerySet(models.QuerySet["Paper"]):
    """Finds papers by how far they are."""

    def unfinished(self) -> "PaperQuerySet":
        """Return those that a worker is still to make."""
        return self.filter(status__in=[PaperStatus.WAITING, PaperStatus.WORKING])

    def comparisons(self) -> "PaperQuerySet":
        """Return those that show several pages."""
        return self.filter(subject__regex=":.*:")


class Paper(models.Model):
    """A PDF of a page or a comparison in one language.

    `subject` is what it shows, as `knowledgebase.papers.subjects.Subject` writes it; `fingerprint`
    is a digest of the state of the content that it was made from.
    """

    subject = models.CharField(_("subject"), max_length=255, db_index=True)
    fingerprint = models.CharField(_("state"), max_length=64, unique=True)
    status = models.CharField(
        _("status"), max_length=7, choices=PaperStatus, default=PaperStatus.WAITING
    )
    progress = models.PositiveSmallIntegerField(_("progress, in per cent"), default=0)
    # Private, because its view asks each time whether everybody may read the page.
    file = models.FileField(
        _("file"), storage=private_storage, upload_to="papers/", max_length=255, blank=True
    )
    requested_at = models.DateTimeField(_("asked for"), default=timezone.now)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.subject

    @property
    def is_ready(self) -> bool:
        """Whether it can be read."""
        return self.status == PaperStatus.READY

    @property
    def has_failed(self) -> bool:
        """Whether it could not be made."""
        return self.status == PaperStatus.FAILED

    def tell(self, progress: int) -> None:
        """Store how far the making has come, in per cent."""
        type(self).objects.filter(pk=self.pk).update(progress=progress)

    def report(self, status: PaperStatus, progress: int) -> None:
        """Store what became of it."""
        self.status, self.progress = status, progress
        self.save()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete its file with it."""
        self.file.delete(save=False)
        return super().delete(*args, **kwargs)

    def delete_older(self) -> None:
        """Delete the papers that this one replaces, and those that nobody asked for in long.

        Of comparisons, of which there are very many, only so many are kept.
        """
        replaced = Q(subject=self.subject, requested_at__lte=self.requested_at)
        comparisons = Paper.objects.comparisons().order_by("-requested_at").values("pk")
        surplus = Q(pk__in=[row["pk"] for row in comparisons[MOST_COMPARISONS:]])
        old = replaced | surplus | Q(requested_at__lt=timezone.now() - KEPT)
        for paper in Paper.objects.filter(old).exclude(pk=self.pk):
            paper.delete()
