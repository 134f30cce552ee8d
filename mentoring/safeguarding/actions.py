"""Reporting, opening a reported pair and deciding; each locks the people, the pair, the report."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Opening, Profile, Report, Request
from mentoring.models.report import Decision
from mentoring.models.request import AT_WORK
from mentoring.requests.actions import close_everything, end, part
from mentoring.requests.rules import By
from mentoring.requests.steps import Actor, lock_people, locked
from mentoring.safeguarding import telling
from mentoring.safeguarding.handlers import handled_by
from mentoring.safeguarding.things import Thing
from portal.accounts.actions import suspend
from portal.accounts.models import User
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError


@transaction.atomic
def report(*, thing: Thing, kind: str, key: UUID, reason: str = "", words: str = "") -> Report:
    """Tell the coordinator of something, and pause contact at once; twice is once."""
    request = _lock(thing.me, thing.other, thing.request)
    row, is_new = Report.objects.get_or_create(
        by=thing.me,
        kind=kind,
        key=key,
        closed_at=None,
        defaults={"about": thing.other, "request": request, "reason": reason, "words": words},
    )
    if is_new:
        telling.tell_handlers(row, telling.WAITS)
        telling.tell_the_two(row, telling.IS_PAUSED)
    return row


@transaction.atomic
def open_pair(*, report: Report, because: str, by: User) -> None:
    """Let a coordinator read what the two of a reported pair wrote; both are told so, once."""
    row = _open(report, by)
    if not row.request:
        raise RefusedError(_("This report belongs to no pair, so that there is nothing to read."))
    is_first = not row.openings.exists()
    _row, is_new = Opening.objects.get_or_create(report=row, by=by, defaults={"because": because})
    if is_new:
        record(Action.PAIR_OPENED, by=by, of=row.request, report=row.pk)
    if is_first:
        telling.tell_the_two(row, telling.IS_READ)


def decide(
    *, report: Report, decision: str, note: str, by: User, whom: Profile | None = None
) -> None:
    """Decide a report, and who is suspended if anybody is; of two who decide, the second is told.

    Raises RefusedError.
    """
    _decide(report, decision, note, by, whom)
    if whom:
        close_everything(profile=whom)  # by itself, for it locks others with the person


@transaction.atomic
def _decide(report: Report, decision: str, note: str, by: User, whom: Profile | None) -> None:
    if whom and whom.user.is_superuser and not by.is_superuser:
        raise RefusedError(_("The account of an administrator is suspended by another one."))
    if whom:
        suspend(whom.user, by=by)  # first, for accounts are locked before profiles
    row = _open(report, by)
    row.closed_at, row.closed_by = timezone.now(), by
    row.decision, row.note = decision, note
    row.save()
    record(Action.REPORT_DECIDED, by=by, of=row, decision=decision)
    is_in_a_pair = bool(row.request and row.request.state in AT_WORK)
    if decision == Decision.ENDED:
        _part(row, by)
    elif decision == Decision.RESUMED and not _others(row):
        telling.tell_the_two(row, telling.GOES_ON)
    if not is_in_a_pair:
        telling.tell_who_reported(row)


def _part(row: Report, by: User) -> None:
    if row.request and row.request.state in AT_WORK:
        end(request=row.request, by=Actor(By.COORDINATOR, by))
    if row.by and row.about:
        part(one=row.by, other=row.about)


def _others(row: Report) -> bool:
    """Whether another report keeps contact between the same two paused."""
    return Report.objects.open().between(row.by_id, row.about_id).exists()


def _open(report: Report, by: User) -> Report:
    """Return a report that is to be decided, locked with its people; raises RefusedError."""
    _lock(report.by, report.about, report.request)
    rows = handled_by(by).filter(pk=report.pk, closed_at=None)
    for row in rows.select_for_update(of=("self",)).select_related("request", "by", "about"):
        return row
    raise RefusedError(_("Nothing was changed: somebody else has decided this report meanwhile."))


def _lock(one: Profile | None, other: Profile | None, request: Request | None) -> Request | None:
    """Lock two people and what they have to do with each other, and return that as it is now."""
    lock_people(person.pk for person in (one, other) if person)
    for row in locked(Request.objects.filter(pk=request.pk)) if request else ():
        return row
    return None
