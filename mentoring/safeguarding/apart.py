"""People who want nothing to do with each other: blocks, and conflicts of interest."""

from django.db import transaction

from mentoring.models import Block, Conflict, Profile
from mentoring.requests.actions import part
from mentoring.requests.steps import lock_people
from portal.accounts.models import User
from portal.personal.audit import Action, record


@transaction.atomic
def block(*, by: Profile, of: Profile) -> None:
    """Keep somebody away for good, and end all that is between the two; twice is once."""
    lock_people([by.pk, of.pk])
    Block.objects.get_or_create(by=by, of=of)
    part(one=by, other=of)


def unblock(*, by: Profile, of: Profile) -> None:
    """Take a block back; what it ended stays ended."""
    Block.objects.filter(by=by, of=of).delete()


@transaction.atomic
def declare(*, one: Profile, other: Profile) -> None:
    """Note that somebody (`one`) should not be paired with another, and end what is between."""
    lock_people([one.pk, other.pk])
    Conflict.objects.get_or_create(one=one, other=other, defaults={"declared_by": one.user})
    part(one=one, other=other)


@transaction.atomic
def declare_of_others(*, one: Profile, other: Profile, by: User) -> None:
    """Note the same as the coordinator, which neither of the two takes back."""
    lock_people([one.pk, other.pk])
    row, _is_new = Conflict.objects.update_or_create(
        one=one, other=other, defaults={"declared_by": by}
    )
    record(Action.CONFLICT_DECLARED, by=by, of=row)
    part(one=one, other=other)


def take_back(*, one: Profile, other: Profile) -> None:
    """Take back what one declared oneself."""
    Conflict.objects.filter(one=one, other=other, declared_by=one.user).delete()


@transaction.atomic
def withdraw(*, conflict: Conflict, by: User) -> None:
    """Take back a conflict as the coordinator, whoever declared it."""
    if Conflict.objects.filter(pk=conflict.pk).delete()[0]:
        record(Action.CONFLICT_WITHDRAWN, by=by, of=conflict)
