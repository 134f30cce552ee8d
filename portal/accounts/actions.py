"""What administrators do to an account: suspend it, let it in again, reset its second step.

A room that shows people has a module `suspending` with a function `follow(user)`, which is called
in the transaction in which an account was suspended or restored.
"""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.mails import RESTORED, SECOND_STEP_RESET, SUSPENDED
from portal.accounts.models import User
from portal.mail.actions import send
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError
from portal.rooms import modules


@transaction.atomic
def suspend(user: User, *, by: User) -> None:
    """Let nobody into the account until it is restored, and end its sessions; raises RefusedError.

    Nobody suspends themselves, nor the last administrator.
    """
    if user == by:
        raise RefusedError(_("You cannot suspend your own account."))
    require_another_administrator(user)
    if not _set_active(user, False):
        return
    end_sessions(user)
    record(Action.ACCOUNT_SUSPENDED, by=by, about=user)
    send(SUSPENDED, to=user, language=user.language)


@transaction.atomic
def restore(user: User, *, by: User) -> None:
    """Let the person in again."""
    if not _set_active(user, True):
        return
    record(Action.ACCOUNT_RESUMED, by=by, about=user)
    send(RESTORED, to=user, language=user.language)


def _set_active(user: User, is_active: bool) -> bool:
    """Return whether this changed anything: two may decide the same at the same moment."""
    user.is_active = is_active
    before = User.objects.filter(pk=user.pk, is_active=not is_active)
    if not before.update(is_active=is_active):
        return False
    for room in modules("suspending"):
        room.follow(user)
    return True


@transaction.atomic
def reset_second_step(user: User, *, by: User | None) -> bool:
    """Remove what somebody lost that they showed when signing in; return whether there was any.

    Whoever has the lost device may be signed in, so the account's sessions end.
    """
    count, _by_model = Authenticator.objects.filter(user=user).delete()
    if not count:
        return False
    end_sessions(user)
    record(Action.SECOND_STEP_RESET, by=by, about=user)
    send(SECOND_STEP_RESET, to=user, language=user.language)
    return True


def end_sessions(user: User) -> None:
    """Sign somebody out everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()


def require_another_administrator(user: User) -> None:
    """Refuse, with RefusedError, what would leave the portal without an administrator.

    Waits for whoever decides on another administrator at the same moment.
    """
    administrators = User.objects.locked().filter(is_superuser=True, is_active=True)
    if [each.pk for each in administrators.order_by("pk")] == [user.pk]:
        raise RefusedError(
            _("This is the last administrator. Make somebody else an administrator first.")
        )
