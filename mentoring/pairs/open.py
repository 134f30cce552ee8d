"""Whether the two of a pair may write to each other and change what they share."""

from django.utils.translation import gettext as _

from mentoring.models import Request
from mentoring.models.request import AT_WORK
from portal.publishing.refusals import RefusedError


def is_open(request: Request) -> bool:
    """Whether the two may write to each other: at work, and contact not paused."""
    return request.state in AT_WORK


def check_open(request: Request) -> None:
    """Refuse what would change a pair that is not open."""
    if not is_open(request):
        raise RefusedError(_("This pair has ended. What you wrote stays here to be read."))
