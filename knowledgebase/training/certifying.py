"""Certificates of training, and which of them a trainer looks after."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from knowledgebase.training.completing.reading import KIND
from knowledgebase.training.models import Cohort, Completion, Enrolment
from portal.accounts.models import User
from portal.certificates.kinds import Kind


def of_own_cohorts(user: User) -> Q:
    """Return the condition for who completed in a trainer's cohort, or is in one now."""
    theirs = {"user": OuterRef("holder"), "programme": OuterRef("subject")}
    own = Cohort.objects.led_by(user).values("pk")
    completed = Completion.objects.filter(**theirs, cohort__in=own)
    current = Enrolment.objects.filter(**theirs, cohort__in=own, left_at=None)
    return Q(Exists(completed)) | Q(Exists(current))


KINDS = [Kind(key=KIND, name=_("Training programme"), looked_after=of_own_cohorts)]
