"""Counts of `portal.quotas`, and the table of the cache that all workers share.

Nothing in them names anybody: what is counted is a keyed hash. A row is deleted when it is past.
"""

from django.db import models


class Count(models.Model):
    """How often one thing was taken by one sender, until the time `ends` (seconds since 1970)."""

    digest = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveIntegerField()
    ends = models.PositiveBigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.digest[:8]} {self.number}"


class CacheRow(models.Model):
    """A row as Django's `DatabaseCache` writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key[:8]
