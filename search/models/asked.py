"""What people looked for, day by day, without anything about them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AskedQuery(models.Model):
    """A query of one language: a keyed hash, and its text once three different days had it."""

    language = models.CharField(_("language"), max_length=8)
    digest = models.CharField(max_length=64)
    text = models.CharField(_("text"), max_length=200, blank=True)
    last_day = models.DateField(_("last day"), db_index=True)

    class Meta:
        default_permissions = ("view",)
        verbose_name = _("search of visitors")
        verbose_name_plural = _("searches of visitors")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "digest"], name="portal_search_asked_query_once"
            )
        ]

    def __str__(self) -> str:
        return self.text or self.digest


class AskedDay(models.Model):
    """How often a query was asked on one day, and how much it found the last time."""

    query = models.ForeignKey(AskedQuery, on_delete=models.CASCADE, related_name="days")
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("searches"))
    results = models.PositiveIntegerField(_("results"))

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["query", "day"], name="portal_search_asked_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"
