"""What must be true before a step is taken; each raises RefusedError with a sentence that helps.

Whoever calls them holds the locks of the people, so that what is true stays true.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from mentoring.matching.conflicts import may_meet
from mentoring.models import Profile, Request, Round
from mentoring.models.profile import Listing
from mentoring.requests import waiting
from mentoring.requests.rules import MOST_OPEN, Step
from mentoring.safeguarding.pausing import PAUSED, is_paused
from portal.publishing.refusals import RefusedError


def open_round() -> Round:
    """Return the round in which people ask, locked before any profile: nobody closes it now."""
    current = Round.current()
    found = Round.objects.select_for_update().filter(pk=current.pk, is_open=True) if current else ()
    for row in found:
        return row
    raise RefusedError(_("No round is open, so that nobody can be asked at present."))


def is_here(profile: Profile) -> bool:
    """Whether a person takes part and has an account that is open."""
    return profile.left_at is None and profile.user.is_active


def answers(mentor: Profile) -> bool:
    """Whether somebody takes requests at present."""
    is_listed = mentor.is_mentor and mentor.listing == Listing.LISTED
    return is_here(mentor) and is_listed and not mentor.is_paused


def takes(mentor: Profile, mentee: Profile) -> bool:
    """Whether a mentor takes requests of this mentee at present."""
    return answers(mentor) and may_meet(mentor, mentee)


def may_ask(row: Request) -> None:
    """Let a mentee ask a mentor who takes requests and has room, while few of theirs are open."""
    mentee, mentor = both(row)
    require_open_to_each_other(mentee, mentor)
    require_few_open(mentee)
    require_once(row)
    if not waiting.has_room(mentor, mentee):
        raise RefusedError(
            _("This mentor has no place at present. You can have yourself put on the waiting list.")
        )


def may_accept(row: Request) -> None:
    """Let a pair begin whose people are both here, while the mentor has room."""
    mentee, mentor = both(row)
    if is_paused(row):
        raise RefusedError(_("This pair cannot begin at present. Nothing was changed."))
    if not is_here(mentor) or not is_here(mentee) or not may_meet(mentor, mentee):
        raise RefusedError(_("This pair cannot begin any more. Nothing was changed."))
    if waiting.free_places(mentor) < 1:
        raise RefusedError(
            _(
                "All places of the mentor are taken. One becomes free when a pair ends, or when "
                "the mentor raises their number in the profile."
            )
        )


def may_complete(row: Request) -> None:
    """Let the work of a pair be completed in which contact is not paused; it can always end."""
    if is_paused(row):
        raise RefusedError(PAUSED)


def both(row: Request) -> tuple[Profile, Profile]:
    """Return the mentee and the mentor of a request, of whom none was erased."""
    if not row.mentee or not row.mentor:
        raise RefusedError(_("This pair cannot begin any more. Nothing was changed."))
    return row.mentee, row.mentor


def require_open_to_each_other(mentee: Profile, mentor: Profile) -> None:
    """Refuse without saying why: a pause, a block and a conflict are nobody else's business."""
    if not takes(mentor, mentee):
        raise RefusedError(_("This mentor takes no new requests at present."))
    if not is_here(mentee) or not mentee.is_mentee:
        raise RefusedError(_("To ask a mentor, say in your profile that you look for one."))


def require_few_open(mentee: Profile) -> None:
    """Refuse a request too many."""
    if Request.objects.open().filter(mentee=mentee).count() >= MOST_OPEN:
        raise RefusedError(
            _(
                "You can have at most three requests open at the same time. Wait for an answer, "
                "or withdraw one first."
            )
        )


def require_once(row: Request) -> None:
    """Refuse a second request between the same two."""
    same = Request.objects.filter(mentee=row.mentee, mentor=row.mentor).exclude(pk=row.pk)
    if same.open().exists() or same.at_work().exists():
        raise RefusedError(_("A request between these two is open, or they work together already."))


OF: dict[Step, Callable[[Request], None]] = {
    Step.SEND: may_ask,
    Step.PROPOSE: may_ask,
    Step.ACCEPT: may_accept,
    Step.COMPLETE: may_complete,
}
