"""Whether the two of a pair may write to each other now."""

from django.utils.translation import gettext as _

from mentoring.models import Request
from mentoring.models.request import AT_WORK
from mentoring.requests.steps import locked
from mentoring.safeguarding.pausing import PAUSED, is_paused
from portal.publishing.refusals import RefusedError


def why_closed(request: Request) -> str:
    """Return why nothing is written in a pair now, the same for both; empty where it is open."""
    if request.state not in AT_WORK:
        return _("This pair has ended. You can still read everything, but nothing new is written.")
    return str(PAUSED) if is_paused(request) else ""


def is_open(request: Request) -> bool:
    """Whether the two may write to each other: at work, and contact not paused."""
    return not why_closed(request)


def check_open(request: Request) -> None:
    """Raise RefusedError where nothing is written now."""
    if why := why_closed(request):
        raise RefusedError(why)


def lock_open(request: Request) -> Request:
    """Return a pair as it is now, locked with its people; raises RefusedError unless it is open.

    Whoever calls it is in a transaction and holds no lock of a profile yet.
    """
    for row in locked(Request.objects.filter(pk=request.pk)):
        check_open(row)
        return row
    raise RefusedError(_("This request is not there any more."))
