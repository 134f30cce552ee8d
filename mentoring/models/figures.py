"""Figures about people that were counted once and are never counted anew."""

from django.db import models
from django.utils import timezone


class KeptFigures(models.Model):
    """The figures of a half-year that is over, as they were shown first (`portal.half_years`)."""

    name = models.CharField(max_length=80, unique=True)
    figures = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
