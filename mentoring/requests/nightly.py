"""What the night does with requests; run twice, or by two at once, it does each thing once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override

from mentoring.mails import ANSWER_WAITS
from mentoring.models import Profile, Request, Round, Waiting
from mentoring.models.report import has_open_report
from mentoring.models.request import AT_WORK, OPEN, State
from mentoring.requests import actions, guards, waiting
from mentoring.requests.rules import REMIND_AFTER
from mentoring.requests.steps import lock_people
from mentoring.requests.telling import can_be_told
from portal.accounts.models import User
from portal.mail.actions import send
from portal.publishing.refusals import RefusedError

GONE = Q(left_at__isnull=False) | Q(user__is_active=False)


def close_rounds() -> int:
    """Close the rounds whose last day is over; return how many there were."""
    over = [*Round.objects.filter(is_open=True, closes_on__lt=timezone.localdate())]
    for each in over:
        actions.close_round(round=each)
    return len(over)


def end_unanswerable() -> int:
    """End what somebody can no longer answer or work on; return how many requests there were."""
    active = Request.objects.filter(state__in=(*OPEN, *AT_WORK))
    people = Q(requests_got__in=active) | Q(requests_sent__in=active)
    gone = [*Profile.objects.filter(GONE).filter(people | Q(waiting__isnull=False)).distinct()]
    count = sum(actions.close_everything(profile=profile) for profile in gone)
    asked = Profile.objects.filter(requests_got__in=active.filter(state__in=OPEN))
    for mentor in asked.exclude(GONE).distinct():
        if mentor.is_paused or not mentor.is_mentor:
            count += actions.close_open(mentor=mentor)
    return count


def expire_due() -> int:
    """End the requests whose time for an answer is over; return how many there were."""
    return sum(map(_expired, Request.objects.open().filter(due_at__lte=timezone.now())))


def _expired(request: Request) -> bool:
    try:
        actions.expire(request=request)
    except RefusedError:  # answered, or expired by another night, in this second
        return False
    return True


def remind() -> int:
    """Remind whoever has not answered yet, once for each time of the rules; return how many.

    Nobody is pressed to answer somebody with whom contact is paused.
    """
    early = timezone.now() - REMIND_AFTER[0]
    waits = Request.objects.open().filter(
        ~has_open_report(), sent_at__lte=early, reminders__lt=len(REMIND_AFTER)
    )
    return sum(map(_reminded, waits.values_list("pk", flat=True)))


@transaction.atomic
def _reminded(pk: int) -> bool:
    rows = Request.objects.open().filter(pk=pk, due_at__gt=timezone.now())
    row = rows.select_for_update(of=("self",)).first()
    if row is None or not row.sent_at:
        return False
    due = _times_over(timezone.now() - row.sent_at)
    if due <= row.reminders:
        return False
    row.reminders = due
    row.save(update_fields=["reminders"])
    for user in _awaited(row):
        if can_be_told(user):
            with override(user.language):
                send(ANSWER_WAITS, to=user, language=user.language, link=row.get_absolute_url())
    return True


def _times_over(age: timedelta) -> int:
    return sum(age >= each for each in REMIND_AFTER)


def _awaited(row: Request) -> list[User]:
    """Return whose answer is waited for."""
    people = [] if row.agreed("mentor") else [row.mentor]
    if row.state == State.PROPOSED and not row.agreed("mentee"):
        people.append(row.mentee)
    return [profile.user for profile in people if profile]


def tell_waiting() -> int:
    """Tell those who are next where a mentor has room; return how many there were."""
    mentors = Waiting.objects.order_by("mentor").values_list("mentor", flat=True).distinct()
    return sum(map(_told, mentors))


@transaction.atomic
def _told(mentor: int) -> int:
    people = lock_people([mentor])
    found = people.get(mentor)
    return waiting.tell_next(found, is_able=guards.answers(found)) if found else 0
