"""A group for each hand, led by the demonstration's trainer, with two people in it."""

from uuid import UUID, uuid5

from knowledgebase.training.cohorts import actions
from knowledgebase.training.models import Cohort, Enrolment, ProgrammePage
from portal.accounts.models import User

KEYS = UUID("0b8e5c3a-6f0e-4f0b-9a3e-9f2f5a1c7d44")
PEOPLE = ("trainee", "leaver")


def key_of(hand: str) -> UUID:
    """Return the key of the group of a hand, such as sq-keyboard."""
    return uuid5(KEYS, hand)


def make_group(hand: str) -> None:
    """Make the group of a hand, whose people are there."""
    programme = ProgrammePage.objects.get(slug="riintegrimi-i-te-mbijetuarave")
    group = actions.make(
        by=User.objects.get(email="trainer@example.org"),
        programme=programme.translation_key,
        name="Pranvera",
        starts_on=None,
        ends_on=None,
    )
    Cohort.objects.filter(pk=group.pk).update(key=key_of(hand))
    for person in User.objects.filter(email__in=[f"{name}-{hand}@example.org" for name in PEOPLE]):
        Enrolment.objects.create(user=person, programme=group.programme, cohort=group)
