"""What requests hold about people, and what of them stays with the other when one is erased."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mentoring.models import Profile, Request, Waiting
from mentoring.requests.actions import close_everything
from mentoring.requests.steps import lock_people
from portal.accounts.models import User
from portal.personal.held import WITH_ACCOUNT, Ground, Held, Kept
from portal.personal.person import Person

TO_WORK = _("so that you find somebody to work with, and both know what was agreed")
STAYS = _("That there was a request stays with the other person, without you and your words.")


def sent_by(user: User) -> QuerySet[Request]:
    """Return what somebody asked as a mentee."""
    return Request.objects.filter(mentee__user=user)


def got_by(user: User) -> QuerySet[Request]:
    """Return what somebody was asked as a mentor; drafts of others are not theirs to read."""
    return Request.objects.filter(mentor__user=user, sent_at__isnull=False)


def of_nobody() -> QuerySet[Request]:
    """Return the requests of which neither of the two is there any more."""
    return Request.objects.filter(mentee=None, mentor=None)


def end_all(person: Person) -> None:
    """End what is open and at work; everybody concerned stays locked until the person is gone."""
    for profile in Profile.objects.filter(user=person.user):
        theirs = Request.objects.filter(Q(mentee=profile) | Q(mentor=profile)).order_by()
        both = theirs.values_list("mentee", "mentor")
        lock_people([profile.pk, *(number for row in both for number in row)])
        close_everything(profile=profile)


def take_words_out(profiles: QuerySet[Profile]) -> None:
    """Take the words of some people, and answers to them, out of requests."""
    asked = Request.objects.filter(mentee__in=profiles)
    (asked | Request.objects.filter(mentor__in=profiles)).update(answer="", reason="")
    asked.update(goals="", message="")


def take_out(person: Person) -> None:
    """Take the person and their words out of requests."""
    mine = Profile.objects.filter(user=person.user)
    take_words_out(mine)
    Request.objects.filter(mentee__in=mine).update(mentee=None)
    Request.objects.filter(mentor__in=mine).update(mentor=None)
    of_nobody().delete()


HELD = [
    Held(
        model="mentoring.Request",
        name=_("What you asked mentors"),
        purpose=TO_WORK,
        ground=Ground.SERVICE,
        kept=Kept(text=WITH_ACCOUNT.text, due=of_nobody),
        fields=(
            *("goals", "message", "state", "created_at", "sent_at", "due_at", "answered_at"),
            *("reason", "answer", "mentee_agreed_at"),
        ),
        rows=sent_by,
        end=end_all,
        erase=take_out,
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
