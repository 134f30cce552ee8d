"""Two people write to each other; each step is one transaction, and waits for the pair's lock."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from mentoring.models import Attachment, PairMessage, Profile, ReadMark, Request
from mentoring.pairs import telling
from mentoring.pairs.open import lock_open
from mentoring.requests.steps import locked
from portal.personal.deleting import delete_with_files


@transaction.atomic
def send(
    *, request: Request, by: Profile, text: str, once: UUID, files: Sequence[File] = ()
) -> PairMessage:
    """Write to the other, who is told unless something of before is unread; raises RefusedError.

    `once` is the key of the form: the same words and files sent by it again are the same message.
    `files` were checked. Raises OSError where the store fails.
    """
    row = lock_open(request)
    sent = "\n".join([str(by.user_id), text, *(f"{each.name} {each.size}" for each in files)])
    once = uuid5(once, sent)
    if known := row.messages.filter(once=once).first():
        return known
    other = row.other_of(row.role_of(by))
    is_told = other and not row.messages.unread_by(other.user).exists()
    message = PairMessage.objects.create(request=row, author=by.user, text=text, once=once)
    for each in files:
        Attachment.objects.create(message=message, name=str(each.name), file=each, size=each.size)
    if is_told:
        telling.tell(other, telling.WRITTEN, telling.MESSAGES, row)
    return message


@transaction.atomic
def take_back(*, message: PairMessage) -> None:
    """Remove the words and files of a message; that there was one stays. Raises RefusedError."""
    row = lock_open(message.request)
    delete_with_files(Attachment.objects.filter(message=message))
    row.messages.filter(pk=message.pk, taken_back_at=None).update(
        text="", taken_back_at=timezone.now()
    )


@transaction.atomic
def mark_read(*, request: Request, reader: Profile) -> None:
    """Note that somebody reads all that is there now.

    Under the lock, and before it is read for the page: so what comes meanwhile is told anew.
    """
    locked(Request.objects.filter(pk=request.pk))
    ReadMark.objects.update_or_create(
        request=request, reader=reader.user, defaults={"read_at": timezone.now()}
    )
    telling.has_come(reader.user, telling.MESSAGES, request)
