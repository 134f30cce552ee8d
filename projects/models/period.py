"""The time that a project runs, known to the day or only to the month."""

import calendar
import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")


class Status(models.TextChoices):
    """Where a project stands, derived from its period and never entered."""

    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("Ongoing")
    COMPLETED = "completed", _("Completed")


class Period(models.Model):
    """Start and end of something; the duration is what its papers say, never computed."""

    start_date = models.DateField(
        _("start"), help_text=_("For a date known to the month, choose any day of it.")
    )
    start_precision = models.CharField(
        _("start is known"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.MONTH,
    )
    end_date = models.DateField(_("end"), null=True, blank=True)
    end_precision = models.CharField(
        _("end is known"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.MONTH,
    )
    duration_stated = models.CharField(
        _("duration, as stated"),
        max_length=80,
        blank=True,
        help_text=_("In the words of the contract, for example: 12 months."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse an end before the start."""
        super().clean()
        if self.start_date and self.end_date and self.last_day < self.first_day:
            raise ValidationError({"end_date": _("The end comes before the start.")})

    @property
    def first_day(self) -> datetime.date:
        """The first day that may belong to the period."""
        by_month = self.start_precision == DatePrecision.MONTH
        return self.start_date.replace(day=1) if by_month else self.start_date

    @property
    def last_day(self) -> datetime.date:
        """The last day that may belong to the period; far in the future while it is open."""
        if not self.end_date:
            return datetime.date.max
        if self.end_precision == DatePrecision.DAY:
            return self.end_date
        _weekday, length = calendar.monthrange(self.end_date.year, self.end_date.month)
        return self.end_date.replace(day=length)

    @property
    def status(self) -> Status:
        """Where it stands today."""
        today = timezone.localdate()
        if today < self.first_day:
            return Status.PLANNED
        return Status.ONGOING if today <= self.last_day else Status.COMPLETED

    @property
    def years(self) -> range:
        """The calendar years that it touches, up to this one while it is open."""
        end = self.end_date or max(timezone.localdate(), self.start_date)
        return range(self.start_date.year, end.year + 1)

    @property
    def start_iso(self) -> str:
        """The start for machines: "2020-08-12", or "2020-08" where only the month is known."""
        return iso_date(self.start_date, self.start_precision)

    @property
    def end_iso(self) -> str:
        """The end for machines; empty while open."""
        return iso_date(self.end_date, self.end_precision) if self.end_date else ""

    @property
    def start_label(self) -> str:
        """The start as the visitor's language writes it."""
        return partial_date(self.start_date, self.start_precision)

    @property
    def end_label(self) -> str:
        """The end as the visitor's language writes it; empty while open."""
        return partial_date(self.end_date, self.end_precision) if self.end_date else ""


def partial_date(date: datetime.date, precision: str) -> str:
    """Return "12 gusht 2020" or "gusht 2020", in the visitor's language."""
    by_day = precision == DatePrecision.DAY
    return date_format(date, "DATE_FORMAT" if by_day else "YEAR_MONTH_FORMAT")


def iso_date(date: datetime.date, precision: str) -> str:
    """Return as much of the ISO 8601 date as is known."""
    return date.strftime("%Y-%m-%d" if precision == DatePrecision.DAY else "%Y-%m")
