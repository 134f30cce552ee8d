"""What a room certifies, which it lists in a module `certifying` as `KINDS`.

The room issues by `portal.certificates.actions.issue`, with the key of its kind. Its `roles` give
READ, REVOKE and REISSUE to a role, which then may do so to what its kind says is looked after.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from portal.accounts.models import User
from portal.rooms import modules

READ = "certificates.view_certificate"
REVOKE = "certificates.revoke_certificate"
REISSUE = "certificates.reissue_certificate"
NONE = Q(pk__in=[])


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of certificate; each certificate keeps its `key`.

    `looked_after` returns the condition for those that a person looks after, such as
    `Q(subject__in=programmes_of(user))`.
    """

    key: str
    name: Any
    looked_after: Callable[[User], Q]


def kinds() -> dict[str, Kind]:
    """Return the kinds of all rooms by their keys."""
    return {kind.key: kind for room in modules("certifying") for kind in room.KINDS}


def looked_after_by(user: User) -> Q:
    """Return the condition for the certificates that a person looks after: administrators, all."""
    if user.is_superuser:
        return ~NONE  # an empty condition would vanish beside another
    mine = (Q(kind=key) & kind.looked_after(user) for key, kind in kinds().items())
    return reduce(or_, mine, NONE)
