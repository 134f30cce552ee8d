"""For each hand a mentor and a mentee who have worked together for some months."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from mentoring.models import Profile, Request, Round, Session
from mentoring.models.request import State
from portal.accounts.models import User
from tests.browser.askers import make_mentee, make_mentor


def key_of(hand: str) -> UUID:
    """Return the key of the pair of a hand."""
    return uuid5(NAMESPACE_URL, hand)


def make_pairs(hands: Iterable[str], add_person: Callable[[str], User]) -> None:
    """Make the two of each hand, and two meetings of theirs that nobody has noted."""
    for hand in hands:
        mentee, mentor = (add_person(f"{role}-{hand}@example.org") for role in ("pupil", "guide"))
        make_mentee(mentee)
        make_mentor(mentor, f"g-{hand[:4]}")
        begun = timezone.now() - timedelta(days=100)
        pair = Request.objects.create(
            key=key_of(hand),
            round=Round.objects.first(),
            mentee=Profile.objects.get(user=mentee),
            mentor=Profile.objects.get(user=mentor),
            state=State.ACCEPTED,
            goals="Plan individual",
            **dict.fromkeys(("sent_at", "due_at", "answered_at"), begun),
        )
        for days in (0, 14):
            Session.objects.create(
                request=pair,
                state=Session.State.AGREED,
                starts_at=begun + timedelta(days=days),
                minutes=60,
                meeting="telephone",
                proposed_by="mentor",
                moved_by="mentee",
            )
