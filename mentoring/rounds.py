"""Rounds of the programme, opened one at a time; `requests.actions` closes them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mentoring.models import Round
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
