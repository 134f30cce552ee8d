"""The kinds of mails; each room lists its own in a module `mails` as `KINDS`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from portal.accounts.models import User
from portal.rooms import modules


@dataclass(frozen=True)
class Kind:
    """A kind of mail.

    `name` says to a person what it is about. `template` is the path below `templates/mail/`,
    without `.txt`, of a template that extends `mail/base.txt`. A person may switch an `optional`
    one off, and is asked about it where they have `permission`, if it names one. A mail that could
    not be sent within `lasts` is not sent any more. `example` is context for the gallery.
    """

    key: str
    name: Any
    template: str
    optional: bool = False
    permission: str = ""
    lasts: timedelta | None = None
    example: Mapping[str, Any] = field(default_factory=dict)


def kinds() -> dict[str, Kind]:
    """Return the kinds of all rooms by their keys."""
    return {kind.key: kind for room in modules("mails") for kind in room.KINDS}


def optional_kinds(user: User) -> list[Kind]:
    """Return what a person may switch off."""
    mine = (kind for kind in kinds().values() if kind.optional)
    return [kind for kind in mine if not kind.permission or user.has_perm(kind.permission)]
