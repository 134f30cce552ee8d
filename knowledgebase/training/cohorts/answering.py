"""A trainer answers a task that somebody handed in: accepts it, or returns it to be worked on."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from knowledgebase.training.completing.actions import look
from knowledgebase.training.models import HandedIn, LessonPage
from knowledgebase.training.reach import programme_key_of, source_page
from portal.accounts.messages import write
from portal.accounts.models import User
from portal.i18n import best_translation
from portal.publishing.refusals import RefusedError


def version_of(task: HandedIn) -> str:
    """Return what changes whenever the task is handed in or answered again."""
    moments = (task.handed_in_at, task.replied_at)
    return " ".join(moment.isoformat() for moment in moments if moment)


@transaction.atomic
def answer(*, task: HandedIn, seen: str, by: User, is_accepted: bool, reply: str) -> None:
    """Accept a task or return it, and tell the person, who reads the reply in the lesson.

    `seen` is its version when the trainer read it. Raises RefusedError for a task that was handed
    in again or answered since, and HandedIn.DoesNotExist for one that is gone.
    """
    person = User.objects.locked().get(pk=task.user_id)
    now = HandedIn.objects.select_for_update().get(pk=task.pk)
    if version_of(now) != seen:
        raise RefusedError(_why_not(now))
    now.state = HandedIn.State.ACCEPTED if is_accepted else HandedIn.State.RETURNED
    now.reply, now.replied_at, now.replied_by = reply, timezone.now(), by
    now.save(update_fields=["state", "reply", "replied_at", "replied_by"])
    with override(person.language):
        _tell(person, now)
    lesson = source_page(LessonPage, now.lesson) if is_accepted else None
    if lesson:
        look(user=person, programme=programme_key_of(lesson))


def _tell(person: User, task: HandedIn) -> None:
    lesson = best_translation(task.lesson)
    if task.state == HandedIn.State.ACCEPTED:
        subject = _("Your task was accepted")
        text = _("Your trainer has accepted your task in the lesson “%(title)s”.")
    else:
        subject = _("Your task was returned")
        text = _(
            "Your trainer asks you to work on your task in the lesson “%(title)s” once more. The "
            "reply is in the lesson, where you can hand the task in again."
        )
    write(
        person,
        subject=subject,
        text=text % {"title": lesson.title if lesson else ""},
        link=f"{lesson.url}#b-{task.block}" if lesson else reverse("my_page"),
    )


def _why_not(now: HandedIn) -> str:
    if now.state == HandedIn.State.WAITING:
        return _(
            "The task was handed in again while you were reading. Nothing was sent: read the new "
            "text below; your reply is still here."
        )
    return _(
        "Somebody has answered this task in the meantime. Nothing was sent: see the answer below; "
        "what you wrote is still here."
    )
