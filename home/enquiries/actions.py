"""Keeping a message and telling who handles it; closing and erasing it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from home.enquiries.models import Enquiry, Outcome
from portal.accounts.messages import Words, write_to_each
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError

WAITS = gettext_lazy("A message from the contact form is waiting")
WAITS_TEXT = gettext_lazy(
    "Somebody wrote through the contact form. Read there whether, how and when a reply is safe "
    "before you answer."
)


class AnotherMessageError(Exception):
    """Raised when a form was sent before with another message."""


@transaction.atomic
def receive(*, key: UUID, message: str, **said: Any) -> Enquiry:
    """Keep a message and tell who handles it, in one transaction; sent twice it is one.

    `said` are the other fields of an `Enquiry`. Raises AnotherMessageError if a different message
    came from the same form.
    """
    enquiry, is_new = Enquiry.objects.get_or_create(
        key=key, defaults={"message": message, "language": get_language(), **said}
    )
    if is_new:
        _tell(enquiry)
    elif enquiry.message != message:
        raise AnotherMessageError
    return enquiry


def _tell(enquiry: Enquiry) -> None:
    """Say that something waits, and nothing of what it says."""
    link = enquiry.get_absolute_url()
    write_to_each(enquiry.readers(), lambda: Words(str(WAITS), str(WAITS_TEXT), link))


@transaction.atomic
def close(*, enquiry: Enquiry, outcome: str, by: User) -> None:
    """Note what became of a message; from now on its time to be kept runs.

    Raises RefusedError where somebody has closed or erased it.
    """
    waiting = Enquiry.objects.select_for_update(of=("self",)).open()
    row = waiting.filter(pk=enquiry.pk).first()
    if not row:
        raise RefusedError(_("Nothing was changed: somebody else has closed this message."))
    row.closed_at, row.closed_by, row.outcome = timezone.now(), by, Outcome(outcome)
    row.save(update_fields=["closed_at", "closed_by", "outcome"])


@transaction.atomic
def erase(*, enquiry: Enquiry, by: User) -> None:
    """Delete a message before its time; that it was done is written down, not what it said."""
    if Enquiry.objects.filter(pk=enquiry.pk).delete()[0]:
        record(Action.ENQUIRY_ERASED, by=by, of=enquiry)
