"""A group with its trainer and people, sessions of it, and clients that are signed in."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from knowledgebase.training.cohorts import actions
from knowledgebase.training.models import Cohort, Enrolment, LiveSession
from portal.accounts.models import User
from portal.accounts.roles import Role
from tests.portal.people import make


def group_of(trainer: User, **about: Any) -> Cohort:
    """Return a cohort that the person leads."""
    given = {"programme": uuid4(), "name": "Pranvera", "starts_on": None, "ends_on": None}
    return actions.make(by=trainer, **(given | about))


def trainer_of(email: str = "trajnerja@example.org") -> User:
    return make(email, Role.TRAINER)


def member(cohort: Cohort, email: str = "ana@example.org", **about: Any) -> User:
    """Return somebody who is in the cohort."""
    language = about.pop("language", "sq")
    user = make(email, language=language)
    Enrolment.objects.create(user=user, programme=cohort.programme, cohort=cohort, **about)
    return user


def session_of(cohort: Cohort, starts_at: datetime | None = None, **about: Any) -> LiveSession:
    """Return a session of two hours, tomorrow unless told otherwise."""
    starts_at = starts_at or timezone.now() + timedelta(days=1)
    given = {"title": "Takimi i parë", "ends_at": starts_at + timedelta(hours=2), "place": "Vlorë"}
    return LiveSession.objects.create(cohort=cohort, starts_at=starts_at, **(given | about))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
