"""Finds a trainer's cohorts, their programmes and their people."""

from collections.abc import Iterable
from typing import cast
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from knowledgebase.training.models import Cohort, Enrolment
from portal.accounts.models import User
from portal.i18n import PageRow, page_rows


def own_cohort(request: HttpRequest, key: UUID) -> Cohort:
    """Return a cohort that the person leads; raises Http404 for any other."""
    return get_object_or_404(Cohort.objects.led_by(cast(User, request.user)), key=key)


def people_of(cohort: Cohort) -> QuerySet[Enrolment]:
    """Return the enrolments of who is in a cohort now, with the people, by their names."""
    current = Enrolment.objects.filter(cohort=cohort, left_at=None)
    return current.select_related("user").order_by("user__name", "user__email")


def programmes(keys: Iterable[UUID] | None = None) -> dict[UUID, PageRow]:
    """Return the live programmes, all or those named, each in the visitor's language if it can be.

    Takes one query, in the order of the tree.
    """
    lookups = {} if keys is None else {"translation_key__in": [*keys]}
    rows = page_rows(content_type__model="programmepage", live=True, **lookups)
    here = sorted(rows, key=lambda row: row.language == get_language())
    return {row.translation_key: row for row in here if row.readable or row.alias_of_id is None}
