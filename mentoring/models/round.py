"""A round of the programme: while one is open, people ask and are asked."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class RoundQuerySet(models.QuerySet["Round"]):
    """Finds rounds by their days."""

    def today(self) -> Self:
        """Return the one in which people can ask today, if there is one."""
        today = timezone.localdate()
        return self.filter(is_open=True, opens_on__lte=today, closes_on__gte=today)


class Round(models.Model):
    """From when to when pairs are made; what is at work when it closes goes on to its own end."""

    opens_on = models.DateField(gettext_lazy("first day"))
    closes_on = models.DateField(
        gettext_lazy("last day for new requests"),
        help_text=gettext_lazy("After it nobody can ask. Pairs that are at work go on."),
    )
    created_at = models.DateTimeField(default=timezone.now)
    is_open = models.BooleanField(default=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = RoundQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["-opens_on", "-pk"]
        verbose_name = gettext_lazy("round of the programme")
        verbose_name_plural = gettext_lazy("rounds of the programme")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="mentoring_round_closes_after_opening",
            ),
            models.UniqueConstraint(
                fields=["is_open"],
                condition=Q(is_open=True),
                name="mentoring_round_one_open",
                violation_error_message=gettext_lazy(
                    "One round is open already. Close it before you open another."
                ),
            ),
        ]

    def __str__(self) -> str:
        days = {"first": date_format(self.opens_on), "last": date_format(self.closes_on)}
        return _("%(first)s – %(last)s") % days

    @classmethod
    def current(cls) -> "Round | None":
        """Return the round in which people can ask today."""
        return cls.objects.today().first()
