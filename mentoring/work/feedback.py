"""When each of a pair is asked how the work together is, and keeping what they say."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import Change, PairFeedback, Profile, Request, Session
from mentoring.models.request import AT_WORK, ENDED
from mentoring.pairs.open import check_open
from mentoring.requests.steps import locked
from portal.publishing.refusals import RefusedError

Moment = PairFeedback.Moment
# The middle is after so many meetings, or half of the six months that a pair is planned for.
MIDDLE_MEETINGS, MIDDLE_AFTER = 2, timedelta(days=91)
TIME_TO_ANSWER = timedelta(days=60)  # after a pair ended
# So long an answer can be changed; after that it is counted.
CHANGED_FOR = timedelta(days=14)


def ended_at(pair: Request) -> datetime | None:
    """Return when a pair ended, if it did."""
    ended = Change.objects.filter(request=pair, state__in=ENDED)
    return ended.order_by("at").values_list("at", flat=True).last()


def moment_of(pair: Request) -> str:
    """Return which feedback is asked for now; empty for none."""
    if pair.state in AT_WORK:
        return Moment.MIDDLE if _is_in_the_middle(pair) else ""
    until = answered_until(pair)
    return Moment.END if until and timezone.now() < until else ""


def answered_until(pair: Request) -> datetime | None:
    """Return until when feedback on a pair that ended is taken."""
    ended = ended_at(pair)
    return ended + TIME_TO_ANSWER if ended else None


def _is_in_the_middle(pair: Request) -> bool:
    began = pair.answered_at
    if began and began + MIDDLE_AFTER <= timezone.now():
        return True
    return pair.sessions.filter(state=Session.State.HELD).count() >= MIDDLE_MEETINGS


def feedback_of(pair: Request, author: Profile) -> dict[str, PairFeedback]:
    """Return what a person said of a pair, by the moment."""
    said = PairFeedback.objects.filter(request=pair, author=author)
    return {row.moment: row for row in said}


def may_change(row: PairFeedback) -> bool:
    """Whether an answer can still be changed."""
    return timezone.now() < row.given_at + CHANGED_FOR


@transaction.atomic
def give(*, pair: Request, author: Profile, moment: str, said: Mapping[str, Any]) -> PairFeedback:
    """Keep what a person says of a pair, in the place of what they said before.

    Raises RefusedError where nothing is asked now, or what was said is counted already.
    """
    rows = locked(Request.objects.filter(pk=pair.pk))
    if not rows or moment_of(rows[0]) != moment:
        raise RefusedError(_("This is not asked any more. Nothing was saved."))
    if moment == Moment.MIDDLE:
        check_open(rows[0])
    row = feedback_of(rows[0], author).get(moment)
    if row and not may_change(row):
        raise RefusedError(_("What you said is counted already and can no longer be changed."))
    row = row or PairFeedback(request=rows[0], author=author, moment=moment)
    for name, value in said.items():
        setattr(row, name, value)
    row.save()
    return row
