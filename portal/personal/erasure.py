"""Erases a person: their rows and files, and their name where rows stay."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.accounts.handing_over import blockers
from portal.accounts.models import User
from portal.accounts.personal_data import end_sessions
from portal.personal.audit import Action, record
from portal.personal.deleting import delete_with_files, take_out
from portal.personal.held import all_held
from portal.personal.markers import mark, marked_keys
from portal.personal.person import Person
from portal.publishing.refusals import RefusedError


def ask_to_erase(*users: User, by: User) -> None:
    """Close accounts at once and have a worker erase them; asking twice does no more than once.

    Raises RefusedError where something is to be handed over first, and OSError where the store
    fails, in which the erasure is written down; then no account is closed.
    """
    from portal.personal.tasks import erase_account  # noqa: PLC0415, needs this module

    with transaction.atomic():
        closed = _closed(users)
        for user in closed:
            if reasons := blockers(user):
                raise RefusedError(
                    _("First hand over what belongs to %(person)s: %(list)s")
                    % {"person": user, "list": "; ".join(reasons)}
                )
            end_sessions(Person.of(user))
            erase_account.enqueue(str(user.key), str(by.key))
        # Last, for this stays where the rest is undone.
        for user in closed:
            mark(user.key)


def _closed(users: Iterable[User]) -> list[User]:
    """Close those accounts that are still there, and return them locked.

    Administrators are locked too: of two who go at once, one finds that nobody else is left.
    """
    asked = Q(pk__in=[user.pk for user in users])
    locked = User.objects.locked().filter(asked | Q(is_superuser=True)).order_by("pk")
    found = {user.pk: user for user in locked}
    User.objects.filter(asked).update(is_active=False)
    return [found[user.pk] for user in users if user.pk in found]


def erase_key(key: UUID, *, by: User | None = None) -> bool:
    """Erase whoever has this key, in one transaction; return whether somebody was there."""
    with transaction.atomic():
        user = User.objects.locked().filter(key=key).first()
        if user:
            _erase(user)
            record(Action.ACCOUNT_ERASED, by=by if by != user else None)
    return bool(user)


def erase_again() -> int:
    """Erase whoever was erased once and is there again; return how many."""
    marked = list(marked_keys())
    back = User.objects.filter(key__in=marked).values_list("key", flat=True)
    return sum(erase_key(key) for key in list(back))


def _erase(user: User) -> None:
    person, described = Person.of(user), all_held()
    for held in described:
        if held.end:
            held.end(person)
    # With their keys: from now on nobody adds a row that would lead to the account.
    User.objects.select_for_update().get(pk=user.pk)
    for held in described:
        if held.erase:
            held.erase(person)
        if held.stays:
            take_out(held.links, held.of(user), user)
        else:
            delete_with_files(held.of(user))
