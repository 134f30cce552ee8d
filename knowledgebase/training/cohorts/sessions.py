"""What a trainer does with the live sessions of a cohort; its people are told."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.cohorts.session_reading import when
from knowledgebase.training.completing.actions import look
from knowledgebase.training.models import Attendance, Cohort, LiveSession
from portal.accounts.messages import Words, write_to_each
from portal.accounts.models import Message, User
from portal.publishing.refusals import RefusedError

# A message that nobody has read yet is mended for so long, instead of followed by another.
MENDED_FOR = timedelta(minutes=10)

PLANNED = gettext_lazy("Session planned: %(title)s")
CHANGED = gettext_lazy("Session changed: %(title)s")
CANCELLED = gettext_lazy("Session cancelled: %(title)s")
RESTORED = gettext_lazy("Session takes place after all: %(title)s")


@transaction.atomic
def plan(*, cohort: Cohort, **said: Any) -> LiveSession:
    """Return a new session and tell the group; sent twice, the same session is planned once.

    `said` are the fields of a SessionForm. Raises RefusedError for a closed cohort.
    """
    locked = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if locked.closed_at:
        raise RefusedError(_("The group is closed. Open it again first, in its settings."))
    session, is_new = LiveSession.objects.get_or_create(cohort=locked, cancelled_at=None, **said)
    if is_new:
        _tell(session, PLANNED)
    return session


@transaction.atomic
def change(*, session: LiveSession, sequence: int, **said: Any) -> None:
    """Change a session that the trainer saw as it was at `sequence`; tell of a new time or place.

    Raises RefusedError where somebody changed or cancelled it meanwhile.
    """
    locked = _locked(session)
    changes = {name: value for name, value in said.items() if getattr(locked, name) != value}
    if not changes:
        return
    if locked.sequence != sequence or locked.cancelled_at:
        raise RefusedError(
            _(
                "Somebody changed this session in the meantime, so your changes were not saved. "
                "See what it says now, and change it again if you need to."
            )
        )
    for name, value in changes.items():
        setattr(locked, name, value)
    locked.sequence += 1
    locked.save()
    if changes.keys() - {"title"}:
        _tell(locked, CHANGED)


@transaction.atomic
def cancel(*, session: LiveSession) -> None:
    """Cancel a session; calendars and the group's page say so."""
    locked = _locked(session)
    if not locked.cancelled_at:
        locked.cancelled_at = timezone.now()
        locked.sequence += 1
        locked.save()
        _tell(locked, CANCELLED)


@transaction.atomic
def restore(*, session: LiveSession) -> None:
    """Let a cancelled session take place after all; who was there may complete the programme."""
    locked = _locked(session)
    if not locked.cancelled_at:
        return
    was_there = {*locked.attendances.values_list("user", flat=True)}
    in_it = people_of(locked.cohort).order_by().values("user")
    concerned = User.objects.locked().filter(Q(pk__in=was_there) | Q(pk__in=in_it))
    # Locked in one order before anything is written about them, as `look` locks them.
    people = [*concerned.order_by("pk")]
    locked.cancelled_at = None
    locked.sequence += 1
    locked.save()
    _tell(locked, RESTORED)
    for person in people:
        if person.pk in was_there:
            look(user=person, programme=locked.cohort.programme)


@transaction.atomic
def note_attendance(
    *, session: LiveSession, by: User, were_there: Iterable[int], were_noted: Iterable[int]
) -> None:
    """Note who was there, by ids of enrolments: those ticked now, and those ticked when shown.

    Only what differs is written, so that what another trainer noted meanwhile stays; it may
    complete the programme for who was there.
    Raises RefusedError for a session that is cancelled or not yet due.
    """
    locked = _locked(session)
    if locked.cancelled_at:
        raise RefusedError(_("The session was cancelled: nobody can have been there."))
    if timezone.localdate(locked.starts_at) > timezone.localdate():
        raise RefusedError(_("Note on its day, or later, who was at the session."))
    people = dict(people_of(locked.cohort).values_list("pk", "user"))
    ticked, noted = {*were_there}, {*were_noted}
    came = [people[pk] for pk in (ticked - noted) & people.keys()]
    gone = [people[pk] for pk in (noted - ticked) & people.keys()]
    Attendance.objects.filter(session=locked, user__in=gone).delete()
    # Locked in one order before anything is written about them, as `look` locks them.
    for person in [*User.objects.locked().filter(pk__in=came).order_by("pk")]:
        Attendance.objects.get_or_create(session=locked, user=person, defaults={"noted_by": by})
        look(user=person, programme=locked.cohort.programme)


def _locked(session: LiveSession) -> LiveSession:
    found = LiveSession.objects.select_for_update(of=("self",)).select_related("cohort")
    return found.get(pk=session.pk)


def _tell(session: LiveSession, subject: Any) -> None:
    """Write to everyone in the cohort, unless the session is over.

    Who has not read the last message about it, of some minutes ago, finds that one changed.
    """
    if session.ends_at <= timezone.now():
        return
    words = partial(_words, session, subject)
    people = [enrolment.user for enrolment in people_of(session.cohort)]
    mended: set[int] = set()
    for language in {person.language for person in people}:
        with override(language):
            said = words()
        mended |= _mend(
            [person for person in people if person.language == language],
            said,
            # Who has not read that it was planned need not know that it changed.
            ("text",) if subject is CHANGED else ("subject", "text"),
        )
    write_to_each((person for person in people if person.pk not in mended), words)


def _mend(people: list[User], words: Words, fields: tuple[str, ...]) -> set[int]:
    """Change what these people have not read since some minutes; return whose that was."""
    since = timezone.now() - MENDED_FOR
    unread = Message.objects.filter(
        to__in=people, link=words.link, read_at=None, created_at__gt=since
    )
    found = dict(unread.select_for_update().order_by("pk").values_list("pk", "to"))
    Message.objects.filter(pk__in=found).update(**{name: getattr(words, name) for name in fields})
    return {*found.values()}


def _words(session: LiveSession, subject: Any) -> Words:
    group = reverse("group", args=[session.cohort.key])
    title = subject % {"title": session.title}
    return Words(title, _text(session), f"{group}#{session.key}")


def _text(session: LiveSession) -> str:
    lines = [session.title, when(session), session.place, session.link]
    return "\n".join(filter(None, lines))
