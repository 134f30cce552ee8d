"""Whom a step is told, and in what words; nobody is named, for the messages outlive accounts."""

from typing import TypeGuard

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mentoring.models import Profile, Request
from mentoring.models.request import ENDED, State
from mentoring.requests.rules import By, Step
from mentoring.texts import Text
from portal.accounts.models import User

PROPOSED = Text(
    "proposed",
    _("The coordinator proposes a pair"),
    _(
        "The coordinator thinks that you could work well with somebody. Read the proposal and say "
        "by %(day)s whether you agree. The pair begins only if both of you do."
    ),
)
ENDED_EARLY = Text(
    "ended",
    _("Your pair has ended early"),
    _("Your mentoring pair has ended. Its page shows what you can do next."),
)
COMPLETED = Text(
    "completed",
    _("Your pair has completed its work"),
    _("Your mentoring pair is marked as completed. Thank you for the time that you gave it."),
)
NOTHING_TO_DO = Text(
    "nothing_to_do",
    _("A mentoring request is closed"),
    _("A request no longer needs your answer. There is nothing that you need to do."),
)
TEXTS: dict[tuple[Step, By], Text] = {
    (Step.SEND, By.MENTOR): Text(
        "asked",
        _("Somebody has asked you to be their mentor"),
        _(
            "Read what they want to learn and answer by %(day)s. It takes a minute, and if you "
            "decline, you don’t have to say why."
        ),
    ),
    (Step.PROPOSE, By.MENTEE): PROPOSED,
    (Step.PROPOSE, By.MENTOR): PROPOSED,
    (Step.ACCEPT, By.MENTEE): Text(
        "accepted",
        _("You have a mentor"),
        _("Your request was accepted. Its page explains how to begin."),
    ),
    (Step.ACCEPT, By.MENTOR): Text(
        "agreed",
        _("You have a mentee"),
        _("Both of you agreed. The pair’s page explains how to begin."),
    ),
    (Step.DECLINE, By.MENTEE): Text(
        "declined",
        _("A mentor cannot take on your request"),
        _(
            "It says nothing about you or your goals. The page of the request leads you to other "
            "mentors who fit them."
        ),
    ),
    (Step.DECLINE, By.MENTOR): NOTHING_TO_DO,
    (Step.WITHDRAW, By.MENTOR): NOTHING_TO_DO,
    (Step.WITHDRAW, By.MENTEE): NOTHING_TO_DO,
    (Step.EXPIRE, By.MENTEE): Text(
        "expired",
        _("Your request has ended without an answer"),
        _(
            "The mentor cannot answer it now. You can ask somebody else at once: the page of the "
            "request leads you to other mentors who fit your goals."
        ),
    ),
    (Step.EXPIRE, By.MENTOR): NOTHING_TO_DO,
    (Step.END, By.MENTEE): ENDED_EARLY,
    (Step.END, By.MENTOR): ENDED_EARLY,
    (Step.COMPLETE, By.MENTEE): COMPLETED,
    (Step.COMPLETE, By.MENTOR): COMPLETED,
}
IN_REPORT = _("You can find it in the admin, under Mentoring, Requests.")
BEGINS = Text("proposal_begins", _("A pair that you proposed begins"), IN_REPORT)
FAILS = Text("proposal_fails", _("A pair that you proposed will not begin"), IN_REPORT)
# What became of a proposal, for who made it.
OUTCOMES = {State.ACCEPTED: BEGINS, State.DECLINED: FAILS, State.EXPIRED: FAILS}


def can_be_told(user: User | None) -> bool:
    """Whether somebody still reads messages."""
    return bool(user and user.is_active)


def is_there(profile: Profile | None) -> TypeGuard[Profile]:
    """Whether a member takes part and still reads messages."""
    return bool(profile and profile.left_at is None and can_be_told(profile.user))


def tell(row: Request, step: Step, by: By, was: str, untold: Profile | None = None) -> None:
    """Tell whoever did not take the step themselves, and is not `untold`."""
    if row.state == State.PROPOSED and step == Step.ACCEPT:
        return  # the other was told of the proposal
    for role, profile in ((By.MENTEE, row.mentee), (By.MENTOR, row.mentor)):
        if role != by and profile and profile != untold and profile.left_at is None:
            _write(row, profile, TEXTS[step, role])
    if was == State.PROPOSED and by != By.COORDINATOR:
        _tell_coordinator(row)


def _write(row: Request, profile: Profile, text: Text) -> None:
    if not can_be_told(profile.user):
        return
    with override(profile.user.language):
        day = date_format(timezone.localtime(row.due_at), "DATE_FORMAT") if row.due_at else ""
        link = row.get_ending_url() if row.state in ENDED else row.get_absolute_url()
        text.write(profile.user, link=link, day=day)


def _tell_coordinator(row: Request) -> None:
    user = row.proposed_by
    if user and can_be_told(user) and row.state in OUTCOMES:
        OUTCOMES[State(row.state)].write(user, link=reverse("mentoring_pairs"))
