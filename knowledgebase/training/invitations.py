"""What an invitation to a cohort says, and what happens when it is accepted."""

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from knowledgebase.training.cohorts.inviting import PURPOSE
from knowledgebase.training.cohorts.membership import SEEN_BY_TRAINERS, cohort_of, enrol
from knowledgebase.training.cohorts.reading import programmes
from knowledgebase.training.models import Cohort
from portal.accounts.inviting import GoneError, Purpose
from portal.accounts.models import Invitation, User
from portal.publishing.refusals import RefusedError


def accepted(invitation: Invitation, user: User) -> None:
    """Take who accepted into the cohort, out of another of its programme; raises GoneError."""
    if invitation.purpose != PURPOSE:
        return
    cohort = _meant(invitation)
    if not cohort:
        raise GoneError
    try:
        enrol(user=user, cohort=cohort, leaving=cohort_of(user, cohort.programme))
    except RefusedError as closed:
        raise GoneError from closed


def described(invitation: Invitation, user: User | None) -> Purpose | None:
    """Return to which cohort and programme one is invited, and what its trainers will see."""
    if invitation.purpose != PURPOSE:
        return None
    cohort = _meant(invitation)
    if not cohort:
        return Purpose([_("The group that this link was for is no longer there.")], is_over=True)
    row = programmes([cohort.programme]).get(cohort.programme)
    if cohort.closed_at:
        said = _("The group “%(group)s” is closed, so nobody can join it now.")
        url, name = (row.url, row.title) if row else ("", "")
        return Purpose([said % {"group": cohort}], is_over=True, url=url, name=name)
    said = _("It is about the group “%(group)s”.")
    if row:
        said = _("It is about the group “%(group)s” of the training programme “%(programme)s”.")
    sentences = [said % {"group": cohort, "programme": row.title if row else ""}, *_days(cohort)]
    sentences.append(str(SEEN_BY_TRAINERS))
    other = cohort_of(user, cohort.programme) if user else None
    if other and other != cohort:
        said = _(
            "You are in the group “%(other)s” now. If you accept, you change from it to "
            "“%(group)s”. What you did stays yours."
        )
        sentences.append(said % {"other": other, "group": cohort})
    return Purpose(sentences)


def _days(cohort: Cohort) -> list[str]:
    """Return when a cohort begins and ends, in a sentence, if it says so."""
    first, last = (day and date_format(day) for day in (cohort.starts_on, cohort.ends_on))
    if first and last:
        return [_("It lasts from %(first)s to %(last)s.") % {"first": first, "last": last}]
    if first:
        return [_("It begins on %(first)s.") % {"first": first}]
    return [_("It ends on %(last)s.") % {"last": last}] if last else []


def _meant(invitation: Invitation) -> Cohort | None:
    try:
        key = UUID(invitation.reference)
    except ValueError:
        return None
    return Cohort.objects.filter(key=key).first()
