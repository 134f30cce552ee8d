"""Who is never brought together, and what the coordinator is told."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.profile import Profile


class Block(models.Model):
    """That a person blocked another; the other is not told."""

    by = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="blocks")
    of = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["by", "of"], name="mentoring_blocked_once"),
            models.CheckConstraint(
                condition=~Q(by=models.F("of")), name="mentoring_block_of_another"
            ),
        ]

    def __str__(self) -> str:
        return str(self.since)


class Conflict(models.Model):
    """That two people are not to be paired, as one of them or the coordinator declared."""

    one = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="conflicts")
    other = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="+")
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    declared_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["declared_at", "pk"]
        verbose_name = _("declared conflict of interest")
        verbose_name_plural = _("declared conflicts of interest")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="mentoring_conflict_once")
        ]

    def __str__(self) -> str:
        return str(self.declared_at)
