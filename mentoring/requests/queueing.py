"""A mentee has themselves put on a mentor's waiting list, or taken off it."""

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Profile, Request, Waiting
from mentoring.requests import guards, waiting
from mentoring.requests.steps import lock_people
from portal.publishing.refusals import RefusedError


@transaction.atomic
def join(*, mentee: Profile, mentor: Profile) -> Waiting:
    """Put a mentee on the list of a mentor who has no room; twice is once. Raises RefusedError."""
    people = lock_people([mentee.pk, mentor.pk])
    mentee, mentor = people[mentee.pk], people[mentor.pk]
    guards.require_open_to_each_other(mentee, mentor)
    guards.require_once(Request(mentee=mentee, mentor=mentor))
    if waiting.has_room(mentor, mentee):
        raise RefusedError(_("This mentor has a place: you can ask at once."))
    row, _is_new = Waiting.objects.get_or_create(mentee=mentee, mentor=mentor)
    return row


@transaction.atomic
def leave(*, mentee: Profile, mentor: Profile) -> None:
    """Take a mentee off a list; whoever is next is told at once."""
    locked = lock_people([mentor.pk])[mentor.pk]
    Waiting.objects.filter(mentee=mentee, mentor=mentor).delete()
    waiting.tell_next(locked, is_able=guards.answers(locked))
