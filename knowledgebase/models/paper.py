"""PDFs of our pages, made once for each state of what they show."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperStatus(models.TextChoices):
    """How far the making has come."""

    WAITING = "waiting", _("waiting")
    WORKING = "working", _("being made")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Paper(models.Model):
    """A PDF of a page or a comparison in one language.

    `subject` names what it shows, for example "study:<uuid>:sq"; `fingerprint` is a digest of the
    revisions that it was made from.
    """

    subject = models.CharField(_("subject"), max_length=255, db_index=True)
    fingerprint = models.CharField(_("state"), max_length=64, unique=True)
    status = models.CharField(
        _("status"), max_length=7, choices=PaperStatus, default=PaperStatus.WAITING
    )
    progress = models.PositiveSmallIntegerField(_("progress, in per cent"), default=0)
    file = models.FileField(_("file"), upload_to="papers/", blank=True)
    requested_at = models.DateTimeField(_("asked for"), auto_now_add=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.subject
