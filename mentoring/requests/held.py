"""What requests hold about people, and what of them stays with the other when one is erased."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile, Request, Waiting
from mentoring.requests.actions import close_everything
from portal.accounts.models import User
from portal.personal.held import WITH_ACCOUNT, Ground, Held
from portal.personal.person import Person

TO_WORK = _("so that you find somebody to work with, and both know what was agreed")
STAYS = _("That there was a request stays with the other person, without you and your words.")


def sent_by(user: User) -> QuerySet[Request]:
    """Return what somebody asked as a mentee."""
    return Request.objects.filter(mentee__user=user)


def got_by(user: User) -> QuerySet[Request]:
    """Return what somebody was asked as a mentor; drafts of others are not theirs to read."""
    return Request.objects.filter(mentor__user=user, sent_at__isnull=False)


def end_all(person: Person) -> None:
    """End what is open and at work, and take the person and their words out of what stays."""
    for profile in Profile.objects.filter(user=person.user):
        close_everything(profile=profile)
    mine = Q(mentee__user=person.user) | Q(mentor__user=person.user)
    Request.objects.filter(mine).update(answer="", reason="")
    sent_by(person.user).update(goals="", message="", mentee=None)
    Request.objects.filter(mentor__user=person.user).update(mentor=None)
    Request.objects.filter(mentee=None, mentor=None).delete()


HELD = [
    Held(
        model="mentoring.Request",
        name=_("What you asked mentors"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        fields=(
            *("goals", "message", "state", "created_at", "sent_at", "due_at", "answered_at"),
            *("reason", "answer", "mentee_agreed_at"),
        ),
        rows=sent_by,
        erase=end_all,
        stays=STAYS,
    ),
    Held(
        model="mentoring.Request",
        name=_("What you were asked as a mentor"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        fields=("state", "sent_at", "due_at", "answered_at", "reason", "answer"),
        rows=got_by,
        stays=STAYS,
    ),
    Held(
        model="mentoring.Request",
        name=_("Mentoring pairs that you proposed"),
        purpose=_("to know who proposed a pair"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("proposed_by",),
        fields=("sent_at",),
        stays=_("The proposal stays with the two whom it is about, without your name."),
    ),
    Held(
        model="mentoring.Change",
        name=_("Steps of mentoring requests that you took"),
        purpose=_("so that both, and the coordinator, know what happened"),
        ground=Ground.LEGITIMATE,
        kept=WITH_ACCOUNT,
        links=("user",),
        fields=("was", "state", "by", "at"),
        stays=_("The step stays in the history of the request, without your name."),
    ),
    Held(
        model="mentoring.Waiting",
        name=_("Waiting lists of mentors that you are on"),
        purpose=_("to tell you when a mentor has a place"),
        ground=Ground.SERVICE,
        kept=WITH_ACCOUNT,
        rows=lambda user: Waiting.objects.filter(mentee__user=user),
        fields=("since", "told_at"),
    ),
]
