"""Somebody with a certificate; papers are made as in a moment when nobody asks what is on them."""

import pytest

from portal.accounts.models import User
from portal.certificates.actions import issue
from portal.certificates.models import Certificate
from tests.certificates.awards import award
from tests.portal.people import make


@pytest.fixture
def plain_paper(monkeypatch) -> None:
    """Papers that take no time."""
    monkeypatch.setattr("portal.certificates.tasks.pdf_of", lambda certificate: b"%PDF-1.7 x")


@pytest.fixture
def ana(db) -> User:
    person = make("ana@example.org")
    person.name = "Ana Hoxha"
    person.save()
    return person


@pytest.fixture
def certificate(ana, plain_paper, publish) -> Certificate:
    made = publish(issue, holder=ana, award=award(), by=None)
    return Certificate.objects.get(pk=made.pk)
