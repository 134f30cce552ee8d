"""What is done with requests; each takes the locks of people in their order."""

from django.db import transaction
from django.utils import timezone

from mentoring.models import Profile, Round
from portal.accounts.models import User
from portal.personal.audit import Action, record


def close_open(*, mentor: Profile) -> None:
    """End what waits for the answer of a mentor who pauses; nobody is told why."""


def close_everything(*, profile: Profile) -> None:
    """End all that a person asked, was asked and is at work on, who leaves or is erased."""


@transaction.atomic
def close_round(*, round: Round, by: User | None = None) -> None:  # noqa: A002, mentoring's term
    """Close a round and end what is open in it; pairs at work go on."""
    row = Round.objects.select_for_update().filter(pk=round.pk, is_open=True).first()
    if row is None:
        return
    row.is_open, row.closed_at = False, timezone.now()
    row.save(update_fields=["is_open", "closed_at"])
    record(Action.ROUND_CLOSED, by=by, of=round)
