"""What a trainer does with a cohort: make it, change it, close it and open it again."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from knowledgebase.training.models import Cohort, CohortTrainer
from portal.accounts.models import User


@transaction.atomic
def make(
    *, by: User, programme: UUID, name: str, starts_on: date | None, ends_on: date | None
) -> Cohort:
    """Return a new cohort that the person leads."""
    cohort = Cohort.objects.create(
        programme=programme, name=name, starts_on=starts_on, ends_on=ends_on
    )
    CohortTrainer.objects.create(cohort=cohort, user=by)
    return cohort


def change(*, cohort: Cohort, name: str, starts_on: date | None, ends_on: date | None) -> None:
    """Give a cohort another name or other days; its programme stays."""
    Cohort.objects.filter(pk=cohort.pk).update(name=name, starts_on=starts_on, ends_on=ends_on)


def close(*, cohort: Cohort) -> None:
    """Close a cohort: its link says so, nobody joins, nobody is reminded; nothing is lost."""
    Cohort.objects.filter(pk=cohort.pk, closed_at=None).update(closed_at=timezone.now())


def reopen(*, cohort: Cohort) -> None:
    """Open a closed cohort again."""
    Cohort.objects.filter(pk=cohort.pk).update(closed_at=None)
