"""Groups led by the demonstration's trainer: one for each hand, and some that people join."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid5

from knowledgebase.training.cohorts import actions
from knowledgebase.training.cohorts.membership import enrol
from knowledgebase.training.models import Cohort, Enrolment, ProgrammePage
from portal.accounts.models import User

KEYS = UUID("0b8e5c3a-6f0e-4f0b-9a3e-9f2f5a1c7d44")
PEOPLE = ("trainee", "leaver")
# Groups by what the links end with by which people join them; the last is closed.
LINKS = {
    "grupi-i-pare": "Pranvera 2027, Vlorë",
    "grupi-i-dyte": "Vjeshta 2027, Vlorë",
    "grupi-i-mbyllur": "Dimri 2026, Vlorë",
}
FIRST, SECOND, CLOSED = LINKS


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


def make_links(people: Iterable[User]) -> None:
    """Make the groups that have links; the people are in the second."""
    trainer = User.objects.get(email="trainer@example.org")
    programme = ProgrammePage.objects.get(slug="riintegrimi-i-te-mbijetuarave").translation_key
    days = {"starts_on": date(2027, 3, 1), "ends_on": date(2027, 6, 30)}
    made = {}
    for code, name in LINKS.items():
        made[code] = actions.make(by=trainer, programme=programme, name=name, **days)
        Cohort.objects.filter(pk=made[code].pk).update(join_code=code)
    for person in people:
        enrol(user=person, cohort=made[SECOND])
    actions.close(cohort=made[CLOSED])
