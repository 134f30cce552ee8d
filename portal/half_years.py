"""Half-years that are over, by which figures are published: each is counted once and kept.

Counted anew after a late entry or an erasure, figures would tell about that one person.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _


@dataclass(frozen=True, order=True)
class HalfYear:
    """January to June, or July to December."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the half-year of a day."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def next(self) -> "HalfYear":
        """The one that follows."""
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Its first moment, and that of the next."""
        return self._begins, self.next._begins

    @property
    def _begins(self) -> datetime:
        return timezone.make_aware(datetime.combine(date(self.year, 6 * self.half - 5, 1), time()))

    @property
    def title(self) -> str:
        """Its months, in the active language."""
        text = _("January–June %(year)s") if self.half == 1 else _("July–December %(year)s")
        return text % {"year": self.year}


def closed_since(first: datetime | None) -> Iterator[HalfYear]:
    """Yield the half-years that are over, from that of a moment on; none without one."""
    now = HalfYear.of(timezone.localdate())
    period = HalfYear.of(timezone.localdate(first)) if first else now
    while period < now:
        yield period
        period = period.next


def within(field: str, period: HalfYear) -> Q:
    """Return the condition that something happened in a half-year."""
    begins, ends = period.span
    return Q(**{f"{field}__gte": begins, f"{field}__lt": ends})


def keep(model: type[models.Model], name: str, count: Callable[[], Any]) -> Any:
    """Return the figures that are kept by a name, counted if need be; `model` has both."""
    rows = model._default_manager
    found: Any = rows.filter(name=name).first()
    if not found:
        # Of two who count in the same second, one keeps what it counted.
        with transaction.atomic():
            found, _made = rows.get_or_create(name=name, defaults={"figures": count()})
    return found.figures
