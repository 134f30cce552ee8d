"""Joining and leaving a programme, being done with a lesson, keeping what was written in it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from knowledgebase.training.completing.actions import look
from knowledgebase.training.models.completion import Completion
from knowledgebase.training.models.learning import Enrolment, HandedIn, LessonProgress, Note
from portal.accounts.models import User
from portal.publishing.refusals import RefusedError

LONGEST_NOTE = 5_000  # characters


@transaction.atomic
def join(*, user: User, programme: UUID) -> None:
    """Enrol a person in a programme; whoever left comes back to where they were, in no cohort.

    What they did before counts, so that this may complete it.
    """
    user = User.objects.locked().get(pk=user.pk)
    Enrolment.objects.get_or_create(user=user, programme=programme)
    left = Enrolment.objects.filter(user=user, programme=programme).exclude(left_at=None)
    left.update(left_at=None, cohort=None)
    look(user=user, programme=programme)


def leave(*, user: User, programme: UUID) -> None:
    """Let a person leave a programme; what they did stays theirs."""
    Enrolment.objects.filter(user=user, programme=programme, left_at=None).update(
        left_at=timezone.now()
    )


def note_opened(*, user: User, lesson: UUID, programme: UUID) -> None:
    """Remember that a person has opened a lesson, to lead them back to it."""
    LessonProgress.objects.get_or_create(
        user=user, lesson=lesson, defaults={"programme": programme}
    )


@transaction.atomic
def mark_done(
    *, user: User, lesson: UUID, programme: UUID, is_done: bool = True
) -> Completion | None:
    """Note that a person is done with a lesson, or that they are not after all: it is opened anew.

    Return the completion of the programme if this was the last that was missing.
    """
    user = User.objects.locked().get(pk=user.pk)
    now = timezone.now()
    said = {"done_at": now} if is_done else {"done_at": None, "opened_at": now}
    LessonProgress.objects.update_or_create(
        user=user, lesson=lesson, defaults={"programme": programme, **said}
    )
    return look(user=user, programme=programme) if is_done else None


def keep_note(*, user: User, lesson: UUID, block: str, value: str | list[str]) -> None:
    """Keep what a person wrote or ticked; nothing at all is no note."""
    if not value:
        Note.objects.filter(user=user, lesson=lesson, block=block).delete()
        return
    Note.objects.update_or_create(
        user=user,
        lesson=lesson,
        block=block,
        defaults={"value": value, "changed_at": timezone.now()},
    )


@transaction.atomic
def hand_in(*, user: User, lesson: UUID, block: str, text: str) -> HandedIn:
    """Hand in a task, or hand it in again after it was returned.

    Raises RefusedError once a trainer has accepted it.
    """
    found = (
        HandedIn.objects.select_for_update().filter(user=user, lesson=lesson, block=block).first()
    )
    if found and found.state == HandedIn.State.ACCEPTED:
        raise RefusedError(_("Your trainer has accepted this task already. Nothing was changed."))
    handed_in, _made = HandedIn.objects.update_or_create(
        user=user,
        lesson=lesson,
        block=block,
        defaults={
            "text": text,
            "state": HandedIn.State.WAITING,
            "handed_in_at": timezone.now(),
        },
    )
    return handed_in
