"""Finds that a person is enrolled, that they completed a programme, and their certificate of it."""

from uuid import UUID

from knowledgebase.training.models.completion import Completion
from knowledgebase.training.models.learning import Enrolment
from portal.accounts.models import User
from portal.certificates.models import Certificate

KIND = "training"


def enrolment_of(user: User, programme: UUID) -> Enrolment | None:
    """Return that a person follows a programme now, with their cohort."""
    found = Enrolment.objects.filter(user=user, programme=programme, left_at=None)
    return found.select_related("cohort").first()


def completion_of(user: User, programme: UUID) -> Completion | None:
    """Return that a person completed a programme, with their cohort then."""
    found = Completion.objects.filter(user=user, programme=programme)
    return found.select_related("cohort").first()


def certificate_of(user: User, programme: UUID) -> Certificate | None:
    """Return the newest certificate of a person for a programme, whatever became of it."""
    found = Certificate.objects.filter(holder=user, kind=KIND, subject=programme)
    return found.order_by("-pk").first()
