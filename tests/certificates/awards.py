"""What is certified in the tests, and a room that certifies it."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from uuid import UUID

from django.contrib.auth.models import Permission
from django.db.models import Q

from portal.accounts.models import User
from portal.certificates.kinds import Kind
from portal.certificates.snapshot import Award, Snapshot, Text

SUBJECT = UUID("6a1d3f52-0c3e-4a57-9a56-1d2f6c0b7e21")
OTHER = UUID("6a1d3f52-0c3e-4a57-9a56-1d2f6c0b7e22")
TITLES = {"sq": "Vlerësimi i rrezikut", "en": "Assessing risk"}
SNAPSHOT = Snapshot(
    texts={
        "sq": Text(title=TITLES["sq"], achieved=["Harton planin e sigurisë", "Njeh shenjat"]),
        "en": Text(title=TITLES["en"], achieved=["Draws up the safety plan", "Knows the signs"]),
    },
    hours=Decimal(24),
    credits=Decimal("2.5"),
    accreditor="Agjencia e Akreditimit",
    accreditation="AK-117",
    cohort="Grupi i Vlorës",
    began_on=date(2026, 9, 14),
    ended_on=date(2026, 11, 20),
)


def award(**changes) -> Award:
    values = {
        "kind": "training",
        "subject": SUBJECT,
        "snapshot": SNAPSHOT,
        "languages": ["sq", "en"],
        "issued_on": date(2026, 11, 28),
    }
    return Award(**values | changes)


def room(monkeypatch, trainer: User, subject: UUID = SUBJECT) -> None:
    """Have a room in which one person looks after the certificates of one programme."""

    def looked_after(user: User) -> Q:
        return Q(subject=subject) if user == trainer else Q(pk__in=[])

    kinds = [Kind(key="training", name="Trajnimi", looked_after=looked_after)]
    certifying = SimpleNamespace(KINDS=kinds)
    monkeypatch.setattr("portal.certificates.kinds.modules", lambda name: [certifying])


def grant(user: User, *rights: str) -> User:
    """Give somebody rights on certificates, and the admin; return them anew."""
    names = ["access_admin", *(f"{right}_certificate" for right in rights)]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return User.objects.get(pk=user.pk)
