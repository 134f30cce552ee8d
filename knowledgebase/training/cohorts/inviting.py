"""How a trainer invites people to a cohort: by a link, by lists of addresses, and once more."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts.lists import Invitee, repeated
from knowledgebase.training.cohorts.reading import people_of
from knowledgebase.training.models import Cohort
from portal.accounts import inviting
from portal.accounts.models import Invitation, InvitationQuerySet, InvitationState, User
from portal.publishing.refusals import RefusedError
from portal.tables.reading import Problem

PURPOSE = "cohort"
# Lists that one trainer sends, in so many seconds.
SENDINGS = ((10, 3600), (20, 24 * 3600))
# One person is written to again at most this often.
PAUSE = timedelta(hours=1)


def about(cohort: Cohort) -> dict[str, str]:
    """Return what tells an invitation to a cohort from others."""
    return {"purpose": PURPOSE, "reference": str(cohort.key)}


def of(cohort: Cohort) -> InvitationQuerySet:
    """Return the invitations to a cohort, whatever has become of them."""
    return Invitation.objects.filter(**about(cohort))


def unanswered(cohort: Cohort) -> InvitationQuerySet:
    """Return those that wait or have expired, the newest first."""
    return of(cohort).filter(accepted_at=None, revoked_at=None)


def make_link(*, cohort: Cohort) -> None:
    """Give a cohort a new link by which people join it; the old one ends. Raises RefusedError."""
    _require_open(cohort)
    Cohort.objects.filter(pk=cohort.pk).update(join_code=secrets.token_urlsafe(32))


def end_link(*, cohort: Cohort) -> None:
    """End the link; who has joined by it stays."""
    Cohort.objects.filter(pk=cohort.pk).update(join_code="")


def problems(cohort: Cohort, people: Iterable[Invitee]) -> Iterator[Problem]:
    """Yield why people on a list cannot be invited to a cohort, by their lines."""
    people = [*people]
    yield from repeated(people)
    invited, inside = _waiting(cohort), _inside(cohort)
    for each in people:
        if each.address in inside:
            message = _("%(address)s is in the group already.")
        elif each.address in invited:
            message = _("%(address)s has been invited already and has not answered yet.")
        else:
            continue
        yield Problem(each.line, "", message % {"address": each.address})


@transaction.atomic
def invite(*, cohort: Cohort, people: Iterable[Invitee], by: User) -> None:
    """Invite those of a list who are neither in the cohort nor invited already.

    So a list that is sent twice, or by two at the same second, reaches nobody twice.
    Raises RefusedError once the cohort is closed.
    """
    _lock(cohort)
    known = _waiting(cohort) | _inside(cohort)
    by_language: dict[str, list[str]] = {}
    for each in people:
        if each.address not in known:
            by_language.setdefault(each.language, []).append(each.address)
    for language, addresses in by_language.items():
        inviting.invite(addresses, language=language, by=by, **about(cohort))


def invite_back(*, cohort: Cohort, user: User, by: User) -> None:
    """Invite somebody who left the cohort; raises RefusedError if that was just done."""
    if invitation := unanswered(cohort).filter(address=user.email).first():
        send_again(cohort=cohort, invitation=invitation, by=by)
    else:
        invite(cohort=cohort, people=[Invitee(1, user.email, user.language)], by=by)


@transaction.atomic
def send_again(*, cohort: Cohort, invitation: Invitation, by: User) -> None:
    """Send a new link instead of the old one; raises RefusedError soon after the last one."""
    _require_open(cohort)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.sent_at > timezone.now() - PAUSE:
        raise RefusedError(
            _("It was sent less than an hour ago. Ask the person to look in the spam folder.")
        )
    _answered_is_refused(inviting.send_again, locked, by)


def revoke(*, invitation: Invitation, by: User) -> None:
    """Make the link of an invitation worthless; raises RefusedError if it was answered."""
    _answered_is_refused(inviting.revoke, invitation, by)


def _answered_is_refused(act: Callable[..., None], invitation: Invitation, by: User) -> None:
    try:
        act(invitation, by=by)
    except inviting.GoneError as fault:
        raise RefusedError(_("This invitation was accepted or revoked already.")) from fault


def _lock(cohort: Cohort) -> None:
    """Lock a cohort, so that of two who invite the second sees whom the first invited."""
    _require_open(Cohort.objects.select_for_update().get(pk=cohort.pk))


def _require_open(cohort: Cohort) -> None:
    if cohort.closed_at:
        raise RefusedError(_("The group is closed. Open it again before you invite people."))


def _waiting(cohort: Cohort) -> set[str]:
    waiting = unanswered(cohort).in_state(InvitationState.OPEN)
    return {*waiting.values_list("address", flat=True)}


def _inside(cohort: Cohort) -> set[str]:
    """Return the main addresses of those in a cohort, and those by which they were invited."""
    people = people_of(cohort).order_by().values("user")
    invited = of(cohort).filter(accepted_by__in=people)
    main = User.objects.filter(pk__in=people)
    return {*invited.values_list("address", flat=True), *main.values_list("email", flat=True)}
