"""While a report is open, its two people have no contact; both are told the same."""

from django.utils.translation import gettext_lazy as _

from mentoring.models import Report, Request

PAUSED = _("Contact in this pair is paused. The coordinator will write to you.")


def is_paused(request: Request) -> bool:
    """Whether contact between the two of a request is paused, by one query."""
    return Report.objects.open().between(request.mentee_id, request.mentor_id).exists()
