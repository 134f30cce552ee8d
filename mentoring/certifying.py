"""Certificates of mentoring, which the coordinators of the programme look after."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.roles import COORDINATE
from mentoring.work.award import KIND
from portal.accounts.models import User
from portal.certificates.kinds import NONE, Kind


def of_coordinators(user: User) -> Q:
    """Return the condition for the certificates of mentoring that a person looks after: all."""
    return ~NONE if user.has_perm(COORDINATE) else NONE


KINDS = [Kind(key=KIND, name=_("Mentoring"), looked_after=of_coordinators)]
