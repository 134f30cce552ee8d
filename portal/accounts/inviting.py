"""Invitations: sent, sent again, revoked, accepted.

A room that invites people to something has a module `invitations` with two functions, which look
at `invitation.purpose` and leave those of other rooms alone. `described(invitation, user)` returns
its `Purpose` as the user is told of it, who is None for a visitor. `accepted(invitation, user)` is
called in the transaction in which somebody accepts; it raises GoneError where that is too late.
"""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from portal.accounts.mails import INVITATION, INVITATION_LASTS
from portal.accounts.models import Invitation, InvitationState, User
from portal.accounts.roles import Role
from portal.mail.actions import send
from portal.personal.audit import Action, record
from portal.rooms import modules

# Whoever asks for an account again and again gets a mail at most this often.
PAUSE = timedelta(minutes=3)


class GoneError(Exception):
    """The invitation does not work any more, or no account may be opened by it."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an invitation is for: sentences in the visitor's language.

    Of what `is_over` nobody can become a part any more; `url`, if any, leads to what there is to
    see, which is called `name`.
    """

    sentences: Sequence[str]
    is_over: bool = False
    url: str = ""
    name: str = ""


def purpose_of(invitation: Invitation, user: User | None) -> Purpose | None:
    """Return what an invitation is for, by the room that knows; None for the portal alone."""
    said = (room.described(invitation, user) for room in modules("invitations"))
    return next(filter(None, said), None)


def by_token(token: str) -> Invitation | None:
    """Return the invitation that a link ends in, whatever has become of it."""
    known = Invitation.objects.select_related("invited_by")
    return known.filter(token_digest=_digest(token)).first()


@transaction.atomic
def invite(
    addresses: Iterable[str], *, language: str, by: User, role: str = "", **about: str
) -> list[Invitation]:
    """Invite people by mail; who was invited to the same and has not answered gets a new link.

    `about` may name the `purpose` and `reference` of `Invitation`.
    """
    invited = {"language": language, "invited_by": by, "role": role}
    sent = [_send(address, invited, **about) for address in addresses]
    for invitation in sent:
        record(Action.INVITED, by=by, of=invitation, role=role, purpose=invitation.purpose)
    return sent


@transaction.atomic
def ask_for_account(address: str, *, language: str, **about: str) -> None:
    """Send somebody a link to open an account with; whether they have one, the link's page says.

    An invitation that waits is sent again; of one that is over no role remains. `about` may name
    the `purpose` and `reference` of what they want to take part in.
    """
    now = timezone.now()
    known = Invitation.objects.filter(address=address.lower())
    if known.filter(sent_at__gt=now - PAUSE).exists():
        return
    over = known.filter(purpose="", accepted_at=None, revoked_at=None, expires_at__lte=now)
    over.update(role="", invited_by=None)
    _send(address, {"language": language}, **about)


@transaction.atomic
def send_again(invitation: Invitation, *, by: User) -> None:
    """Send a new link, valid from now on, instead of the old one; raises GoneError."""
    _locked(invitation, InvitationState.OPEN, InvitationState.EXPIRED)
    _send(invitation.address, {}, invitation.purpose, invitation.reference)
    record(Action.INVITED, by=by, of=invitation, role=invitation.role, purpose=invitation.purpose)


@transaction.atomic
def revoke(invitation: Invitation, *, by: User) -> None:
    """Make the link worthless; raises GoneError for an invitation that was answered."""
    locked = _locked(invitation, InvitationState.OPEN, InvitationState.EXPIRED)
    locked.revoked_at = timezone.now()
    locked.save()
    record(Action.INVITATION_REVOKED, by=by, of=invitation)


@transaction.atomic
def open_account(invitation: Invitation, *, name: str, password: str) -> User:
    """Return a new account for whoever has the link, which proves the address; raises GoneError."""
    locked = _locked(invitation, InvitationState.OPEN)
    if locked.accounts().exists():
        raise GoneError
    user = User.objects.create_user(
        locked.address, password, name=name, preferred_language=locked.language
    )
    EmailAddress.objects.create(user=user, email=locked.address, primary=True, verified=True)
    record(Action.ACCOUNT_CREATED, by=user, about=user, of=locked)
    _accept(locked, user)
    return user


@transaction.atomic
def accept(invitation: Invitation, *, by: User) -> None:
    """Join what the invitation is for with the account that one has; raises GoneError."""
    _accept(_locked(invitation, InvitationState.OPEN), by)


def _accept(invitation: Invitation, user: User) -> None:
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save()
    if invitation.role:
        user.groups.add(Role(invitation.role).group())
        record(Action.ROLES_CHANGED, by=user, about=user, of=invitation, given=invitation.role)
    for room in modules("invitations"):
        room.accepted(invitation, user)


def _locked(invitation: Invitation, *states: InvitationState) -> Invitation:
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.state not in states:
        raise GoneError
    return locked


def _send(
    address: str, changes: dict[str, Any], purpose: str = "", reference: str = ""
) -> Invitation:
    """Write an invitation with a new link, or give the one that waits a new link, and send it."""
    token, now = secrets.token_urlsafe(32), timezone.now()
    new = {
        "token_digest": _digest(token),
        "sent_at": now,
        "expires_at": now + INVITATION_LASTS,
        **changes,
    }
    invitation, _is_new = Invitation.objects.update_or_create(
        new,
        address=address.lower(),
        purpose=purpose,
        reference=reference,
        accepted_at=None,
        revoked_at=None,
    )
    with override(invitation.language):
        link = reverse("invitation", args=[token])
    send(
        INVITATION,
        address=invitation.address,
        language=invitation.language,
        link=link,
        expires_at=invitation.expires_at,
        is_asked_for=not invitation.invited_by,
    )
    return invitation


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
