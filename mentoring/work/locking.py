"""Locks a pair before anything of it changes."""

from django.utils.translation import gettext as _

from mentoring.models import Request
from mentoring.pairs.open import check_open
from mentoring.requests.steps import locked
from portal.publishing.refusals import RefusedError


def lock_open(pair: Request) -> Request:
    """Return the pair as it is now, locked with its people.

    Raises RefusedError where it has ended or contact is paused.
    """
    for row in locked(Request.objects.filter(pk=pair.pk)):
        check_open(row)
        return row
    raise RefusedError(_("This pair is not there any more."))
