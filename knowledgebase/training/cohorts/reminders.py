"""Reminds people by neutral mails, seldom; each can switch them off; run twice, it reminds once."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from knowledgebase.training.cohorts.standing import standings
from knowledgebase.training.mails import GO_ON, TOMORROW
from knowledgebase.training.models import Cohort, Enrolment, LiveSession
from portal.accounts.models import User
from portal.mail.actions import send
from portal.mail.kinds import Kind
from portal.mail.models import Mail

INTERVAL = timedelta(days=14)
IN_A_ROW = 3
# Nobody is reminded who was here in the last days, nor whom IN_A_ROW reminders did not bring back.
FIRST_AFTER = timedelta(days=7)
LAST_BEFORE = FIRST_AFTER + IN_A_ROW * INTERVAL


def remind_of_steps() -> int:
    """Remind those who are behind in a cohort that is open today; return how many there were."""
    today = timezone.localdate()
    begun = Q(starts_on=None) | Q(starts_on__lte=today)
    going_on = Q(ends_on=None) | Q(ends_on__gte=today)
    return sum(map(_remind, Cohort.objects.filter(begun, going_on, closed_at=None)))


@transaction.atomic
def _remind(cohort: Cohort) -> int:
    now, today = timezone.now(), timezone.localdate()
    due = Q(reminded_at=None) | Q(reminded_at__lte=now - INTERVAL)
    waiting = Enrolment.objects.select_for_update(of=("self",)).filter(
        due, cohort=cohort, left_at=None, user__is_active=True
    )
    people = [*waiting.select_related("user").order_by("user_id")]
    found = standings(cohort, people)
    count = 0
    for person in people:
        standing = found[person.pk]
        quiet = today - max(standing.last_active, cohort.starts_on or standing.last_active)
        if not standing.is_behind or not FIRST_AFTER <= quiet < LAST_BEFORE:
            continue
        _send(GO_ON, person.user)
        person.reminded_at = now
        person.save(update_fields=["reminded_at"])
        count += 1
    return count


@transaction.atomic
def remind_of_sessions() -> int:
    """Remind everybody whose open cohort meets tomorrow, once; return how many there were."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    day = timezone.localdate() + timedelta(days=1)
    meeting = LiveSession.objects.select_for_update(of=("self",)).filter(
        starts_at__date=day, cancelled_at=None, cohort__closed_at=None
    )
    cohorts = {session.cohort_id for session in meeting.order_by("pk")}
    reminded = Mail.objects.filter(kind=TOMORROW.key, written_at__gte=midnight)
    in_them = Enrolment.objects.filter(cohort__in=cohorts, left_at=None).values("user")
    people = User.objects.filter(pk__in=in_them, is_active=True).exclude(
        pk__in=reminded.values("to")
    )
    waiting = [*people.order_by("pk")]
    for person in waiting:
        _send(TOMORROW, person)
    return len(waiting)


def _send(kind: Kind, person: User) -> None:
    with override(person.language):
        send(kind, to=person, language=person.language, link=reverse("my_page"))
