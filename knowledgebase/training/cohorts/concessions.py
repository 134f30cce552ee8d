"""Exceptions that a trainer makes for one person in a programme, withdraws and makes again."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledgebase.training.completing.actions import look
from knowledgebase.training.models import Concession
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError

# Several exceptions of these kinds count together.
ADD_UP = (Concession.Kind.ATTEMPT, Concession.Kind.SESSION)


def latest_of(user: User, programme: UUID) -> int:
    """Return the number of the exception made last for a person in a programme, 0 for none."""
    made = Concession.objects.filter(user=user, programme=programme)
    return made.aggregate(number=Max("pk"))["number"] or 0


@transaction.atomic
def grant(*, concession: Concession, by: User, seen: int) -> None:
    """Save an exception, once for each form; `seen` is what `latest_of` said when that was made.

    Raises RefusedError when another one was made since, or the same stands already.
    """
    _lock(concession.user)
    if latest_of(concession.user, concession.programme) != seen:
        raise RefusedError(
            _(
                "An exception was made for this person in the meantime. Nothing was added: look "
                "at the list first."
            )
        )
    _require_new(concession)
    concession.granted_by = by
    concession.save()
    _record(Action.EXCEPTION_GRANTED, concession, by)
    look(user=concession.user, programme=concession.programme)


@transaction.atomic
def withdraw(*, concession: Concession, by: User) -> None:
    """Withdraw an exception; what was done by it stays. A second time changes nothing."""
    _lock(concession.user)
    standing = Concession.objects.filter(pk=concession.pk, withdrawn_at=None)
    if standing.update(withdrawn_at=timezone.now()):
        _record(Action.EXCEPTION_WITHDRAWN, concession, by)


@transaction.atomic
def restore(*, concession: Concession, by: User) -> None:
    """Make a withdrawn exception again; a second time changes nothing.

    Raises RefusedError when the same was made meanwhile.
    """
    _lock(concession.user)
    _require_new(concession)
    withdrawn = Concession.objects.filter(pk=concession.pk).exclude(withdrawn_at=None)
    if withdrawn.update(withdrawn_at=None):
        _record(Action.EXCEPTION_RESTORED, concession, by)
        look(user=concession.user, programme=concession.programme)


def _lock(user: User) -> None:
    """Wait for whoever begins an attempt of this person, or makes an exception for them."""
    User.objects.locked().get(pk=user.pk)


def _require_new(concession: Concession) -> None:
    if concession.kind in ADD_UP:
        return
    standing = Concession.objects.filter(
        user=concession.user,
        programme=concession.programme,
        kind=concession.kind,
        subject=concession.subject,
        block=concession.block,
        withdrawn_at=None,
    )
    if standing.exclude(pk=concession.pk).exists():
        raise RefusedError(_("This exception was made already."))


def _record(action: Action, concession: Concession, by: User) -> None:
    record(action, by=by, about=concession.user, of=concession, kind=concession.kind)
