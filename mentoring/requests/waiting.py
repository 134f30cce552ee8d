"""The waiting list of each mentor: who waits longest is told first, and has some days to ask."""

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mentoring.matching.conflicts import may_meet
from mentoring.models import Profile, Request, Round, Waiting
from mentoring.requests.rules import TURN
from mentoring.texts import Text

PLACE_FREE = Text(
    "place_free",
    _("A place is free"),
    _(
        "A mentor you were waiting for has a place. You can ask until %(day)s; after that we "
        "tell the next person on the list."
    ),
)


def free_places(mentor: Profile) -> int:
    """Return how many more pairs a mentor can be in."""
    return mentor.capacity - Request.objects.at_work().filter(mentor=mentor).count()


def in_turn(mentor: Profile) -> QuerySet[Waiting]:
    """Return those who were told that there is room, and still have time to ask."""
    return Waiting.objects.filter(mentor=mentor, told_at__gt=timezone.now() - TURN)


def has_room(mentor: Profile, mentee: Profile) -> bool:
    """Whether a mentor has a place that is not kept for somebody who waited for it."""
    return free_places(mentor) > in_turn(mentor).exclude(mentee=mentee).count()


@transaction.atomic
def tell_next(mentor: Profile, *, is_able: bool) -> int:
    """Tell as many as there are places that nobody asks for; return how many.

    Those who had their time are taken off the list. The mentor is locked by who calls.
    """
    Waiting.objects.filter(mentor=mentor, told_at__lte=timezone.now() - TURN).delete()
    untold = Waiting.objects.filter(mentor=mentor, told_at=None).select_related("mentee__user")
    if not is_able or not Round.current():
        return 0
    asked_for = Request.objects.open().filter(mentor=mentor).count()
    places = free_places(mentor) - asked_for - in_turn(mentor).count()
    told = 0
    for row in untold:
        if told >= places:
            break
        if _can_be_told(row, mentor):
            _tell(row, mentor)
            told += 1
    return told


def _can_be_told(row: Waiting, mentor: Profile) -> bool:
    mentee = row.mentee
    return mentee.left_at is None and mentee.user.is_active and may_meet(mentor, mentee)


def _tell(row: Waiting, mentor: Profile) -> None:
    row.told_at = timezone.now()
    row.save(update_fields=["told_at"])
    person = row.mentee.user
    with override(person.language):
        day = date_format(timezone.localtime(row.told_at + TURN), "DATE_FORMAT")
        PLACE_FREE.write(person, link=reverse("mentoring_ask", args=[mentor.code]), day=day)
