"""All that is done with comments: they are sent, decided on, erased."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.comments.mails import ANSWERED
from portal.comments.models import Comment, State, digest
from portal.i18n import best_translation
from portal.mail.actions import send
from portal.mail.models import Mail
from portal.personal.audit import Action, record
from portal.publishing.refusals import RefusedError
from portal.quotas import TooManyError, demand

# A page takes so many comments a day, and so many from one network, in so many seconds. The last of
# the day are kept for those who have not written yet.
A_DAY = 24 * 3600
MOST_A_DAY = 100
RESERVE = 25
SHARE = ((5, 600), (20, A_DAY))


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What becomes of a comment: a `State`, why it is not published, our answer if it is."""

    state: str
    reason: str = ""
    reply: str = ""
    reply_language: str = ""


def submit(
    *, translation_key: UUID, once: UUID, sender: str, name: str, text: str, **answer: Any
) -> Comment:
    """Keep what a reader wrote about a page until somebody decides on it; return it.

    What is sent twice is one. `answer` has `email`, which may be empty, and `wants_answer`; without
    that the address is not kept. Raises `TooManyError` where too many came, of all or of one.
    """
    email = answer["email"]
    said = {"translation_key": translation_key, "name": name, "text": text}
    said["author"] = digest(email) if email else ""
    is_same = Q(key=once, text=text) | Q(**said, state=State.WAITING)
    if same := Comment.objects.filter(is_same).first():
        return same
    _demand(translation_key, sender)
    said["email"] = email if answer["wants_answer"] else ""
    said["language"] = get_language()
    comment, is_new = Comment.objects.get_or_create(key=once, defaults=said)
    if is_new or comment.text == text:
        return comment
    return Comment.objects.create(**said)  # somebody went back to the form and wrote more


def _demand(translation_key: UUID, sender: str) -> None:
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    about = Comment.objects.filter(translation_key=translation_key)
    kept = about.filter(written_at__gte=today).count()
    if kept >= MOST_A_DAY:
        raise TooManyError("comments", A_DAY)
    demand("comments", sender, SHARE if kept < MOST_A_DAY - RESERVE else [(1, A_DAY)])


@transaction.atomic
def decide(*, comment: Comment, by: User, version: int, decision: Decision) -> Comment:
    """Do with a comment what a moderator decided; return it as it is now.

    `version` is what the moderator saw. Raises RefusedError where somebody else decided since, the
    comment was erased, or its page is not public. Who asked for the answer is told, once.
    """
    row = _unchanged(comment, version)
    is_published = decision.state == State.PUBLISHED
    if is_published and not best_translation(row.translation_key):
        raise RefusedError(
            _("The page is not public at present, so nothing can be published below it.")
        )
    row.state = decision.state
    row.reason = decision.reason if decision.state == State.REJECTED else ""
    row.reply = decision.reply if is_published else ""
    row.reply_language = decision.reply_language if row.reply else ""
    row.decided_at, row.decided_by, row.version = timezone.now(), by, version + 1
    _tell(row)
    row.save()
    record(Action.COMMENT_DECIDED, by=by, of=row, state=row.state)
    return row


def _tell(row: Comment) -> None:
    """Write to whoever asked for it that there is an answer, and forget the address."""
    is_answered = bool(row.reply) or row.state == State.REJECTED
    if row.email and is_answered:
        send(ANSWERED, address=row.email, language=row.language, link=row.get_absolute_url())
    if is_answered or row.state == State.SPAM:
        row.email = ""


def _unchanged(comment: Comment, version: int) -> Comment:
    """Return the comment locked, if it is still as it was when it had this version."""
    try:
        row = Comment.objects.locked(comment)
    except Comment.DoesNotExist:
        raise RefusedError(_("This comment was erased meanwhile.")) from None
    if row.version != version:
        raise RefusedError(
            _(
                "%(person)s decided on this comment while you had it open: %(state)s. What you "
                "chose was not saved. If you still want it, save again."
            )
            % {"person": row.decided_by or _("Somebody"), "state": row.get_state_display()}
        )
    return row


@transaction.atomic
def erase(*, comment: Comment, by: User | None) -> None:
    """Delete a comment with our answer to it, and a mail about it that has not left yet.

    `by` is None for whoever wrote it.
    """
    Mail.objects.filter(kind=ANSWERED.key, text__contains=str(comment.key)).delete()
    if Comment.objects.filter(pk=comment.pk).delete()[0]:
        record(Action.COMMENT_ERASED, by=by, of=comment)
