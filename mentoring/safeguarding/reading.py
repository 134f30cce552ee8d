"""Whom a member blocked or should not be paired with, called as far as they may see it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.models import Block, Conflict, Profile
from mentoring.profiles.showing import Reader
from mentoring.requests.reading import called


@dataclass(frozen=True)
class Apart:
    """A person whom somebody keeps away from, since when, and the number of the row."""

    person: Profile
    since: datetime
    pk: int

    @property
    def name(self) -> str:
        """What they are called."""
        if self.person.left_at or not self.person.user.is_active:
            return _("somebody who is no longer here")
        return called(self.person, Reader.MEMBER, is_mentor=self.person.is_mentor)


def blocked_by(profile: Profile) -> list[Apart]:
    """Return whom somebody blocked, the first at the top."""
    rows = Block.objects.filter(by=profile).select_related("of__user")
    return [Apart(row.of, row.since, row.pk) for row in rows]


def declared_by(profile: Profile) -> list[Apart]:
    """Return with whom somebody said that they should not be paired."""
    rows = Conflict.objects.filter(one=profile, declared_by=profile.user)
    return [Apart(row.other, row.declared_at, row.pk) for row in rows.select_related("other__user")]
