"""Fields that several models have."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledgebase.citing.work import PartialDate

ORGANISATION = re.compile(r"\{[^{}]+\}")


def partial_date(date: datetime.date) -> PartialDate:
    """Return a date that is known to the day."""
    return PartialDate(date.year, date.month, date.day)


def refuse_open_braces(authors: str) -> None:
    """Raise ValidationError where braces are not around the whole name of an organisation."""
    for line in map(str.strip, authors.splitlines()):
        if ("{" in line or "}" in line) and not ORGANISATION.fullmatch(line):
            raise ValidationError(
                _("Put braces around the whole name of an organisation: %(line)s."),
                params={"line": line},
            )


def authors_field() -> models.TextField:
    """Return the field for authors, who are called the same in every language."""
    return models.TextField(
        _("authors"),
        blank=True,
        help_text=_(
            "One a line, family name first: Hoxha, Ana. An organisation as it calls itself; "
            "if there is a comma in its name, in braces: {Institute of Health, Tirana}."
        ),
        validators=[refuse_open_braces],
    )


class Licence(models.TextChoices):
    """Under which terms a work may be used, by its SPDX identifier where it has one."""

    UNSTATED = "", _("not stated")
    CC_BY = "CC-BY-4.0", "CC BY 4.0"
    CC_BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    CC_BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    CC0 = "CC0-1.0", "CC0 1.0"
    PUBLIC = "public", _("official text, free of copyright")
    RESERVED = "reserved", _("all rights reserved")

    @property
    def url(self) -> str:
        """The address of the terms themselves, where they have one."""
        return LICENCE_URLS.get(self.value, "")


LICENCE_URLS = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def licence_field() -> models.CharField:
    """Return the field for the terms of use."""
    return models.CharField(_("licence"), max_length=16, choices=Licence, blank=True)
