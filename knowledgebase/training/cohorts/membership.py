"""How people come into a cohort, change it and are taken out of it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebase.training.cohorts.telling import tell
from knowledgebase.training.completing.actions import look
from knowledgebase.training.completing.reading import enrolment_of
from knowledgebase.training.models import Cohort, Enrolment
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError

SEEN_BY_TRAINERS = gettext_lazy(
    "The trainers of the group will see your name, organisation and municipality, your progress, "
    "your quiz results, your tasks and which live sessions you attended. They will not see your "
    "notes."
)


class ElsewhereError(Exception):
    """The person is in another cohort of the same programme."""


def cohort_of(user: User, programme: UUID) -> Cohort | None:
    """Return the cohort in which a person follows a programme now."""
    enrolment = enrolment_of(user, programme)
    return enrolment.cohort if enrolment else None


@transaction.atomic
def enrol(*, user: User, cohort: Cohort, leaving: Cohort | None = None) -> None:
    """Take a person into a cohort; who is in it already stays, who left comes back.

    Who is in another cohort of the programme changes only if that is the one they are `leaving`,
    else ElsewhereError is raised. Raises RefusedError once the cohort is closed. What the person
    did before counts, so that this may complete the programme.
    """
    user = User.objects.locked().get(pk=user.pk)
    # Locked, so that nobody comes in while it is being closed.
    if Cohort.objects.select_for_update().get(pk=cohort.pk).closed_at:
        raise RefusedError(_("The group is closed, so nobody can join it now."))
    mine = Enrolment.objects.filter(user=user, programme=cohort.programme)
    Enrolment.objects.get_or_create(user=user, programme=cohort.programme)
    enrolment = mine.select_for_update().get()
    before = None if enrolment.left_at else enrolment.cohort
    if before == cohort:
        return
    if before and before != leaving:
        raise ElsewhereError
    mine.update(cohort=cohort, left_at=None)
    if before:
        _tell_trainers(before)
    look(user=user, programme=cohort.programme)


@transaction.atomic
def move(*, user: User, cohort: Cohort, to: Cohort) -> None:
    """Take a person from a cohort into another of its programme, and tell them.

    Raises RefusedError if they are no longer in the first, or the other is closed.
    """
    user = User.objects.locked().get(pk=user.pk)
    Cohort.objects.select_for_update().get(pk=to.pk)  # in this order, as those who join do
    _require_in(user, cohort)
    enrol(user=user, cohort=to, leaving=cohort)
    tell(
        user,
        to,
        subject=gettext_lazy("You are in another group now"),
        text=gettext_lazy(
            "Your trainer has moved you to the group “%(group)s”. What you did stays yours."
        ),
        page="group",
    )


@transaction.atomic
def take_out(*, user: User, cohort: Cohort) -> None:
    """Take a person out of a cohort, and tell them; raises RefusedError if they are not in it."""
    _require_in(user, cohort)
    Enrolment.objects.filter(user=user, cohort=cohort).update(left_at=timezone.now())
    tell(
        user,
        cohort,
        subject=gettext_lazy("You are no longer in the group"),
        text=gettext_lazy(
            "Your trainer has taken you out of the group “%(group)s” and no longer sees your "
            "progress. What you did stays yours. If this is a mistake, tell your trainer."
        ),
    )


def _require_in(user: User, cohort: Cohort) -> None:
    current = Enrolment.objects.filter(user=user, cohort=cohort, left_at=None)
    if not current.select_for_update().exists():
        raise RefusedError(_("This person is no longer in the group."))


def _tell_trainers(cohort: Cohort) -> None:
    """Say that somebody changed the group; who, the message does not keep."""
    for each in cohort.trainers.select_related("user"):
        tell(
            each.user,
            cohort,
            subject=gettext_lazy("Somebody left your group"),
            text=gettext_lazy(
                "Somebody has left the group “%(group)s” for another one of its programme."
            ),
            page="cohort_people",
        )
