"""When a mentor has time for somebody new: the one answer for the directory and suggestions."""

from datetime import date

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Availability(TextChoices):
    """When a mentor has time for somebody new, the soonest first."""

    NOW = "now", _("has time now")
    LATER = "later", _("will have time later")
    FULL = "full", _("has no free place at present")

    @classmethod
    def of(cls, free_places: int, since: date | None, today: date | None = None) -> "Availability":
        """Return it for a mentor with so many places, who has time `since` a day if one is said."""
        if free_places < 1:
            return cls.FULL
        return cls.LATER if since and since > (today or timezone.localdate()) else cls.NOW
