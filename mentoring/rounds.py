"""Rounds of the programme: opened and closed by the coordinator, one at a time."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Round
from mentoring.requests.actions import close_open
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError


def open_round(*, opens_on: date, closes_on: date, by: User) -> Round:
    """Open a round; raises RefusedError if one is open already."""
    try:
        with transaction.atomic():
            opened = Round.objects.create(opens_on=opens_on, closes_on=closes_on)
            record(Action.ROUND_OPENED, by=by, of=opened)
    except IntegrityError as error:
        raise RefusedError(
            _("One round is open already. Close it before you open another.")
        ) from error
    return opened


@transaction.atomic
def close_round(*, closed: Round, by: User | None) -> None:
    """Close a round: who waits for an answer is told that there will be none; pairs go on.

    `by` is None for the clock. Raises RefusedError if it is closed already.
    """
    closed = Round.objects.select_for_update().get(pk=closed.pk)
    if not closed.is_open:
        raise RefusedError(_("This round was closed already."))
    closed.is_open, closed.closed_at = False, timezone.now()
    closed.save()
    close_open(of_round=closed)
    record(Action.ROUND_CLOSED, by=by, of=closed)


def close_over() -> int:
    """Close the round whose last day is over; return how many there were."""
    over = Round.objects.filter(is_open=True, closes_on__lt=timezone.localdate())
    for each in over:
        close_round(closed=each, by=None)
    return len(over)
