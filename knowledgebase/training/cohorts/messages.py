"""Writing to a cohort: everyone, or those who are behind; each reads it among their messages."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.cohorts.standing import standings
from knowledgebase.training.models import Cohort, CohortMessage, Enrolment
from portal.accounts.messages import Words, write_to_each
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError

# The same words to the same people within this time are one message that was sent twice.
SAME = timedelta(minutes=10)


def recipients(cohort: Cohort, to: str) -> list[Enrolment]:
    """Return whom a message goes to; `to` is one of CohortMessage.Recipients."""
    people = [*people_of(cohort)]
    if to == CohortMessage.Recipients.ALL:
        return people
    found = standings(cohort, people)
    return [person for person in people if found[person.pk].is_behind]


@transaction.atomic
def write_to_cohort(*, cohort: Cohort, by: User, to: str, subject: str, text: str) -> CohortMessage:
    """Write to all whom it is meant for, once if it is sent twice; return the message.

    Raises RefusedError where nobody would get it.
    """
    locked = Cohort.objects.select_for_update().get(pk=cohort.pk)
    said = {"cohort": locked, "sent_by": by, "recipients": to, "subject": subject, "text": text}
    since = timezone.now() - SAME
    if sent := CohortMessage.objects.filter(**said, sent_at__gt=since).first():
        return sent
    people = recipients(locked, to)
    if not people:
        raise RefusedError(_("Nobody would get this message now. Nothing was sent."))

    def words() -> Words:
        signature = _("The trainers of the group “%(group)s”") % {"group": locked.name}
        link = reverse("group", args=[locked.key])
        return Words(subject, f"{text}\n\n{signature}", link)

    write_to_each((person.user for person in people), words)
    return CohortMessage.objects.create(**said, count=len(people))
