"""What becomes of meetings when a pair ends: those that would still come are cancelled."""

from django.db.models import F
from django.utils import timezone

from mentoring.models import Request, Session
from mentoring.models.request import ENDED
from mentoring.requests.rules import By

State = Session.State


def settle(pair: Request) -> None:
    """Cancel what is proposed, or agreed and not over, in a pair that has ended and is locked."""
    if pair.state not in ENDED:
        return
    ahead = pair.sessions.filter(state__in=(State.PROPOSED, State.AGREED))
    coming = [row.pk for row in ahead if not row.is_over]
    Session.objects.filter(pk__in=coming).update(
        state=State.CANCELLED,
        sequence=F("sequence") + 1,
        moved_by=By.CLOCK,
        moved_at=timezone.now(),
    )
