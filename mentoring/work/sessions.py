"""What the two of a pair do with their meetings; each is one transaction, under the pair's lock."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Profile, Request, Session, SessionNote
from mentoring.pairs.open import lock_open
from mentoring.requests.steps import AlreadyDoneError
from mentoring.work.rules import MOST_AHEAD, NOTHING, RULES, State, Step, allowed
from mentoring.work.telling import tell
from portal.publishing.refusals import RefusedError

AHEAD = (State.PROPOSED, State.AGREED)
STANDS = {
    State.PROPOSED: gettext_lazy("Times for this meeting are proposed."),
    State.AGREED: gettext_lazy("This meeting is agreed."),
    State.HELD: gettext_lazy("This meeting is noted as held."),
    State.NOT_HELD: gettext_lazy("This meeting is noted as not held."),
    State.CANCELLED: gettext_lazy("This meeting is cancelled."),
}


class ChangedMeanwhileError(RefusedError):
    """Raised when the other changed what somebody was about to replace."""


@transaction.atomic
def propose(*, pair: Request, by: str, said: Mapping[str, Any]) -> Session:
    """Propose times, as a ProposeForm says them; sent twice, they are proposed once."""
    pair = lock_open(pair)
    ahead = [row for row in pair.sessions.filter(state__in=AHEAD) if not row.is_over]
    fields = {**said, "times": [*map(datetime.isoformat, said["times"])]}
    for row in ahead:
        if (row.state, row.moved_by) == (State.PROPOSED, by) and _says(row, fields):
            return row
    if len(ahead) >= MOST_AHEAD:
        raise RefusedError(
            _("Five meetings are proposed or agreed already. Hold or cancel one of them first.")
        )
    to = RULES[NOTHING, Step.PROPOSE].to
    row = Session(request=pair, state=to, proposed_by=by, moved_by=by, **fields)
    row.save()
    tell(row, Step.PROPOSE, by)
    return row


@transaction.atomic
def propose_others(*, session: Session, by: str, said: Mapping[str, Any]) -> Session:
    """Answer proposed times with others, which take their place."""
    fields = {**said, "times": [*map(datetime.isoformat, said["times"])]}
    return _take(Step.PROPOSE_OTHERS, session, by, proposed_by=by, **fields)


@transaction.atomic
def agree(*, session: Session, by: str, starts_at: datetime) -> Session:
    """Choose one of the proposed times."""
    return _take(Step.AGREE, session, by, starts_at=starts_at)


@transaction.atomic
def cancel(*, session: Session, by: str) -> Session:
    """Cancel a meeting that is proposed, or agreed and not over; calendars can be told so."""
    return _take(Step.CANCEL, session, by)


@transaction.atomic
def note_held(*, session: Session, by: str, minutes: int) -> Session:
    """Note that a meeting was held, and how long it was."""
    return _take(Step.HELD, session, by, held_minutes=minutes)


@transaction.atomic
def note_not_held(*, session: Session, by: str) -> Session:
    """Note that a meeting was not held."""
    return _take(Step.NOT_HELD, session, by, held_minutes=None)


@transaction.atomic
def write_note(*, session: Session, by: str, text: str, version: int) -> None:
    """Keep the note that both read; `version` is what its writer had seen.

    Raises ChangedMeanwhileError where the other wrote since.
    """
    row = _locked(session)
    if row.note == text:
        return
    if row.note_version != version:
        raise ChangedMeanwhileError(
            _(
                "The other person changed this note while you were writing. Nothing was saved: "
                "read what it says now, combine the two and save again."
            )
        )
    row.note, row.note_version = text, version + 1
    setattr(row, f"{by}_wrote_at", timezone.now())
    row.save()


@transaction.atomic
def write_own_note(*, session: Session, author: Profile, text: str) -> None:
    """Keep what one of the two notes for themselves."""
    row = _locked(session)
    said = {"text": text, "changed_at": timezone.now()}
    SessionNote.objects.update_or_create(session=row, author=author, defaults=said)


def _locked(session: Session) -> Session:
    pair = lock_open(session.request)
    row = Session.objects.filter(pk=session.pk).first()
    if not row:
        raise RefusedError(_("This meeting is not there any more."))
    row.request = pair
    return row


def _take(step: Step, session: Session, by: str, **said: Any) -> Session:
    row = _locked(session)
    if _is_done(row, step, by, said):
        raise AlreadyDoneError(_("You have done this already. Nothing more was changed."))
    rule = allowed(row, step, by)
    if not rule:
        stands = {"state": STANDS[State(row.state)]}
        raise RefusedError(_("%(state)s Nothing was changed.") % stands)
    if step == Step.AGREE:
        _require_free(row, said["starts_at"])
    if step in (Step.HELD, Step.NOT_HELD):
        row.noted_at = row.noted_at or timezone.now()
    row.sequence += row.state == State.AGREED
    for name, value in said.items():
        setattr(row, name, value)
    row.state, row.moved_by, row.moved_at = rule.to, by, timezone.now()
    row.save()
    tell(row, step, by)
    return row


def _is_done(row: Session, step: Step, by: str, said: Mapping[str, Any]) -> bool:
    """Whether the same person took the same step before, with the same words."""
    leads = {rule.to for (_was, each), rule in RULES.items() if each == step}
    return row.moved_by == by and row.state in leads and _says(row, said)


def _says(row: Session, said: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in said.items())


def _require_free(row: Session, starts_at: datetime) -> None:
    """Refuse a time that is not proposed any more, is past, or lies in another agreed meeting."""
    if starts_at not in row.moments:
        raise RefusedError(_("This time is no longer proposed. Choose one of the others."))
    if starts_at <= timezone.now():
        raise RefusedError(_("This time has passed. Choose another, or propose others."))
    ends_at = starts_at + timedelta(minutes=row.minutes)
    agreed = row.request.sessions.filter(state=State.AGREED)
    if any(_crosses(each, starts_at, ends_at) for each in agreed):
        raise RefusedError(_("You have agreed another meeting at this time. Choose another time."))


def _crosses(other: Session, starts_at: datetime, ends_at: datetime) -> bool:
    begins, ends = other.starts_at, other.ends_at
    return bool(begins and ends and begins < ends_at and starts_at < ends)
