"""Fields that several models have."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledgebase.citing.work import PartialDate


def partial_date(date: datetime.date) -> PartialDate:
    """Return a date that is known to the day."""
    return PartialDate(date.year, date.month, date.day)


def authors_field() -> models.TextField:
    """Return the field for authors, who are called the same in every language."""
    return models.TextField(
        _("authors"),
        blank=True,
        help_text=_(
            "One a line, family name first: Hoxha, Ana. An organisation as it calls itself."
        ),
    )
