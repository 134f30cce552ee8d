"""Reports as members make them, and what somebody was told."""

from uuid import UUID

from mentoring.models import Profile, Report
from mentoring.safeguarding.actions import report
from mentoring.safeguarding.things import find
from portal.accounts.models import Message, User


def reported(me: Profile, kind: str, key: UUID) -> Report:
    """Let a member report something."""
    return report(thing=find(me, kind, key), kind=kind, key=key)


def said_to(user: User) -> list[tuple[str, str]]:
    """Return subject and text of what somebody was told, in its order."""
    return [*Message.objects.filter(to=user).order_by("pk").values_list("subject", "text")]
