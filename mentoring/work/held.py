"""What meetings, goals and feedback hold about people, and what stays when one is erased."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import (
    Goal,
    GoalStep,
    PairFeedback,
    Request,
    Session,
    SessionNote,
)
from mentoring.pairs.reading import over
from mentoring.requests.rules import By
from portal.accounts.models import User
from portal.personal.held import Ground, Held, Kept
from portal.personal.person import Person

TO_WORK = _("so that the two of a pair can plan their work and see how far it has come")
WORDS_GO = _("What is left of it stays with the other person, without your words.")
AS_LONG = _("12 months after the pair ended")
# The way to the pair from each model.
WAYS = {
    Session: "request",
    Goal: "request",
    GoalStep: "goal__request",
    SessionNote: "session__request",
}


def of_pairs(model: Any, pairs: QuerySet[Request]) -> QuerySet[Any]:
    """Return the rows of a model that belong to pairs."""
    return model.objects.filter(**{f"{WAYS.get(model, 'request')}__in": pairs.order_by()})


def pairs_of(user: User) -> QuerySet[Request]:
    """Return the requests and pairs of a person."""
    return Request.objects.filter(Q(mentee__user=user) | Q(mentor__user=user))


def kept(model: Any) -> Kept:
    """Return how long rows of a model are kept: so long after their pair ended."""
    return Kept(text=AS_LONG, due=lambda: of_pairs(model, over()))


def take_words_out(person: Person) -> None:
    """Take a person's words out of what both have; when they met, and what they did, stays."""
    for role in (By.MENTOR, By.MENTEE):
        mine = Request.objects.filter(**{f"{role}__user": person.user})
        of_pairs(Session, mine).filter(proposed_by=role).update(place="", link="")
        of_pairs(Session, mine).filter(**{f"{role}_wrote_at__isnull": False}).update(note="")
        for model in (Goal, GoalStep):
            of_pairs(model, mine).filter(worded_by=role).update(text="")


HELD = [
    Held(
        model="mentoring.Session",
        name=_("Meetings with your mentor or mentee"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=kept(Session),
        fields=(
            *("state", "times", "minutes", "meeting", "place", "link", "proposed_by"),
            *("starts_at", "held_minutes", "note"),
        ),
        rows=lambda user: of_pairs(Session, pairs_of(user)),
        erase=take_words_out,
        stays=_("When you met stays with the other person, without your words."),
    ),
    Held(
        model="mentoring.SessionNote",
        name=_("Your own notes about meetings"),
        purpose=_("for you alone: nobody else reads them"),
        ground=Ground.SERVICE,
        kept=kept(SessionNote),
        links=("author__user",),
        fields=("text", "changed_at"),
    ),
    Held(
        model="mentoring.Goal",
        name=_("Goals of your pairs"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=kept(Goal),
        fields=("text", "worded_by", "added_at", "removed_at"),
        rows=lambda user: of_pairs(Goal, pairs_of(user)),
        stays=WORDS_GO,
    ),
    Held(
        model="mentoring.GoalStep",
        name=_("Steps to the goals of your pairs"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=kept(GoalStep),
        fields=("text", "worded_by", "added_at", "done_at", "removed_at"),
        rows=lambda user: of_pairs(GoalStep, pairs_of(user)),
        stays=WORDS_GO,
    ),
    Held(
        model="mentoring.PairFeedback",
        name=_("Your feedback on pairs"),
        purpose=_("for you to look back, and to count how the programme helps"),
        ground=Ground.LEGITIMATE,
        kept=kept(PairFeedback),
        links=("author__user",),
        fields=("moment", *PairFeedback.QUESTIONS, "words", "given_at"),
    ),
]
